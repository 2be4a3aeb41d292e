// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/ocr/client_exchanges.h"

#include <algorithm>
#include <random>
#include <sys/resource.h>

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
    std::mt19937 letters(1); // letters that never loop: a loop is cut long before the limit
    const auto event = [&] {
        QByteArray text(64 << 10, Qt::Uninitialized);
        std::ranges::generate(text, [&] { return static_cast<char>('a' + letters() % 26); });
        return "data: {\"choices\":[{\"delta\":{\"content\":\"" + text + "\"}}]}\n\n";
    };
    const base::Error error = errorFrom(
        [&](FakeExchange &exchange) {
            exchange.beginStream();
            while (exchange.send(event())) { }
        },
        impatience.limits);
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
