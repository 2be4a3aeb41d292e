// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/ocr/client_exchanges.h"

#include <QTemporaryDir>

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
