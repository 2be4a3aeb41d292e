// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/ocr/client_exchanges.h"

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

TEST(Client, aServerThatSendsNothingButCommentsIsGivenUp)
{
    Impatience impatience;
    impatience.limits.commentsAlone = 0ms; // the first comment is one too many
    const base::Error error = errorFrom(
        [](FakeExchange &exchange) {
            exchange.beginStream();
            exchange.send(": waiting\n\n");
            exchange.waitUntilClientLeaves();
        },
        impatience.limits);
    EXPECT_EQ(error.code, TimedOut);
    EXPECT_TRUE(error.what.contains(u"busy"_s)) << qPrintable(error.what);
}

TEST(Client, aStopRequestEndsItAndHangsUp)
{
    std::stop_source source;
    std::promise<bool> left;
    FakeServer server([&](FakeExchange &exchange) {
        exchange.beginStream();
        exchange.sendDelta(u"Hel"_s);
        left.set_value(exchange.waitUntilClientLeaves());
    });
    std::jthread stopper;
    const TextListener listener{[&](QStringView) { stopper = std::jthread([&] { source.request_stop(); }); }, {}};
    const auto result = Client(addressOf(server)).transcribe(body, listener, source.get_token());
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
