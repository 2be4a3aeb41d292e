// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ocr/answer.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <gtest/gtest.h>

using namespace ocr;
using namespace Qt::StringLiterals;

namespace {

constexpr auto stream = "text/event-stream; charset=utf-8";

EngineAddress someServer()
{
    return *engineAddressFrom(u"http://host:8000"_s, {});
}

QByteArray recorded(const char *name)
{
    QFile file(QStringLiteral(TEST_DATA_DIR "/../contract/data/") + QLatin1StringView(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// What a stream comes to that arrives in these pieces.
Transcription transcriptionOf(const QList<QByteArray> &pieces, QString *grown = nullptr)
{
    Answer answer({}, someServer(), [grown](QStringView delta) {
        EXPECT_FALSE(delta.isEmpty());
        if (grown)
            grown->append(delta);
    });
    for (const QByteArray &piece : pieces)
        EXPECT_TRUE(answer.take(stream, piece).has_value());
    EXPECT_TRUE(answer.finish().has_value());
    EXPECT_TRUE(answer.isWhole());
    return answer.result();
}

base::ErrorCode malformedCode(const QByteArray &contentType, const QByteArray &bytes)
{
    Answer answer({}, someServer(), {});
    auto taken = answer.take(contentType, bytes);
    if (taken)
        taken = answer.finish();
    return taken ? base::ErrorCode::Cancelled : std::get<base::Error>(taken.error()).code;
}

} // namespace

TEST(Answer, ourEnginesStreamBecomesATranscription)
{
    const Transcription result = transcriptionOf({recorded("stream_recto.sse")});
    EXPECT_EQ(result.text, u"<|ref|>title<|/ref|><|det|>[[61, 48, 934, 120]]<|/det|>\n# Größe 中文 😀\n\n"_s);
    EXPECT_EQ(result.finishReason, u"stop"_s);
    EXPECT_EQ(result.reader, u"tesseract"_s);
    EXPECT_EQ(result.version, u"5.5.0"_s);
    EXPECT_EQ(result.modelSha256, "0123abcd");
    EXPECT_EQ(result.completionTokens, 3);
    EXPECT_EQ(result.timings.value(u"total_ms"_s).toDouble(), 12.5);
    ASSERT_EQ(result.words.size(), 2);
    EXPECT_EQ(result.words[0], (document::Word{u"Größe"_s, {0.061, 0.048, 0.5, 0.12}, 0.96}));
    EXPECT_EQ(result.words[1].text, u"中文"_s);
}

TEST(Answer, aStreamCutAtAnyByteGivesTheSameTranscription)
{
    for (const char *name : {"stream_recto.sse", "stream_vllm.sse"}) {
        const QByteArray bytes = recorded(name);
        ASSERT_FALSE(bytes.isEmpty());
        const QString whole = transcriptionOf({bytes}).text;
        for (qsizetype cut = 1; cut < bytes.size(); ++cut) {
            QString grown;
            ASSERT_EQ(transcriptionOf({bytes.first(cut), bytes.sliced(cut)}, &grown).text, whole) << name << ' ' << cut;
            ASSERT_EQ(grown, whole);
            ASSERT_FALSE(grown.contains(QChar::ReplacementCharacter));
        }
    }
}

TEST(Answer, aVllmServersStreamNamesItsModelAsTheReader)
{
    const Transcription result = transcriptionOf({recorded("stream_vllm.sse")});
    EXPECT_EQ(result.reader, u"deepseek-ai/DeepSeek-OCR"_s);
    EXPECT_EQ(result.text, u"<|ref|>text<|/ref|><|det|>[[1, 2, 3, 4]]<|/det|>\n𝒳 = 1\n"_s);
    EXPECT_EQ(result.promptTokens, 913);
    EXPECT_TRUE(result.words.isEmpty());
}

TEST(Answer, aCharacterPartedOverTwoDeltasWaitsForItsRest)
{
    QString grown;
    Answer answer({}, someServer(), [&grown](QStringView delta) {
        EXPECT_FALSE(delta.back().isHighSurrogate());
        grown += delta;
    });
    EXPECT_TRUE(answer.take(stream, "data: {\"choices\":[{\"delta\":{\"content\":\"a\\ud83d\"}}]}\n\n").has_value());
    EXPECT_EQ(grown, u"a"_s);
    EXPECT_TRUE(answer.take(stream, "data: {\"choices\":[{\"delta\":{\"content\":\"\\ude00b\"}}]}\n\n").has_value());
    EXPECT_EQ(grown, u"a😀b"_s);
}

TEST(Answer, aWholeObjectIsTakenFromAServerThatDoesNotStream)
{
    QString grown;
    Answer answer({}, someServer(), [&grown](QStringView delta) { grown += delta; });
    const QByteArray bytes
        = R"({"model":"m","choices":[{"message":{"content":"Größe"},"finish_reason":"length"}],"usage":{"completion_tokens":2}})";
    for (const char byte : bytes)
        ASSERT_TRUE(answer.take("application/json", QByteArray(1, byte)).has_value());
    ASSERT_TRUE(answer.finish().has_value());
    EXPECT_TRUE(answer.isWhole());
    EXPECT_EQ(answer.result().text, u"Größe"_s);
    EXPECT_EQ(grown, u"Größe"_s);
    EXPECT_EQ(answer.result().finishReason, u"length"_s);
}

TEST(Answer, aStreamWithoutItsEndIsTorn)
{
    Answer answer({}, someServer(), {});
    ASSERT_TRUE(
        answer.take(stream, "data: {\"choices\":[{\"delta\":{\"content\":\"half\"}}]}\n\ndata: {\"choi").has_value());
    ASSERT_TRUE(answer.finish().has_value());
    EXPECT_FALSE(answer.isWhole());
    EXPECT_TRUE(answer.hasText());
}

TEST(Answer, anErrorInTheStreamIsTheServersComplaint)
{
    for (const QByteArray &event :
        {QByteArrayLiteral(R"({"error":{"message":"CUDA is out of memory","code":"out_of_memory"}})"),
            QByteArrayLiteral(R"({"object":"error","message":"CUDA is out of memory","code":500})")}) {
        Answer answer({}, someServer(), {});
        const auto taken = answer.take(stream, "data: " + event + "\n\ndata: [DONE]\n\n");
        ASSERT_FALSE(taken.has_value());
        EXPECT_EQ(std::get<Complaint>(taken.error()).message, u"CUDA is out of memory"_s);
    }
}

TEST(Answer, whatIsNoTranscriptIsMalformed)
{
    using enum base::ErrorCode;
    EXPECT_EQ(malformedCode("text/html", "<!doctype html><title>Log in</title>"), AnswerMalformed);
    EXPECT_EQ(malformedCode("image/png", "\x89PNG"), AnswerMalformed);
    EXPECT_EQ(malformedCode("application/json", "{\"hello\": 1}"), AnswerMalformed);
    EXPECT_EQ(malformedCode("application/json", "[1, 2]"), AnswerMalformed);
    EXPECT_EQ(malformedCode("application/json", "{\"choices\": [{\"message\""), AnswerMalformed);
    EXPECT_EQ(malformedCode(stream, "data: no json\n\n"), AnswerMalformed);
    EXPECT_EQ(
        malformedCode(stream, "data: {\"choices\":[{\"delta\":{\"content\":\"\xFF\xFE\"}}]}\n\n"), AnswerMalformed);
}

TEST(Answer, fieldsOfTheWrongTypeDoNotHurt)
{
    const Transcription result = transcriptionOf(
        {R"(data: {"choices":[{"delta":{"content":null},"finish_reason":null}],"usage":null,"recto":[]}

data: {"choices":[{"delta":"x"}],"model":7}

data: {"choices":[{"delta":{"content":"ok"},"finish_reason":"stop"}],"recto":{"words":[1,{"text":"a"},{"text":"b","box":[1,2,3]},{"text":"c","box":[0,0,"1",1]},{"text":"d","box":[2,-1,0.5,1e99],"confidence":7}],"vision_tokens":"many","timings":3}}

data: [DONE]

)"});
    EXPECT_EQ(result.text, u"ok"_s);
    EXPECT_EQ(result.words, (QList<document::Word>{{u"d"_s, {0.5, 0, 1, 1}, 1}}));
}

TEST(Answer, anAnswerPastItsLimitIsRefused)
{
    ClientLimits limits;
    limits.answerBytes = 1000;
    Answer answer(limits, someServer(), {});
    const QByteArray event = "data: {\"choices\":[{\"delta\":{\"content\":\"0123456789\"}}]}\n\n";
    std::expected<void, Answer::Failure> taken;
    int events = 0;
    for (; taken && events < 100; ++events)
        taken = answer.take(stream, event);
    ASSERT_FALSE(taken.has_value());
    EXPECT_EQ(std::get<base::Error>(taken.error()).code, base::ErrorCode::AnswerMalformed);
    EXPECT_EQ(events, 1000 / event.size() + 1);
}

namespace {

QByteArray event(const QString &text, const char *finish = nullptr)
{
    const QJsonObject choice{{u"delta"_s, QJsonObject{{u"content"_s, text}}},
        {u"finish_reason"_s, finish ? QJsonValue(QString::fromLatin1(finish)) : QJsonValue()}};
    return "data: " + QJsonDocument(QJsonObject{{u"choices"_s, QJsonArray{choice}}}).toJson(QJsonDocument::Compact)
        + "\n\n";
}

} // namespace

TEST(Answer, aServersLoopIsCutAtOnceAndItsFirstRoundKept)
{
    const QString before = u"A page.\n\n"_s;
    const QString round = u"The same sentence again, word for word. "_s;
    Answer answer({}, someServer(), {});
    ASSERT_TRUE(answer.take(stream, event(before)));
    int sent = 0;
    while (!answer.isWhole() && sent < 1000) {
        ASSERT_TRUE(answer.take(stream, event(round)));
        ++sent;
    }
    EXPECT_LT(sent, 60); // some 10 tokens each
    ASSERT_TRUE(answer.finish());
    EXPECT_EQ(answer.result().finishReason, u"repetition"_s);
    EXPECT_TRUE(answer.result().repetition);
    EXPECT_EQ(answer.result().text, before + round);
}

TEST(Answer, aLoopThatTheServerCutLosesItsLaterRounds)
{
    const QString round = u"once more "_s;
    const Transcription result
        = transcriptionOf({event(u"A page:\n"_s + round.repeated(20)), event({}, "repetition"), "data: [DONE]\n\n"});
    EXPECT_EQ(result.text, u"A page:\nonce more "_s);
    EXPECT_TRUE(result.repetition);
}

TEST(Answer, anEndOfThreeEqualRowsIsMarkedAndKept)
{
    const QString text = u"<table>"_s + u"<tr><td>no</td><td>0</td></tr>"_s.repeated(3);
    const Transcription result = transcriptionOf({event(text), event({}, "stop"), "data: [DONE]\n\n"});
    EXPECT_EQ(result.text, text);
    EXPECT_EQ(result.finishReason, u"stop"_s);
    EXPECT_TRUE(result.repetition);
}

TEST(Answer, anAnswerOfWhichItsListenerHasEnoughEndsWithAllItsText)
{
    QString grown;
    Answer answer(
        {}, someServer(), [&grown](QStringView delta) { grown += delta; }, Answer::Loops::Cut,
        [&grown] { return grown.size() >= 8; });
    ASSERT_TRUE(answer.take(stream, event(u"one two "_s) + event(u"three "_s)));
    EXPECT_TRUE(answer.isWhole());
    ASSERT_TRUE(answer.finish());
    EXPECT_EQ(answer.result().text, u"one two "_s);
    EXPECT_EQ(answer.result().finishReason, u"repetition"_s);

    Answer whole({}, someServer(), {}, Answer::Loops::Cut, [] { return true; });
    ASSERT_TRUE(whole.take(
        "application/json", R"({"choices":[{"message":{"content":"all at once"},"finish_reason":"stop"}]})"));
    ASSERT_TRUE(whole.finish());
    EXPECT_EQ(whole.result().text, u"all at once"_s);
    EXPECT_EQ(whole.result().finishReason, u"repetition"_s);
}

TEST(Answer, lettersAsPrintedMayRepeat)
{
    Answer answer({}, someServer(), {}, Answer::Loops::Pass);
    const QString text = u"no no "_s.repeated(1000);
    ASSERT_TRUE(answer.take(stream, event(text)));
    EXPECT_FALSE(answer.isWhole());
    EXPECT_EQ(answer.result().text, text);
}
