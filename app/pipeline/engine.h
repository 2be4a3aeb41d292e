// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ocr/client.h"
#include "app/ocr/engine_supervisor.h"

#include <QImage>

#include <memory>
#include <mutex>
#include <optional>

namespace pipeline {

enum class Reader { Auto, Text, Tesseract, DeepseekOcr, Replay };

/// Auto, Text, … as a person types them: "auto", "text", "tesseract", "deepseek-ocr", "replay".
[[nodiscard]] std::optional<Reader> readerNamed(QStringView name);
[[nodiscard]] QString readerName(Reader reader);

/// Where pages are read: our own engine, started when it is first needed, or a server that a person named.
///
/// Any thread, many calls at once. When our own engine dies in mid-page it is started anew and the page is sent once more.
class Engine {
public:
    explicit Engine(ocr::EngineHome home, ocr::ClientLimits limits = {});
    /// @param server  where pages are read. Which way up a page is, is still asked of our own engine.
    Engine(ocr::EngineHome home, ocr::EngineAddress server, ocr::ClientLimits limits = {});

    /// The model that pages are read with: the reader's name; for Reader::Auto the network when there is a model folder, else Tesseract;
    /// for a server the one given with its address or the only one it lists, and where it lists several, as our own engines do, deepseek-ocr
    /// before tesseract. Asks a server once. @return errors as of ocr::Client::models, RequestRejected naming the ids.
    [[nodiscard]] base::Result<QString> modelFor(Reader reader, std::stop_token stop);
    [[nodiscard]] bool isServer() const { return m_server.has_value(); }
    /// The server's name for people; empty for our own engine.
    [[nodiscard]] QString serverName() const;
    /// How many pages to have in flight when nobody says: one more than processors, so that one is always ready, or 8 for a server.
    [[nodiscard]] int usualConcurrency() const;

    /// @param body  of a chat completion, without model. @param model  as @c modelFor gives it. Errors as of ocr::Client::transcribe.
    [[nodiscard]] base::Result<ocr::Transcription> read(
        const QString &model, QJsonObject body, const ocr::TextListener &listener, std::stop_token stop);
    /// Reads a picture. Our own Tesseract gets its bare pixels and is asked which way up it stands in the same go, when @p asked says so.
    [[nodiscard]] base::Result<ocr::Transcription> read(const QString &model, const QImage &picture,
        const ocr::ReadRequest &asked, const ocr::TextListener &listener, std::stop_token stop);
    /// The same by our own Tesseract, also where a server reads the pages: for what its network does not get read.
    [[nodiscard]] base::Result<ocr::Transcription> readWithTesseract(
        const QImage &picture, const ocr::ReadRequest &asked, const ocr::TextListener &listener, std::stop_token stop);
    /// Whether @c read tells of a page that must be turned: then nobody needs to ask for @c orientation before.
    [[nodiscard]] bool tellsOrientation(const QString &model) const;
    /// Which way up a page is and what it can be read with. Errors as of ocr::Client::orientation.
    [[nodiscard]] base::Result<ocr::Orientation> orientation(const QImage &page, std::stop_token stop);

    /// Neither a server nor a model folder: pages are read by Tesseract alone.
    [[nodiscard]] bool isWithoutNetwork() const { return !m_server && !m_hasModelFolder; }

private:
    [[nodiscard]] base::Result<QString> serverModel(std::stop_token stop) const;
    [[nodiscard]] base::Result<ocr::Transcription> send(const QString &model, QJsonObject body,
        const ocr::EncodedPicture &attached, const ocr::TextListener &listener, std::stop_token stop);

    bool m_hasModelFolder;
    ocr::EngineSupervisor m_supervisor;
    ocr::ClientLimits m_limits;
    std::optional<ocr::Client> m_server;
    std::mutex m_mutex; ///< guards the one below
    QString m_serverModel; ///< once known
};

} // namespace pipeline
