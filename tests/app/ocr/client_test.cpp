// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/ocr/client_exchanges.h"

#include <QTemporaryDir>

#include <algorithm>

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
