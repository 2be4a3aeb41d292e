// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/document/words.h"
#include "app/ocr/engine_address.h"
#include "app/ocr/request.h"

#include <QByteArray>
#include <QJsonObject>
#include <QStringList>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>

namespace ocr {

/// Which way up a picture is, as the engine sees it.
struct Orientation {
    int clockwiseDegrees = 0; ///< 0, 90, 180 or 270: turn the picture this far clockwise to make it upright
    double confidence
        = 0; ///< as Tesseract's OSD gives it, 0 when it cannot tell; prepare::turnFor knows from where on it counts
    QString script; ///< Latin, Han, …; empty when unknown
    QStringList languages; ///< installed data for the script, good as ReadRequest::languages; may be empty
};

/// What came back for one page.
struct Transcription {
    QString text; ///< the whole grounded transcript; of a loop (finishReason "repetition") only the first round is kept
    QString
        finishReason; ///< stop, length, … as the server said, empty when it did not say; repetition: it looped and was cut, by it or here
    QString reader; ///< recto.reader, or the server's model id
    QByteArray modelSha256; ///< lower-case hex; empty for foreign servers
    QString version; ///< of the engine; empty for foreign servers
    QList<document::Word> words; ///< boxes 0..1 of the sent picture; empty when the reader gives none
    QJsonObject timings; ///< as the engine gives them, milliseconds
    bool repetition = false; ///< cut, or marked: the text ends in three rounds or more of the same
    qsizetype loopStart = -1; ///< of a loop that was cut: where in the text its first round begins; -1 for none
    int visionTokens = 0;
    int validVisionTokens = 0;
    int promptTokens = 0; ///< 0 when the server does not count
    int completionTokens = 0; ///< 0 when the server does not count
    std::optional<Orientation>
        orientation; ///< when ReadRequest::leastTurnConfidence asked; a page that must be turned has no text
};

/// How long to wait, how often to try and how much to take. The defaults are the product's; tests give shorter ones.
struct ClientLimits {
    std::chrono::milliseconds firstByte{120'000}; ///< from sending to the first byte of the answer
    std::chrono::milliseconds betweenEvents{60'000}; ///< then, between two arrivals of bytes
    std::chrono::milliseconds commentsAlone{900'000}; ///< that comments may keep an answer alive without an event
    int attempts = 8; ///< in all (a minute with the pauses below), for 429, 503 and connections lost before any text
    std::chrono::milliseconds firstPause{500}; ///< before the second attempt; doubled each time, with jitter
    std::chrono::milliseconds longestPause{60'000}; ///< caps doubling and Retry-After alike
    qint64 answerBytes = 32 << 20; ///< of one answer; more is AnswerMalformed
    qint64 lineBytes
        = 8 << 20; ///< of one line of an event stream: the words of a newspaper page take over 1 MB in one line
    std::function<void(std::chrono::milliseconds, std::stop_token)>
        pause; ///< waits before an attempt; empty: really waits
};

/// Called on the thread that called transcribe.
struct TextListener {
    std::function<void(QStringView delta)> grew; ///< a piece of text arrived; may be empty
    /// All text so far is void: the connection was lost in mid-answer and the page is read again. May be empty.
    std::function<void()> restarted;
    /// Asked after each piece: whether the rest is not wanted, since what came last is not on the page. The answer ends there as one that loops
    /// (finishReason "repetition"), with all its text. May be empty.
    std::function<bool()> isEnough;
};

/// Talks to one engine. Blocking calls, each with connections of its own; any thread, many at once (as many as there
/// are calls are really in flight). Needs a QCoreApplication, not its event loop.
///
/// - Retries with back-off on 429, 503 and lost connections before any text (Retry-After obeyed); an answer torn in its
///   middle is asked for once more. Our own engine is never asked again when its connection is lost: it may be dead,
///   and starting it again is for EngineSupervisor; the caller asks that and tries the page once more.
/// - Every wait ends within 100 ms of a stop request (Cancelled); the server sees the connection close.
/// - The token goes to the address's own origin only; redirects elsewhere are refused.
class Client {
public:
    explicit Client(EngineAddress address, ClientLimits limits = {});

    /// @param body      an OpenAI chat-completions request (see request.h); stream is set here, and model when it has none.
    /// @param attached  a picture that goes beside the body as its own bytes (buildRequestForAttached), to our own engines only; empty: none.
    /// @return EngineUnreachable, EngineBusy, EngineOutOfMemory, RequestRejected, AnswerMalformed, TimedOut,
    /// LanguageMissing, Cancelled.
    [[nodiscard]] base::Result<Transcription> transcribe(const QJsonObject &body, const TextListener &listener,
        std::stop_token stop, const EncodedPicture &attached = {}) const;

    /// Our own engines only. @param picture  an encoded picture (PNG or JPEG; small will do, see
    /// prepare::pictureForOrientation).
    [[nodiscard]] base::Result<Orientation> orientation(const QByteArray &picture, std::stop_token stop) const;

    /// Ids that /v1/models lists.
    [[nodiscard]] base::Result<QStringList> models(std::stop_token stop) const;

    /// The address's model, else the only id that /v1/models lists (asked once); RequestRejected naming the ids when
    /// there are several.
    [[nodiscard]] base::Result<QString> model(std::stop_token stop) const;

    [[nodiscard]] const EngineAddress &address() const { return m_address; }

private:
    struct Shared;
    EngineAddress m_address;
    ClientLimits m_limits;
    std::shared_ptr<Shared> m_shared; ///< what copies of this client have in common: the model's id, once known
};

} // namespace ocr
