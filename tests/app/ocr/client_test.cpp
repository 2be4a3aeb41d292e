// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ocr/client.h"

#include "tests/support/fake_server.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>

#include <algorithm>
#include <future>
#include <gtest/gtest.h>
#include <sys/resource.h>

using namespace ocr;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using support::FakeExchange;
using support::FakeServer;
using enum base::ErrorCode;

namespace {

const QJsonObject body{{u"model"_s, u"fake"_s}, {u"messages"_s, QJsonArray()}};

/// The product's limits with pauses that are noted instead of waited for.
struct Impatience {
    std::vector<std::chrono::milliseconds> pauses;
    ClientLimits limits;

    Impatience()
    {
        limits.pause = [this](std::chrono::milliseconds pause, const std::stop_token &) { pauses.push_back(pause); };
    }
};

EngineAddress addressOf(const FakeServer &server, const QByteArray &key = {})
{
    return *engineAddressFrom(server.url(), key);
}

/// Without @p more it is a good page: two pieces of text and the end.
void goodPage(FakeExchange &exchange)
{
    exchange.beginStream();
    exchange.sendDelta(u"Hello "_s);
    exchange.sendDelta(u"world"_s);
    exchange.sendEnd();
}

/// Sends @p bytes again and again until the client has gone.
void sendForever(FakeExchange &exchange, const QByteArray &contentType, int status, const QByteArray &bytes)
{
    exchange.beginStream(contentType, status);
    while (exchange.send(bytes)) { }
}

/// What the listener heard, in order: text, and "|" for each restart.
struct Heard {
    QString all;
    TextListener listener{[this](QStringView delta) { all += delta; }, [this] { all += u'|'; }};
};

base::Error errorFrom(const FakeServer::Handler &handler, const ClientLimits &limits, const QByteArray &key = {})
{
    const FakeServer server(handler);
    const auto result = Client(addressOf(server, key), limits).transcribe(body, {}, {});
    return result ? base::Error{Cancelled, u"no error: "_s + result->text, {}, {}} : result.error();
}

std::chrono::milliseconds timeOf(const std::function<void()> &work)
{
    const auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - start);
}

} // namespace

TEST(Client, textComesAsItArrivesOnTheCallingThread)
{
    std::promise<void> firstPieceHeard;
    FakeServer server([&](FakeExchange &exchange) {
        exchange.beginStream();
        exchange.sendDelta(u"first"_s);
        if (firstPieceHeard.get_future().wait_for(20s) != std::future_status::ready)
            return; // the client kept it back
        exchange.sendDelta(u" second"_s);
        exchange.sendEnd();
    });
    QString heard;
    const auto caller = std::this_thread::get_id();
    const TextListener listener{[&](QStringView delta) {
                                    EXPECT_EQ(std::this_thread::get_id(), caller);
                                    if (heard.isEmpty())
                                        firstPieceHeard.set_value();
                                    heard += delta;
                                },
        {}};
    const auto result = Client(addressOf(server)).transcribe(body, listener, {});
    ASSERT_TRUE(result.has_value()) << qPrintable(result.error().what);
    EXPECT_EQ(result->text, u"first second"_s);
    EXPECT_EQ(heard, result->text);
    EXPECT_EQ(result->finishReason, u"stop"_s);
    EXPECT_EQ(result->completionTokens, 7);
}

TEST(Client, theRequestIsAStreamOfThisModelWithTheKey)
{
    QJsonObject sent;
    FakeServer server([&](FakeExchange &exchange) {
        EXPECT_EQ(exchange.method, "POST");
        EXPECT_EQ(exchange.path, "/v1/chat/completions");
        EXPECT_EQ(exchange.header("authorization"), "Bearer secret");
        EXPECT_EQ(exchange.header("content-type"), "application/json");
        sent = QJsonDocument::fromJson(exchange.body).object();
        goodPage(exchange);
    });
    ASSERT_TRUE(Client(addressOf(server, "secret")).transcribe(body, {}, {}).has_value());
    EXPECT_TRUE(sent.value(u"stream"_s).toBool());
    EXPECT_EQ(sent.value(u"model"_s), u"fake"_s);
}

TEST(Client, anAttachedPictureComesBehindTheJsonAsItIs)
{
    QByteArray type;
    QByteArray sent;
    FakeServer server([&](FakeExchange &exchange) {
        type = exchange.header("content-type");
        sent = exchange.body;
        goodPage(exchange);
    });
    const QByteArray picture("P5\n2 2 255\n\0\r\n\xFF", 15);
    ASSERT_TRUE(Client(addressOf(server)).transcribe(body, {}, {}, {picture, "image/x-portable-anymap"}).has_value());
    ASSERT_TRUE(type.startsWith("multipart/related; type=\"application/json\"; boundary="));
    const QByteArray boundary = type.mid(type.indexOf("boundary=") + 9);
    EXPECT_TRUE(sent.startsWith("--" + boundary + "\r\nContent-Type: application/json\r\n\r\n{"));
    EXPECT_TRUE(sent.endsWith("\r\nContent-ID: <page>\r\n\r\n" + picture + "\r\n--" + boundary + "--\r\n"));
}

TEST(Client, aPageThatMustBeTurnedSaysHowFar)
{
    FakeServer server([&](FakeExchange &exchange) {
        exchange.beginStream();
        exchange.send(
            "data: {\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}],\"recto\":{\"orientation\":"
            "{\"degrees\":270,\"confidence\":14.5,\"script\":\"Latin\",\"languages\":[\"eng\"]}}}\n\ndata: [DONE]\n\n");
    });
    const auto result = Client(addressOf(server)).transcribe(body, {}, {});
    ASSERT_TRUE(result.has_value());
    ASSERT_TRUE(result->orientation.has_value());
    EXPECT_EQ(result->orientation->clockwiseDegrees, 270);
    EXPECT_EQ(result->orientation->confidence, 14.5);
    EXPECT_EQ(result->orientation->languages, QStringList{u"eng"_s});
}

TEST(Client, worksOverAUnixSocketAndEachSocketIsItsOwn)
{
    const QTemporaryDir folder;
    const auto serverNamed = [&](const char *name) {
        const QString text = QString::fromLatin1(name);
        return std::make_unique<FakeServer>(folder.filePath(text).toStdString(), [text](FakeExchange &exchange) {
            exchange.beginStream();
            exchange.sendDelta(text);
            exchange.sendEnd();
        });
    };
    const auto one = serverNamed("one");
    const auto two = serverNamed("two");
    for (const QString &name : {u"one"_s, u"two"_s, u"one"_s}) {
        EngineAddress address;
        address.socketPath = folder.filePath(name);
        const auto result = Client(address).transcribe(body, {}, {});
        ASSERT_TRUE(result.has_value()) << qPrintable(result.error().what);
        EXPECT_EQ(result->text, name);
    }
    EngineAddress nowhere;
    nowhere.socketPath = folder.filePath(u"three"_s);
    const auto result = Client(nowhere).transcribe(body, {}, {});
    ASSERT_FALSE(result.has_value());
    EXPECT_EQ(result.error().code, EngineUnreachable);
}

TEST(Client, thirtyTwoPagesAreReallyInFlightAtOnce)
{
    support::Gathering all(32);
    FakeServer server([&](FakeExchange &exchange) {
        if (all.arriveAndWait())
            goodPage(exchange);
    });
    const Client client(addressOf(server));
    std::vector<std::future<bool>> pages;
    for (int i = 0; i < 32; ++i)
        pages.push_back(std::async(std::launch::async, [&] { return client.transcribe(body, {}, {}).has_value(); }));
    EXPECT_TRUE(std::ranges::all_of(pages, [](auto &page) { return page.get(); }));
}

TEST(Client, aBusyServerIsAskedAgainWhenItSaysSo)
{
    Impatience impatience;
    int asked = 0;
    FakeServer server([&](FakeExchange &exchange) {
        ++asked;
        if (asked == 1)
            exchange.answer(
                503, "application/json", R"({"error":{"message":"full","code":"queue_full"}})", "Retry-After: 7\r\n");
        else if (asked == 2)
            exchange.answer(429, "text/plain", "slow down",
                "Retry-After: "
                    + QDateTime::currentDateTimeUtc()
                        .addSecs(30)
                        .toString(u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s)
                        .toLatin1()
                    + "\r\n");
        else
            goodPage(exchange);
    });
    const auto result = Client(addressOf(server), impatience.limits).transcribe(body, {}, {});
    ASSERT_TRUE(result.has_value()) << qPrintable(result.error().what);
    ASSERT_EQ(impatience.pauses.size(), 2U);
    EXPECT_GE(impatience.pauses[0], 7s);
    EXPECT_LE(impatience.pauses[0], 9s);
    EXPECT_GE(impatience.pauses[1], 28s);
    EXPECT_LE(impatience.pauses[1], 38s);
}

TEST(Client, aServerThatStaysBusyIsGivenUpAfterAllAttempts)
{
    Impatience impatience;
    int asked = 0;
    const base::Error error = errorFrom(
        [&](FakeExchange &exchange) {
            ++asked;
            exchange.answer(503, "application/json", R"({"error":{"message":"the queue is full"}})");
        },
        impatience.limits);
    EXPECT_EQ(error.code, EngineBusy);
    EXPECT_TRUE(error.what.contains(u"the queue is full"_s));
    EXPECT_EQ(asked, impatience.limits.attempts);
}

TEST(Client, aConnectionLostBeforeAnyTextIsTriedAgain)
{
    Impatience impatience;
    std::atomic<int> asked = 0;
    FakeServer server([&](FakeExchange &exchange) {
        if (++asked <= 5) // the library itself asks again a few times when nothing at all came back
            exchange.reset();
        else
            goodPage(exchange);
    });
    Heard heard;
    const auto result = Client(addressOf(server), impatience.limits).transcribe(body, heard.listener, {});
    ASSERT_TRUE(result.has_value()) << qPrintable(result.error().what);
    EXPECT_EQ(heard.all, u"Hello world"_s);
    EXPECT_GE(impatience.pauses.size(), 1U);
}

TEST(Client, aConnectionLostAfterTheHeadIsTriedAgain)
{
    Impatience impatience;
    std::atomic<int> asked = 0;
    FakeServer server([&](FakeExchange &exchange) {
        if (++asked == 1)
            exchange.beginStream("text/event-stream", 200, "Content-Length: 1000\r\n");
        else
            goodPage(exchange);
    });
    ASSERT_TRUE(Client(addressOf(server), impatience.limits).transcribe(body, {}, {}).has_value());
    EXPECT_EQ(impatience.pauses.size(), 1U);
}

TEST(Client, anAnswerTornInItsMiddleIsReadOnceMoreAndTheTextBegunIsVoid)
{
    Impatience impatience;
    std::atomic<int> asked = 0;
    FakeServer server([&](FakeExchange &exchange) {
        if (++asked > 1)
            return goodPage(exchange);
        exchange.beginStream();
        exchange.sendDelta(u"Hel"_s);
    });
    Heard heard;
    const auto result = Client(addressOf(server), impatience.limits).transcribe(body, heard.listener, {});
    ASSERT_TRUE(result.has_value()) << qPrintable(result.error().what);
    EXPECT_EQ(heard.all, u"Hel|Hello world"_s);
    EXPECT_EQ(result->text, u"Hello world"_s);
}

TEST(Client, anAnswerTornTwiceIsAnError)
{
    Impatience impatience;
    std::atomic<int> asked = 0;
    const base::Error error = errorFrom(
        [&](FakeExchange &exchange) {
            ++asked;
            exchange.beginStream("text/event-stream", 200, "Content-Length: 100000\r\n");
            exchange.sendDelta(u"Hel"_s);
            exchange.reset();
        },
        impatience.limits);
    EXPECT_EQ(error.code, EngineUnreachable);
    EXPECT_TRUE(error.what.contains(u"mid-answer"_s)) << qPrintable(error.what);
    EXPECT_EQ(asked, 2);
}

TEST(Client, aDeadLocalEngineIsLeftToItsSupervisor)
{
    const QTemporaryDir folder;
    const std::string path = folder.filePath(u"socket"_s).toStdString();
    Impatience impatience;
    FakeServer server(path, [](FakeExchange &exchange) {
        exchange.beginStream();
        exchange.sendDelta(u"Hel"_s);
    });
    EngineAddress address;
    address.socketPath = QString::fromStdString(path);
    const auto result = Client(address, impatience.limits).transcribe(body, {}, {});
    ASSERT_FALSE(result.has_value());
    EXPECT_EQ(result.error().code, EngineUnreachable);
    EXPECT_TRUE(impatience.pauses.empty());
    EXPECT_EQ(server.requests(), 1);
}

TEST(Client, aServerThatNeverAnswersIsGivenUpAfterTheFirstLimit)
{
    Impatience impatience;
    impatience.limits.firstByte = 150ms;
    int asked = 0;
    base::Error error;
    const auto time = timeOf([&] {
        error = errorFrom(
            [&](FakeExchange &exchange) {
                ++asked;
                exchange.waitUntilClientLeaves();
            },
            impatience.limits);
    });
    EXPECT_EQ(error.code, TimedOut);
    EXPECT_EQ(asked, 1);
    EXPECT_LT(time, 2s);
}

TEST(Client, aHeadAloneIsNoFirstByte)
{
    Impatience impatience;
    impatience.limits.firstByte = 300ms;
    impatience.limits.betweenEvents = 1ms;
    std::promise<void> headSent;
    const base::Error error = errorFrom(
        [&](FakeExchange &exchange) {
            exchange.beginStream();
            exchange.waitUntilClientLeaves();
        },
        impatience.limits);
    EXPECT_EQ(error.code, TimedOut);
    EXPECT_TRUE(error.what.contains(u"did not answer"_s)) << qPrintable(error.what);
}

TEST(Client, aServerThatFallsSilentInMidAnswerIsGivenUpAfterTheSecondLimit)
{
    Impatience impatience;
    impatience.limits.betweenEvents = 150ms;
    const base::Error error = errorFrom(
        [](FakeExchange &exchange) {
            exchange.beginStream();
            exchange.sendDelta(u"Hel"_s);
            exchange.waitUntilClientLeaves();
        },
        impatience.limits);
    EXPECT_EQ(error.code, TimedOut);
    EXPECT_TRUE(error.what.contains(u"fell silent"_s)) << qPrintable(error.what);
}

TEST(Client, commentsKeepASlowServerAlive)
{
    Impatience impatience;
    impatience.limits.betweenEvents = 1000ms;
    FakeServer server([](FakeExchange &exchange) {
        exchange.beginStream();
        for (int i = 0; i < 15; ++i) { // 1.5 s in all: longer than the limit between two events
            exchange.send(": waiting\n\n");
            std::this_thread::sleep_for(100ms); // a slow server is slow: the one thing here that takes time
        }
        exchange.sendDelta(u"late"_s);
        exchange.sendEnd();
    });
    const auto result = Client(addressOf(server), impatience.limits).transcribe(body, {}, {});
    ASSERT_TRUE(result.has_value()) << qPrintable(result.error().what);
    EXPECT_EQ(result->text, u"late"_s);
}

TEST(Client, aStopRequestEndsItWithin100MsAndHangsUp)
{
    std::stop_source source;
    std::promise<bool> left;
    FakeServer server([&](FakeExchange &exchange) {
        exchange.beginStream();
        exchange.sendDelta(u"Hel"_s);
        left.set_value(exchange.waitUntilClientLeaves());
    });
    std::chrono::steady_clock::time_point asked;
    std::jthread stopper;
    const TextListener listener{[&](QStringView) {
                                    stopper = std::jthread([&] {
                                        asked = std::chrono::steady_clock::now();
                                        source.request_stop();
                                    });
                                },
        {}};
    const auto result = Client(addressOf(server)).transcribe(body, listener, source.get_token());
    EXPECT_LT(std::chrono::steady_clock::now() - asked, 100ms);
    ASSERT_FALSE(result.has_value());
    EXPECT_EQ(result.error().code, Cancelled);
    EXPECT_TRUE(left.get_future().get());
}

TEST(Client, aStopRequestEndsAPauseToo)
{
    std::stop_source source;
    FakeServer server([&](FakeExchange &exchange) { exchange.answer(503, "text/plain", "", "Retry-After: 50\r\n"); });
    std::jthread stopper([&] {
        while (server.requests() == 0)
            std::this_thread::yield();
        source.request_stop();
    });
    std::optional<base::Result<Transcription>> result;
    EXPECT_LT(timeOf([&] { result = Client(addressOf(server)).transcribe(body, {}, source.get_token()); }), 5s);
    ASSERT_FALSE(result->has_value());
    EXPECT_EQ(result->error().code, Cancelled);
}

TEST(Client, whatIsStoppedBeforehandIsNotSent)
{
    std::stop_source source;
    source.request_stop();
    const FakeServer server(goodPage);
    const auto result = Client(addressOf(server)).transcribe(body, {}, source.get_token());
    ASSERT_FALSE(result.has_value());
    EXPECT_EQ(result.error().code, Cancelled);
}

TEST(Client, aWebPageIsNoAnswer)
{
    Impatience impatience;
    const base::Error error = errorFrom(
        [](FakeExchange &exchange) { exchange.answer(200, "text/html; charset=utf-8", "<!doctype html>Log in"); },
        impatience.limits);
    EXPECT_EQ(error.code, AnswerMalformed);
    EXPECT_TRUE(error.what.contains(u"web page"_s)) << qPrintable(error.what);
    EXPECT_TRUE(impatience.pauses.empty());
}

TEST(Client, anEndlessAnswerIsRefusedAtTheLimit)
{
    Impatience impatience;
    const QByteArray event
        = "data: {\"choices\":[{\"delta\":{\"content\":\"" + QByteArray(64 << 10, 'x') + "\"}}]}\n\n";
    const base::Error error = errorFrom(
        [&](FakeExchange &exchange) { sendForever(exchange, "text/event-stream", 200, event); }, impatience.limits);
    EXPECT_EQ(error.code, AnswerMalformed);
    EXPECT_TRUE(error.what.contains(u"too long"_s)) << qPrintable(error.what);
    EXPECT_TRUE(impatience.pauses.empty());
}

TEST(Client, anEndlessObjectIsRefusedAtTheLimit)
{
    Impatience impatience;
    const QByteArray spaces(1 << 20, ' ');
    const base::Error error = errorFrom(
        [&](FakeExchange &exchange) { sendForever(exchange, "application/json", 200, spaces); }, impatience.limits);
    EXPECT_EQ(error.code, AnswerMalformed);
    EXPECT_TRUE(error.what.contains(u"too long"_s)) << qPrintable(error.what);
}

TEST(Client, anEndlessErrorPageIsRefusedToo)
{
    Impatience impatience;
    const QByteArray spaces(1 << 20, ' ');
    const base::Error error = errorFrom(
        [&](FakeExchange &exchange) { sendForever(exchange, "text/plain", 400, spaces); }, impatience.limits);
    EXPECT_EQ(error.code, RequestRejected);
    EXPECT_TRUE(impatience.pauses.empty());
}

TEST(Client, aHundredMegabytesTakeNoMoreMemoryThanTheLimit)
{
    const auto peak = [] {
        rusage usage{};
        getrusage(RUSAGE_SELF, &usage);
        return usage.ru_maxrss; // KiB
    };
    Impatience impatience;
    impatience.limits.answerBytes = 1 << 20;
    const auto before = peak();
    const QByteArray event
        = "data: {\"choices\":[{\"delta\":{\"content\":\"" + QByteArray(64 << 10, 'x') + "\"}}]}\n\n";
    errorFrom(
        [&](FakeExchange &exchange) {
            exchange.beginStream();
            for (int sent = 0; sent < (100 << 20) && exchange.send(event); sent += static_cast<int>(event.size())) { }
        },
        impatience.limits);
    EXPECT_LT(peak() - before, 30 << 10);
}

TEST(Client, aKeyNeverFollowsARedirectToAnotherOrigin)
{
    const FakeServer thief([](FakeExchange &exchange) {
        ADD_FAILURE() << "the thief was asked, with " << exchange.header("authorization").constData();
        goodPage(exchange);
    });
    for (const int status : {301, 302, 303, 307, 308}) {
        Impatience impatience;
        const base::Error error = errorFrom(
            [&](FakeExchange &exchange) {
                exchange.answer(
                    status, "text/html", "moved", "Location: " + thief.url().toLatin1() + "/v1/chat/completions\r\n");
            },
            impatience.limits, "secret");
        EXPECT_EQ(error.code, RequestRejected) << status;
        EXPECT_TRUE(error.what.contains(thief.url())) << qPrintable(error.what);
    }
    EXPECT_EQ(thief.requests(), 0);
}

TEST(Client, aRedirectWithinTheOriginIsFollowed)
{
    FakeServer server([&](FakeExchange &exchange) {
        if (exchange.path == "/v1/chat/completions")
            return exchange.answer(307, "text/plain", "", "Location: /api/v1/chat/completions\r\n");
        EXPECT_EQ(exchange.method, "POST");
        EXPECT_FALSE(exchange.body.isEmpty());
        EXPECT_EQ(exchange.header("authorization"), "Bearer secret");
        goodPage(exchange);
    });
    ASSERT_TRUE(Client(addressOf(server, "secret")).transcribe(body, {}, {}).has_value());
}

TEST(Client, aCircleOfRedirectsEnds)
{
    Impatience impatience;
    int asked = 0;
    const base::Error error = errorFrom(
        [&](FakeExchange &exchange) {
            ++asked;
            exchange.answer(307, "text/plain", "", "Location: /v1/chat/completions\r\n");
        },
        impatience.limits);
    EXPECT_EQ(error.code, RequestRejected);
    EXPECT_LE(asked, 5);
}

TEST(Client, whatTheServerSaysIsPassedOnInPlainWords)
{
    Impatience impatience;
    const base::Error error = errorFrom(
        [](FakeExchange &exchange) {
            exchange.answer(400, "application/json",
                R"({"error":{"message":"no data for the language tlh in /usr/share/tessdata","code":"language_missing"}})");
        },
        impatience.limits);
    EXPECT_EQ(error.code, LanguageMissing);
    EXPECT_TRUE(error.what.contains(u"tlh"_s));
    EXPECT_TRUE(impatience.pauses.empty());
}

TEST(Client, anErrorInMidStreamIsTheServersWord)
{
    Impatience impatience;
    const base::Error error = errorFrom(
        [](FakeExchange &exchange) {
            exchange.beginStream();
            exchange.sendDelta(u"Hel"_s);
            exchange.sendEvent(R"({"error":{"message":"CUDA out of memory","code":"out_of_memory"}})");
            exchange.sendEvent("[DONE]");
        },
        impatience.limits);
    EXPECT_EQ(error.code, EngineOutOfMemory);
    EXPECT_TRUE(impatience.pauses.empty());
}

TEST(Client, anAnswerThatIsOneObjectIsTaken)
{
    FakeServer server([](FakeExchange &exchange) {
        exchange.answer(200, "application/json",
            R"({"model":"m","choices":[{"message":{"role":"assistant","content":"whole"},"finish_reason":"stop"}]})");
    });
    Heard heard;
    const auto result = Client(addressOf(server)).transcribe(body, heard.listener, {});
    ASSERT_TRUE(result.has_value()) << qPrintable(result.error().what);
    EXPECT_EQ(result->text, u"whole"_s);
    EXPECT_EQ(heard.all, u"whole"_s);
}

TEST(Client, aServerThatKeepsTheConnectionAfterDoneIsNotWaitedFor)
{
    FakeServer server([](FakeExchange &exchange) {
        goodPage(exchange);
        exchange.waitUntilClientLeaves();
    });
    EXPECT_LT(timeOf([&] { EXPECT_TRUE(Client(addressOf(server)).transcribe(body, {}, {}).has_value()); }), 5s);
}

TEST(Client, theOnlyModelIsTakenAndAskedForOnce)
{
    std::atomic<int> lists = 0;
    QByteArray sent;
    FakeServer server([&](FakeExchange &exchange) {
        if (exchange.path == "/v1/models") {
            ++lists;
            return exchange.answer(
                200, "application/json", R"({"object":"list","data":[{"id":"deepseek-ai/DeepSeek-OCR"}]})");
        }
        sent = exchange.body;
        goodPage(exchange);
    });
    const Client client(addressOf(server));
    const QJsonObject withoutModel{{u"messages"_s, QJsonArray()}};
    ASSERT_TRUE(client.transcribe(withoutModel, {}, {}).has_value());
    ASSERT_TRUE(Client(client).transcribe(withoutModel, {}, {}).has_value());
    EXPECT_EQ(lists, 1);
    EXPECT_EQ(QJsonDocument::fromJson(sent).object().value(u"model"_s), u"deepseek-ai/DeepSeek-OCR"_s);
}

TEST(Client, ofSeveralModelsOneMustBeNamed)
{
    FakeServer server([](FakeExchange &exchange) {
        exchange.answer(200, "application/json", R"({"data":[{"id":"a/one"},{"id":"b/two"}]})");
    });
    const auto result = Client(addressOf(server)).model({});
    ASSERT_FALSE(result.has_value());
    EXPECT_EQ(result.error().code, RequestRejected);
    EXPECT_TRUE(result.error().what.contains(u"a/one, b/two"_s)) << qPrintable(result.error().what);
    EXPECT_TRUE(result.error().remedy.contains(u"#"_s));
    const auto named = Client(*engineAddressFrom(server.url() + u"#b/two"_s, {})).model({});
    EXPECT_EQ(named.value(), u"b/two"_s);
}

TEST(Client, aWrongAddressIsToldSoonAndNamesItself)
{
    Impatience impatience;
    QString url;
    {
        const FakeServer gone(goodPage);
        url = gone.url();
    }
    const auto result = Client(*engineAddressFrom(url, {}), impatience.limits).transcribe(body, {}, {});
    ASSERT_FALSE(result.has_value());
    EXPECT_EQ(result.error().code, EngineUnreachable);
    EXPECT_TRUE(result.error().what.contains(url));
    EXPECT_LE(impatience.pauses.size(), 2U);
}

TEST(Client, orientationIsAskedWithThePictureItself)
{
    FakeServer server([](FakeExchange &exchange) {
        EXPECT_EQ(exchange.path, "/v1/recto/orientation");
        EXPECT_EQ(exchange.body, "PICTURE");
        exchange.answer(200, "application/json",
            R"({"degrees":270,"confidence":14.2,"script":"Han","script_confidence":3,"languages":["chi_sim","eng"]})");
    });
    const auto result = Client(addressOf(server)).orientation("PICTURE", {});
    ASSERT_TRUE(result.has_value());
    EXPECT_EQ(result->clockwiseDegrees, 270);
    EXPECT_EQ(result->confidence, 14.2);
    EXPECT_EQ(result->script, u"Han"_s);
    EXPECT_EQ(result->languages, (QStringList{u"chi_sim"_s, u"eng"_s}));
}

TEST(Client, anOrientationThatIsNoneIsMalformed)
{
    FakeServer server(
        [](FakeExchange &exchange) { exchange.answer(200, "application/json", R"({"degrees":45,"confidence":99})"); });
    const auto result = Client(addressOf(server)).orientation("PICTURE", {});
    ASSERT_FALSE(result.has_value());
    EXPECT_EQ(result.error().code, AnswerMalformed);
}

TEST(Client, aProxyIsNotAskedForWhatIsOnThisMachine)
{
    const FakeServer proxy([](FakeExchange &exchange) {
        ADD_FAILURE() << "asked for " << exchange.path.constData();
        exchange.answer(502, "text/plain", "");
    });
    qputenv("http_proxy", proxy.url().toLatin1());
    const FakeServer server(goodPage);
    EXPECT_TRUE(Client(addressOf(server)).transcribe(body, {}, {}).has_value());
    qunsetenv("http_proxy");
    EXPECT_EQ(proxy.requests(), 0);
}

TEST(Client, aStreamInSingleBytesIsUnderstood)
{
    FakeServer server([](FakeExchange &exchange) {
        exchange.beginStream();
        const QByteArray event = "data: {\"choices\":[{\"delta\":{\"content\":\"Größe 中文 "
                                 "😀\"},\"finish_reason\":\"stop\"}]}\r\n\r\ndata: [DONE]\r\n\r\n";
        for (const char byte : event)
            exchange.send(QByteArrayView(&byte, 1));
    });
    const auto result = Client(addressOf(server)).transcribe(body, {}, {});
    ASSERT_TRUE(result.has_value()) << qPrintable(result.error().what);
    EXPECT_EQ(result->text, u"Größe 中文 😀"_s);
}
