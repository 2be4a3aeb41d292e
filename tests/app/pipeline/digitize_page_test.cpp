// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pipeline/digitize_page.h"
#include "app/pipeline/digitize_sources.h"
#include "tests/support/fake_server.h"

#include <gtest/gtest.h>

#include <semaphore>

using namespace pipeline;
using document::PageStatus;

namespace {

const QString titleAndText
    = QStringLiteral("<|ref|>title<|/ref|><|det|>[[0, 0, 999, 99]]<|/det|>\n# Report\n\n"
                     "<|ref|>text<|/ref|><|det|>[[0, 100, 999, 999]]<|/det|>\nWords *and* more\n\n");

/// A server that reads pages as the test says; our own engine is not there, so pages stay as they lie.
class Reading : public ::testing::Test {
protected:
    Reading()
        : m_server([this](support::FakeExchange &exchange) {
            if (exchange.method == "GET")
                return exchange.answer(
                    200, "application/json", R"({"object":"list","data":[{"id":"fake","object":"model"}]})");
            answer(exchange);
        })
    {
    }

    std::unique_ptr<PageSource> open(const char *name)
    {
        auto source = PageSource::open(base::NativePath(TEST_DATA_DIR) / "documents" / name, {});
        return source ? *std::move(source) : nullptr;
    }

    Engine &engine()
    {
        if (!m_engine) {
            ocr::EngineAddress address;
            address.url = m_server.url();
            m_engine.emplace(ocr::EngineHome{}, address);
        }
        return *m_engine;
    }

    static ReadOptions withReader(Reader reader)
    {
        ReadOptions options;
        options.reader = reader;
        return options;
    }

    std::function<void(support::FakeExchange &)> answer = [](support::FakeExchange &exchange) {
        exchange.beginStream();
        exchange.sendDelta(titleAndText);
        exchange.sendEnd();
    };
    support::FakeServer m_server;
    std::optional<Engine> m_engine;
};

} // namespace

TEST_F(Reading, aSoundTextLayerIsTakenWithoutAsking)
{
    const auto source = open("pdfa-crazyones.pdf");
    ASSERT_TRUE(source);
    answer = [](support::FakeExchange &) { ADD_FAILURE() << "the server was asked"; };
    const document::Page page = digitizePage(*source, engine(), {}, 0, {}, {}).page;
    EXPECT_EQ(page.status, PageStatus::Ok);
    EXPECT_EQ(page.reader, QStringLiteral("text"));
    EXPECT_FALSE(page.reason.isEmpty());
    EXPECT_FALSE(page.blocks.isEmpty());
}

TEST_F(Reading, aPictureIsSentAndItsTranscriptBecomesBlocks)
{
    const auto source = open("eurotext.tif");
    ASSERT_TRUE(source);
    const document::Page page = digitizePage(*source, engine(), {}, 0, {}, {}).page;
    EXPECT_EQ(page.status, PageStatus::Ok);
    EXPECT_EQ(page.reader, QStringLiteral("fake"));
    EXPECT_EQ(page.transcript, titleAndText);
    ASSERT_EQ(page.blocks.size(), 2);
    EXPECT_EQ(page.blocks[0].level, 1);
    EXPECT_EQ(page.blocks[1].text, QStringLiteral("Words and more"));
}

TEST_F(Reading, aBlockIsToldWhileTheServerStillSpeaks)
{
    const auto source = open("eurotext.tif");
    ASSERT_TRUE(source);
    std::binary_semaphore seen(0);
    bool wasInTime = false;
    answer = [&](support::FakeExchange &exchange) {
        exchange.beginStream();
        exchange.sendDelta(titleAndText);
        wasInTime = seen.try_acquire_for(std::chrono::seconds(30)); // the end is only sent after the block was told
        exchange.sendEnd();
    };
    PageEvents events;
    bool isTold = false;
    events.grew = [&](const document::Page &soFar) {
        EXPECT_EQ(soFar.status, PageStatus::Reading);
        if (!std::exchange(isTold, true))
            seen.release();
        EXPECT_FALSE(soFar.blocks.isEmpty());
    };
    EXPECT_EQ(digitizePage(*source, engine(), {}, 0, events, {}).page.status, PageStatus::Ok);
    EXPECT_TRUE(wasInTime);
}

TEST_F(Reading, stoppingKeepsWhatWasReadAsPartial)
{
    const auto source = open("eurotext.tif");
    ASSERT_TRUE(source);
    answer = [](support::FakeExchange &exchange) {
        exchange.beginStream();
        exchange.sendDelta(titleAndText);
        exchange.waitUntilClientLeaves();
    };
    std::stop_source stop;
    PageEvents events;
    events.grew = [&](const document::Page &) { stop.request_stop(); };
    const document::Page page = digitizePage(*source, engine(), {}, 0, events, stop.get_token()).page;
    EXPECT_EQ(page.status, PageStatus::Partial);
    EXPECT_EQ(page.blocks.size(), 2);
    ASSERT_TRUE(page.error);
    EXPECT_EQ(page.error->code, base::ErrorCode::Cancelled);
}

TEST_F(Reading, stoppedBeforeAnythingWasReadAPageIsUnread)
{
    const auto source = open("eurotext.tif");
    ASSERT_TRUE(source);
    std::stop_source stop;
    stop.request_stop();
    const document::Page page = digitizePage(*source, engine(), {}, 0, {}, stop.get_token()).page;
    EXPECT_EQ(page.status, PageStatus::Unread);
}

TEST_F(Reading, theTextReaderRefusesAPicture)
{
    const auto source = open("eurotext.tif");
    ASSERT_TRUE(source);
    const document::Page page = digitizePage(*source, engine(), withReader(Reader::Text), 0, {}, {}).page;
    EXPECT_EQ(page.status, PageStatus::Failed);
    ASSERT_TRUE(page.error);
    EXPECT_FALSE(page.error->remedy.isEmpty());
}

TEST_F(Reading, picturesAreCutOutUnlessTheyAreNotWanted)
{
    const auto source = open("eurotext.tif");
    ASSERT_TRUE(source);
    answer = [](support::FakeExchange &exchange) {
        exchange.beginStream();
        exchange.sendDelta(QStringLiteral("<|ref|>image<|/ref|><|det|>[[0, 0, 499, 499]]<|/det|>\n\n"));
        exchange.sendEnd();
    };
    ReadOptions options;
    document::PageContent content = digitizePage(*source, engine(), options, 0, {}, {});
    ASSERT_EQ(content.crops.size(), 1);
    EXPECT_EQ(content.crops[0].name, QStringLiteral("p0001-01.png"));
    EXPECT_EQ(content.page.blocks[0].image, content.crops[0].name);
    options.crops = Crops::Skip;
    content = digitizePage(*source, engine(), options, 0, {}, {});
    EXPECT_TRUE(content.crops.isEmpty());
    EXPECT_TRUE(content.page.blocks[0].image.isEmpty());
}

TEST_F(Reading, sourcesAndPagesAreHandedOverInOrder)
{
    const base::NativePath folder = base::NativePath(TEST_DATA_DIR) / "documents";
    const std::vector<QueuedSource> sources{{folder / "rotation-2-pages.pdf", {}}, {folder / "zero-pages.pdf", {}},
        {folder / "eurotext.tif", QStringLiteral("scan")}};
    QStringList heard;
    RunListener listener;
    listener.opened = [&](size_t source, const base::Result<document::Document> &document, const QList<int> &) {
        heard << QStringLiteral("%1 %2").arg(source).arg(document ? document->source.name : QStringLiteral("failed"));
        return document ? RunListener::Answer::GoOn : RunListener::Answer::GiveUp;
    };
    listener.read = [&](size_t source, const document::PageContent &content, std::chrono::milliseconds) {
        heard << QStringLiteral("%1 page %2").arg(source).arg(content.page.number);
        return RunListener::Answer::GoOn;
    };
    listener.finished = [&](size_t source) { heard << QStringLiteral("%1 end").arg(source); };
    listener.waiting = [](size_t, int) { };
    RunOptions options;
    options.pagesInFlight = 4;
    digitizeSources(sources, engine(), options, listener, {});
    EXPECT_EQ(heard,
        (QStringList{QStringLiteral("0 rotation-2-pages.pdf"), QStringLiteral("0 page 1"), QStringLiteral("0 page 2"),
            QStringLiteral("0 end"), QStringLiteral("1 failed"), QStringLiteral("2 scan"), QStringLiteral("2 page 1"),
            QStringLiteral("2 end")}));
}
