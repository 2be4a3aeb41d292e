// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ocr/answer.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace ocr {

namespace {

using base::ErrorCode;

struct Strings {
    Q_DECLARE_TR_FUNCTIONS(Answer)
};

/// Content as a string, or as the list of parts that some servers make of it.
QString contentOf(const QJsonValue &content)
{
    if (!content.isArray())
        return content.toString();
    QString text;
    for (const QJsonValue &part : content.toArray())
        text += part.toObject().value(u"text").toString();
    return text;
}

/// Whatever is no word is passed over: words add precision, the text is what counts.
QList<document::Word> wordsOf(const QJsonArray &array)
{
    QList<document::Word> words;
    words.reserve(array.size());
    for (const QJsonValue &value : array) {
        const QJsonObject object = value.toObject();
        const QJsonArray box = object.value(u"box").toArray();
        const auto isNumber = [](const QJsonValue &v) { return v.isDouble(); };
        if (box.size() != 4 || !std::ranges::all_of(box, isNumber) || !object.value(u"text").isString())
            continue;
        document::Word word;
        word.text = object.value(u"text").toString();
        word.box = base::NormalizedRect::of(box[0].toDouble(), box[1].toDouble(), box[2].toDouble(), box[3].toDouble());
        if (const QJsonValue confidence = object.value(u"confidence"); confidence.isDouble())
            word.confidence = std::clamp(confidence.toDouble(), 0.0, 1.0);
        words.append(word);
    }
    return words;
}

} // namespace

std::optional<Orientation> orientationIn(const QJsonObject &object)
{
    Orientation orientation;
    orientation.clockwiseDegrees = object.value(u"degrees").toInt(-1);
    orientation.confidence = object.value(u"confidence").toDouble();
    orientation.script = object.value(u"script").toString();
    for (const QJsonValue &language : object.value(u"languages").toArray())
        orientation.languages.append(language.toString());
    const int degrees = orientation.clockwiseDegrees;
    if (degrees != 0 && degrees != 90 && degrees != 180 && degrees != 270)
        return {};
    return orientation;
}

Answer::Answer(const ClientLimits &limits, const EngineAddress &address, std::function<void(QStringView)> grew,
    Loops loops, std::function<bool()> isEnough)
    : m_address(address)
    , m_grew(std::move(grew))
    , m_isEnough(std::move(isEnough))
    , m_bytesLeft(limits.answerBytes)
    , m_stream(limits.lineBytes)
    , m_loops(loops)
{
}

std::expected<void, Answer::Failure> Answer::take(const QByteArray &contentType, QByteArrayView bytes)
{
    m_bytesLeft -= bytes.size();
    if (m_bytesLeft < 0)
        return std::unexpected(base::Error{ErrorCode::AnswerMalformed,
            Strings::tr("%1 sent an answer far too long for a page").arg(m_address.displayName()),
            Strings::tr("check the model, or read the page with another reader (--reader)"), {}});
    if (m_kind == Kind::Unknown) {
        const auto kind = kindOf(contentType, bytes);
        if (!kind)
            return std::unexpected(kind.error());
        m_kind = *kind;
    }
    if (m_kind == Kind::Json) {
        m_json.append(bytes);
        return {};
    }
    const auto events = m_stream.take(bytes);
    if (!events)
        return std::unexpected(events.error());
    return takeEvents(*events);
}

std::expected<void, Answer::Failure> Answer::finish()
{
    if (m_kind == Kind::Stream) {
        if (!m_isWhole) {
            auto taken = takeEvents(m_stream.finish());
            if (!taken && std::holds_alternative<Complaint>(taken.error()))
                return taken; // half an event is no news: the answer is torn
        }
        m_isWhole = m_isWhole || !m_result.finishReason.isEmpty();
        markLoop();
        return {};
    }
    if (m_kind == Kind::Unknown)
        return std::unexpected(malformed(QStringLiteral("empty answer")));
    auto taken = takeObject(m_json, u"message");
    m_isWhole = taken.has_value();
    markLoop();
    return taken;
}

base::Result<Answer::Kind> Answer::kindOf(const QByteArray &contentType, QByteArrayView bytes) const
{
    const QByteArray type = contentType.split(';').first().trimmed().toLower();
    if (type == "text/event-stream")
        return Kind::Stream;
    if (type == "application/json")
        return Kind::Json;
    if (type.isEmpty()) // a server that does not say: an object begins with a brace, an event never
        return bytes.trimmed().startsWith('{') ? Kind::Json : Kind::Stream;
    const QString what = type == "text/html" ? Strings::tr("%1 answered with a web page").arg(m_address.displayName())
                                             : Strings::tr("%1 answered with %2, which is no transcript")
                                                   .arg(m_address.displayName(), QString::fromLatin1(type.left(60)));
    return base::failure(ErrorCode::AnswerMalformed, what,
        Strings::tr("check that the address (--engine) belongs to an OpenAI-compatible server"),
        QString::fromUtf8(bytes.first(std::min<qsizetype>(bytes.size(), 200))));
}

std::expected<void, Answer::Failure> Answer::takeEvents(const QList<QByteArray> &events)
{
    m_events += events.size();
    for (const QByteArray &event : events) {
        if (m_isWhole)
            break;
        if (event == "[DONE]") {
            m_isWhole = true;
            break;
        }
        if (auto taken = takeObject(event, u"delta"); !taken)
            return taken;
        const bool mustEnd = (m_loops == Loops::Cut && m_watch.loop()) || isEnough();
        if (mustEnd && m_result.finishReason.isEmpty()) {
            endLoop();
            break;
        }
    }
    return {};
}

std::expected<void, Answer::Failure> Answer::takeObject(const QByteArray &json, QStringView messageKey)
{
    QJsonParseError parse;
    const QJsonDocument document = QJsonDocument::fromJson(json, &parse);
    if (!document.isObject())
        return std::unexpected(
            malformed(parse.errorString() + QStringLiteral(": ") + QString::fromUtf8(json.left(200))));
    const QJsonObject object = document.object();
    if (auto complaint = complaintIn(object))
        return std::unexpected(*complaint);
    if (const QJsonArray choices = object.value(u"choices").toArray(); !choices.isEmpty())
        takeChoice(choices.first().toObject(), messageKey);
    else if (messageKey == u"message")
        return std::unexpected(malformed(QStringLiteral("no choices: ") + QString::fromUtf8(json.left(200))));
    if (const QString id = object.value(u"model").toString(); m_result.reader.isEmpty())
        m_result.reader = id;
    if (const QJsonValue recto = object.value(u"recto"); recto.isObject())
        takeRecto(recto.toObject());
    if (const QJsonObject usage = object.value(u"usage").toObject(); !usage.isEmpty()) {
        m_result.promptTokens = usage.value(u"prompt_tokens").toInt();
        m_result.completionTokens = usage.value(u"completion_tokens").toInt();
    }
    return {};
}

void Answer::takeChoice(const QJsonObject &choice, QStringView messageKey)
{
    grow(contentOf(choice.value(messageKey).toObject().value(u"content")));
    if (const QString reason = choice.value(u"finish_reason").toString(); !reason.isEmpty()) {
        m_result.finishReason = reason;
        m_result.repetition = m_result.repetition || reason == u"repetition";
        grow(std::exchange(m_highSurrogate, {}));
    }
}

void Answer::takeRecto(const QJsonObject &recto)
{
    if (const QString reader = recto.value(u"reader").toString(); !reader.isEmpty())
        m_result.reader = reader;
    m_result.modelSha256 = recto.value(u"model_sha256").toString().toLatin1();
    m_result.version = recto.value(u"version").toString();
    m_result.timings = recto.value(u"timings").toObject();
    m_result.visionTokens = recto.value(u"vision_tokens").toInt();
    m_result.validVisionTokens = recto.value(u"valid_vision_tokens").toInt();
    m_result.repetition = m_result.repetition || recto.value(u"repetition").toBool();
    if (const QJsonValue orientation = recto.value(u"orientation"); orientation.isObject())
        m_result.orientation = orientationIn(orientation.toObject());
    m_result.words = wordsOf(recto.value(u"words").toArray());
}

void Answer::grow(const QString &delta)
{
    QString text = std::exchange(m_highSurrogate, {}) + delta;
    if (text.isEmpty())
        return;
    if (text.back().isHighSurrogate() && !delta.isEmpty()) {
        m_highSurrogate = text.last(1);
        text.chop(1);
    }
    if (text.isEmpty())
        return;
    m_result.text += text;
    if (m_loops == Loops::Cut)
        m_watch.take(text);
    if (m_grew)
        m_grew(text);
}

/// The server would go on until its limit: what it says from here on is not waited for.
void Answer::endLoop()
{
    m_result.finishReason = QStringLiteral("repetition");
    m_isWhole = true;
}

/// At the end: cuts a loop down to its first round, and marks an end that repeats itself.
void Answer::markLoop()
{
    if (isEnough() && !m_watch.loop()) { // whoever said so knows where to cut
        endLoop();
        m_result.repetition = true;
        return;
    }
    if (m_loops == Loops::Pass)
        return;
    const bool isCut = m_result.finishReason == QLatin1StringView("repetition") || m_watch.loop();
    if (!isCut) {
        m_result.repetition = m_result.repetition || m_watch.suspected();
        return;
    }
    m_result.finishReason = QStringLiteral("repetition");
    m_result.repetition = true;
    if (const std::optional<TextLoop> loop = m_watch.likeliest()) {
        m_result.text.truncate(loop->kept());
        m_result.loopStart = loop->start;
    }
}

base::Error Answer::malformed(const QString &detail) const
{
    return {ErrorCode::AnswerMalformed, Strings::tr("the answer of %1 makes no sense").arg(m_address.displayName()),
        Strings::tr("check that the address (--engine) belongs to an OpenAI-compatible server"), detail};
}

} // namespace ocr
