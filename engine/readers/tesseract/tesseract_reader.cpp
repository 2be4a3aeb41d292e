// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/readers/tesseract/tesseract_reader.h"

#include "engine/base/exceptions.h"
#include "engine/readers/tesseract/languages.h"
#include "engine/readers/tesseract/picture.h"
#include "engine/readers/tesseract/worker_messages.h"
#include "engine/readers/tesseract/worker_process.h"

#include <leptonica/allheaders.h>
#include <tesseract/baseapi.h>

#include <filesystem>
#include <semaphore>
#include <system_error>

namespace readers {

struct TesseractReader::Shared {
    Shared(int threadCount, const std::string &workerProgram, const std::string &dataFolder)
        : threads(threadCount)
        , languages(dataFolder)
        , workers({workerProgram, languages.dataFolder()}, static_cast<std::size_t>(threadCount))
        , orientationSlots(threadCount)
    {
    }

    const int threads;
    const Languages languages;
    WorkerPool workers;
    std::counting_semaphore<> orientationSlots; ///< these run on their callers' threads, of which there may be hundreds
};

namespace {

/// One accepted page. Its picture stays encoded until a worker takes it: 64 that wait cost no gigabyte.
class TesseractReading final : public Reading {
public:
    TesseractReading(std::shared_ptr<TesseractReader::Shared> shared, ReadRequest request)
        : m_shared(std::move(shared))
        , m_request(std::move(request))
    {
        m_shared->languages.check(m_request.languages);
        if (m_request.picture.empty())
            throw RequestError(
                400, "missing_field", "messages", "Tesseract reads pictures: messages holds no image_url.");
        checkPicture(m_request.picture);
    }

    ReadResult run(Output &output, std::stop_token stop) override
    {
        const std::string picture = std::move(m_request.picture);
        if (stop.stop_requested())
            return {};
        const auto answer = m_shared->workers.ask(packRead(m_request), picture, &output, stop);
        return answer ? unpackResult(answer->at("result")) : ReadResult{};
    }

private:
    std::shared_ptr<TesseractReader::Shared> m_shared;
    ReadRequest m_request;
};

} // namespace

std::string workerProgramBesideOurs()
{
    std::error_code error;
    const std::filesystem::path ours = std::filesystem::read_symlink("/proc/self/exe", error);
    if (error)
        throw base::Exception("Where recto-engine stands cannot be told: " + error.message() + ".");
    return (ours.parent_path() / "recto-tesseract").string();
}

TesseractReader::TesseractReader(int threads, const std::string &workerProgram, const std::string &dataFolder)
{
    setMsgSeverity(L_SEVERITY_NONE);
    m_shared = std::make_shared<Shared>(threads, workerProgram, dataFolder);
}

TesseractReader::~TesseractReader() = default;

ReaderInfo TesseractReader::info() const
{
    return {"tesseract", tesseract::TessBaseAPI::Version(), {}, m_shared->languages.installed()};
}

int TesseractReader::slots() const
{
    return m_shared->threads;
}

std::unique_ptr<Reading> TesseractReader::accept(ReadRequest request)
{
    return std::make_unique<TesseractReading>(m_shared, std::move(request));
}

PictureOrientation TesseractReader::find(const std::string &picture, std::stop_token stop)
{
    const std::shared_ptr<Shared> shared = m_shared;
    shared->orientationSlots.acquire();
    const auto giveBack = [&shared](const void *) { shared->orientationSlots.release(); };
    const std::unique_ptr<const void, decltype(giveBack)> slot(shared.get(), giveBack);
    checkPicture(picture);
    const auto answer = shared->workers.ask({{"do", "orientation"}}, picture, nullptr, stop);
    return answer ? unpackOrientation(answer->at("orientation")) : PictureOrientation{};
}

} // namespace readers
