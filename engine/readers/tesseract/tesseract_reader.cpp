// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/readers/tesseract/tesseract_reader.h"

#include "engine/readers/tesseract/api_pool.h"
#include "engine/readers/tesseract/orientation.h"
#include "engine/readers/tesseract/page_reading.h"
#include "engine/readers/tesseract/picture.h"

#include <leptonica/allheaders.h>

#include <atomic>
#include <semaphore>

namespace readers {

namespace {

/// Decoded pictures that wait their turn may take this much; beyond it they wait encoded and are decoded again.
constexpr std::size_t mostWaitingBytes = 256UL << 20;

} // namespace

struct TesseractReader::Shared {
    Shared(int threadCount, const std::string &dataFolder)
        : threads(threadCount)
        , languages(dataFolder)
        , pool(languages, static_cast<std::size_t>(threadCount) * 3)
        , orientationSlots(threadCount)
    {
    }

    const int threads;
    const Languages languages;
    ApiPool pool;
    std::atomic<std::size_t> waitingBytes = 0;
    std::counting_semaphore<> orientationSlots; ///< these run on their callers' threads, of which there may be hundreds
};

namespace {

/// One accepted page: its picture decoded while there is room, else encoded.
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
        m_pix = decodePicture(m_request.picture);
        const std::size_t bytes = sizeInMemory(m_pix.get());
        if (m_shared->waitingBytes.fetch_add(bytes) + bytes <= mostWaitingBytes) {
            m_counted = bytes;
            m_request.picture = {};
        } else {
            m_shared->waitingBytes -= bytes;
            m_pix.reset();
        }
    }

    ~TesseractReading() override { m_shared->waitingBytes -= m_counted; }

    ReadResult run(Output &output, std::stop_token stop) override
    {
        if (!m_pix)
            m_pix = decodePicture(m_request.picture);
        m_request.picture = {};
        return readPage(std::move(m_pix), m_request, m_shared->pool, m_shared->languages, output, stop);
    }

private:
    std::shared_ptr<TesseractReader::Shared> m_shared;
    ReadRequest m_request;
    PixPtr m_pix;
    std::size_t m_counted = 0;
};

} // namespace

TesseractReader::TesseractReader(int threads, const std::string &dataFolder)
{
    setMsgSeverity(L_SEVERITY_NONE);
    m_shared = std::make_shared<Shared>(threads, dataFolder);
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

PictureOrientation TesseractReader::find(const std::string &picture, std::stop_token)
{
    const std::shared_ptr<Shared> shared = m_shared;
    shared->orientationSlots.acquire();
    const auto giveBack = [&shared](const void *) { shared->orientationSlots.release(); };
    const std::unique_ptr<const void, decltype(giveBack)> slot(shared.get(), giveBack);
    const PixPtr pix = decodePicture(picture);
    return detectOrientation(pix.get(), shared->pool, shared->languages);
}

} // namespace readers
