// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/document/words.h"

#include <QByteArray>
#include <QUrl>

#include <chrono>
#include <functional>
#include <stop_token>

namespace ocr {

/// Where an engine answers: our own over a Unix socket, or any OpenAI-compatible server.
struct EngineAddress {
    QUrl url;            ///< http(s)://host[:port][/v1] for a server; empty for our own engine
    QString socketPath;  ///< our own engine's Unix socket; empty for a server
    QByteArray token;    ///< bearer token or API key; goes only to this origin
    QString model;       ///< tesseract, deepseek-ocr, replay, or the server's; empty: the only one /v1/models lists

    [[nodiscard]] bool isLocal() const { return !socketPath.isEmpty(); }
};

/// What came back for one page.
struct Transcription {
    QString text;                       ///< the whole grounded transcript
    QString finishReason;               ///< stop, length, repetition, … as the server said
    QString reader;                     ///< recto.reader, or the server's model id
    QByteArray modelSha256;
    QString version;
    QList<document::Word> words;        ///< boxes 0..1 of the sent picture; empty when the reader gives none
    bool repetition = false;
    int visionTokens = 0;
    int validVisionTokens = 0;
};

/// Which way up a picture is.
struct Orientation {
    int clockwiseDegrees = 0; ///< turn the picture this far clockwise to make it upright
    double confidence = 0;    ///< as Tesseract's OSD gives it; see prepare for the threshold
};

/// Talks to one engine. Blocking calls, each with its own connection; any thread, many at once.
///
/// Retries with back-off on 429, 503 and lost connections (Retry-After obeyed); gives up when the first byte takes over 120 s or 60 s
/// pass between events; refuses answers over 32 MB or of the wrong content type.
class Client {
public:
    using Clock = std::chrono::steady_clock;
    /// Called on the calling thread with each piece of text as it arrives.
    using OnText = std::function<void(QStringView delta)>;

    explicit Client(EngineAddress address);

    /// @param body  an OpenAI chat-completions request (see request.h); @c stream is set by this.
    /// @return EngineUnreachable, EngineBusy, RequestRejected, AnswerMalformed, TimedOut, LanguageMissing, Cancelled.
    [[nodiscard]] base::Result<Transcription> transcribe(const QJsonObject &body, const OnText &onText, std::stop_token stop) const;
    /// Our own engine only. @param picture  an encoded picture (PNG or JPEG).
    [[nodiscard]] base::Result<Orientation> orientation(const QByteArray &picture, std::stop_token stop) const;
    /// Ids that /v1/models lists.
    [[nodiscard]] base::Result<QStringList> models(std::stop_token stop) const;

private:
    EngineAddress m_address;
};

} // namespace ocr
