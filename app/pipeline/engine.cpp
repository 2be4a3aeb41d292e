// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pipeline/engine.h"

#include "app/base/log.h"
#include "app/ocr/request.h"
#include "app/prepare/orientation.h"

#include <algorithm>
#include <condition_variable>
#include <thread>
#include <utility>

namespace pipeline {

namespace {

constexpr std::pair<Reader, QLatin1StringView> readerNames[] = {
    {Reader::Auto, QLatin1StringView("auto")},
    {Reader::Text, QLatin1StringView("text")},
    {Reader::Tesseract, QLatin1StringView("tesseract")},
    {Reader::DeepseekOcr, QLatin1StringView("deepseek-ocr")},
    {Reader::Replay, QLatin1StringView("replay")},
};

/// A process that is killed closes its sockets one after the other: for a moment its connections are lost while it still seems to listen.
constexpr std::chrono::milliseconds dyingTakes{250};

constexpr int drawnAhead = 1; // pages that are opened and drawn while the engine reads one on each processor

constexpr int serverConcurrency = 8; // enough for a server to batch, few enough for a shared one

void wait(std::chrono::milliseconds time, std::stop_token stop)
{
    std::mutex mutex;
    std::unique_lock lock(mutex);
    std::condition_variable_any never;
    never.wait_for(lock, std::move(stop), time, [] { return false; });
}

/// Asks our own engine; when the connection is lost the engine is looked for (and started) again, and asked once more.
template <class Ask>
auto askOwnEngine(ocr::EngineSupervisor &supervisor, std::stop_token stop, const Ask &ask)
    -> decltype(ask(std::declval<ocr::EngineAddress>()))
{
    for (int attempt = 1;; ++attempt) {
        const base::Result<ocr::EngineAddress> address = supervisor.running(stop);
        if (!address)
            return std::unexpected(address.error());
        auto answer = ask(*address);
        if (answer || answer.error().code != base::ErrorCode::EngineUnreachable || attempt == 2) {
            if (answer)
                supervisor.answered();
            return answer;
        }
        qCWarning(base::logPipeline) << "the engine was lost, trying once more:" << answer.error().detail;
        wait(dyingTakes, stop);
    }
}

} // namespace

std::optional<Reader> readerNamed(QStringView name)
{
    for (const auto &[reader, known] : readerNames) {
        if (name == known)
            return reader;
    }
    return {};
}

QString readerName(Reader reader)
{
    const auto *found = std::ranges::find(readerNames, reader, &std::pair<Reader, QLatin1StringView>::first);
    return found->second;
}

Engine::Engine(ocr::EngineHome home, ocr::ClientLimits limits)
    : m_hasModelFolder(!home.modelFolder.empty())
    , m_supervisor(std::move(home))
    , m_limits(std::move(limits))
{
}

Engine::Engine(ocr::EngineHome home, ocr::EngineAddress server, ocr::ClientLimits limits)
    : Engine(std::move(home), limits)
{
    m_server.emplace(std::move(server), std::move(limits));
}

QString Engine::serverName() const
{
    return m_server ? m_server->address().displayName() : QString();
}

int Engine::usualConcurrency() const
{
    return m_server ? serverConcurrency
                    : std::max(1, static_cast<int>(std::thread::hardware_concurrency())) + drawnAhead;
}

base::Result<QString> Engine::modelFor(Reader reader, std::stop_token stop)
{
    if (reader == Reader::Tesseract || reader == Reader::Replay)
        return readerName(reader);
    if (!m_server) {
        const bool isNetwork = reader == Reader::DeepseekOcr || m_hasModelFolder;
        return readerName(isNetwork ? Reader::DeepseekOcr : Reader::Tesseract);
    }
    {
        const std::scoped_lock lock(m_mutex);
        if (!m_serverModel.isEmpty())
            return m_serverModel;
    }
    base::Result<QString> model = serverModel(std::move(stop));
    const std::scoped_lock lock(m_mutex);
    if (model)
        m_serverModel = *model;
    return model;
}

base::Result<QString> Engine::serverModel(std::stop_token stop) const
{
    base::Result<QString> only = m_server->model(stop);
    if (only || only.error().code != base::ErrorCode::RequestRejected)
        return only;
    const base::Result<QStringList> models = m_server->models(stop);
    if (!models)
        return std::unexpected(models.error());
    for (const Reader known : {Reader::DeepseekOcr, Reader::Tesseract}) {
        if (models->contains(readerName(known)))
            return readerName(known);
    }
    return only;
}

base::Result<ocr::Transcription> Engine::read(
    const QString &model, QJsonObject body, const ocr::TextListener &listener, std::stop_token stop)
{
    return send(model, std::move(body), {}, listener, std::move(stop));
}

bool Engine::tellsOrientation(const QString &model) const
{
    return !m_server && model == readerName(Reader::Tesseract);
}

base::Result<ocr::Transcription> Engine::read(const QString &model, const QImage &picture,
    const ocr::ReadRequest &asked, const ocr::TextListener &listener, std::stop_token stop)
{
    if (!tellsOrientation(model)) // the network's own decoders, and recordings, which know a picture by its bytes
        return send(model, ocr::buildRequest(ocr::encodePicture(picture), asked), {}, listener, std::move(stop));
    return send(model, ocr::buildRequestForAttached(asked), ocr::rawPicture(picture), listener, std::move(stop));
}

base::Result<ocr::Transcription> Engine::send(const QString &model, QJsonObject body,
    const ocr::EncodedPicture &attached, const ocr::TextListener &listener, std::stop_token stop)
{
    body.insert(QStringLiteral("model"), model);
    if (m_server)
        return m_server->transcribe(body, listener, stop, attached);
    bool isFirst = true;
    return askOwnEngine(m_supervisor, stop, [&](const ocr::EngineAddress &address) {
        if (!std::exchange(isFirst, false) && listener.restarted)
            listener.restarted();
        return ocr::Client(address, m_limits).transcribe(body, listener, stop, attached);
    });
}

base::Result<ocr::Transcription> Engine::readWithTesseract(
    const QImage &picture, const ocr::ReadRequest &asked, const ocr::TextListener &listener, std::stop_token stop)
{
    QJsonObject body = ocr::buildRequestForAttached(asked);
    body.insert(QStringLiteral("model"), readerName(Reader::Tesseract));
    const ocr::EncodedPicture attached = ocr::rawPicture(picture);
    return askOwnEngine(m_supervisor, stop, [&](const ocr::EngineAddress &address) {
        return ocr::Client(address, m_limits).transcribe(body, listener, stop, attached);
    });
}

base::Result<ocr::Orientation> Engine::orientation(const QImage &page, std::stop_token stop)
{
    const QByteArray picture = ocr::encodePicture(prepare::pictureForOrientation(page)).bytes;
    return askOwnEngine(m_supervisor, stop,
        [&](const ocr::EngineAddress &address) { return ocr::Client(address, m_limits).orientation(picture, stop); });
}

} // namespace pipeline
