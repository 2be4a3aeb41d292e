// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ocr/client.h"
#include "app/ocr/event_stream.h"
#include "app/ocr/loop_watch.h"
#include "app/ocr/refusal.h"

#include <variant>

namespace ocr {

/// Reads what the engine says of a picture's orientation; nothing when it makes no sense.
[[nodiscard]] std::optional<Orientation> orientationIn(const QJsonObject &object);

/// Puts one answer together as its bytes arrive: an event stream, or one JSON object when the server ignores "stream".
class Answer {
public:
    /// Why an answer is none.
    using Failure = std::variant<Complaint, base::Error>;

    /// Whether a text that goes round is ended here. Tesseract's never does, and its pages are long.
    enum class Loops { Cut, Pass };

    /// @param isEnough  as TextListener has it; may be empty.
    Answer(const ClientLimits &limits, const EngineAddress &address, std::function<void(QStringView)> grew,
        Loops loops = Loops::Cut, std::function<bool()> isEnough = {});

    /// Takes the next bytes. @param contentType  of the answer, the same each time.
    /// @return what the server complains of in the stream, or AnswerMalformed.
    [[nodiscard]] std::expected<void, Failure> take(const QByteArray &contentType, QByteArrayView bytes);

    /// At the end of the body. @return what arrived, or AnswerMalformed; nothing when it is torn (see @c isWhole).
    [[nodiscard]] std::expected<void, Failure> finish();

    /// Events so far; comments, which only keep the connection alive, are none.
    [[nodiscard]] qsizetype events() const { return m_events; }
    [[nodiscard]] bool hasText() const { return !m_result.text.isEmpty(); }
    /// The server said that it was done.
    [[nodiscard]] bool isWhole() const { return m_isWhole; }
    [[nodiscard]] const Transcription &result() const { return m_result; }

private:
    enum class Kind { Unknown, Stream, Json };

    [[nodiscard]] base::Result<Kind> kindOf(const QByteArray &contentType, QByteArrayView bytes) const;
    [[nodiscard]] std::expected<void, Failure> takeEvents(const QList<QByteArray> &events);
    [[nodiscard]] std::expected<void, Failure> takeObject(const QByteArray &json, QStringView messageKey);
    void takeChoice(const QJsonObject &choice, QStringView messageKey);
    void takeRecto(const QJsonObject &recto);
    void grow(const QString &delta);
    [[nodiscard]] bool isEnough() const { return m_isEnough && m_isEnough(); }
    void endLoop();
    void markLoop();
    [[nodiscard]] base::Error malformed(const QString &detail) const;

    EngineAddress m_address;
    std::function<void(QStringView)> m_grew;
    std::function<bool()> m_isEnough;
    qint64 m_bytesLeft;
    Kind m_kind = Kind::Unknown;
    EventStream m_stream;
    QByteArray m_json;
    Loops m_loops;
    LoopWatch m_watch;
    QString m_highSurrogate; ///< first half of a character beyond U+FFFF that a server parted over two deltas
    Transcription m_result;
    bool m_isWhole = false;
    qsizetype m_events = 0;
};

} // namespace ocr
