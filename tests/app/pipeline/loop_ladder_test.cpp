// SPDX-License-Identifier: GPL-3.0-or-later
// Every rung of the ladder, against servers that loop as the test says: a foreign one, and one that plays our own engine.
#include "app/pipeline/digitize_page.h"
#include "app/pipeline/unread_rest.h"
#include "tests/support/fake_server.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPainter>
#include <QTemporaryDir>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;
using namespace pipeline;
using document::PageStatus;

namespace {

const QString good = u"<|ref|>title<|/ref|><|det|>[[0, 0, 999, 99]]<|/det|>\n# Report\n\n"_s;
const QString goodStart = good + u"<|ref|>text<|/ref|><|det|>[[0, 100, 999, 499]]<|/det|>\nFirst paragraph.\n\n"_s;
const QString again = u"the same words again "_s;

QJsonObject bodyOf(const support::FakeExchange &exchange)
{
    return QJsonDocument::fromJson(exchange.body).object();
}

QString promptOf(const QJsonObject &body)
{
    return body.value(u"messages")[0][u"content"_s][1][u"text"_s].toString();
}

int ngramOf(const QJsonObject &body)
{
    return body.value(u"vllm_xargs")[u"ngram_size"_s].toInt();
}

QSize pictureSizeOf(const QJsonObject &body)
{
    const QString url = body.value(u"messages")[0][u"content"_s][0][u"image_url"_s][u"url"_s].toString();
    return QImage::fromData(QByteArray::fromBase64(url.sliced(url.indexOf(u',') + 1).toLatin1())).size();
}

/// Goes again until the client has had enough. @return whether it hung up in time.
void loopFor(support::FakeExchange &exchange, const QString &before)
{
    exchange.beginStream();
    exchange.sendDelta(before + u"<|ref|>text<|/ref|><|det|>[[0, 500, 999, 999]]<|/det|>\n"_s);
    for (int i = 0; i < 5000; ++i) {
        if (!exchange.sendDelta(again))
            return;
    }
    ADD_FAILURE() << "the loop was not cut";
}

void answerWith(support::FakeExchange &exchange, const QString &text)
{
    exchange.beginStream();
    exchange.sendDelta(text);
    exchange.sendEnd();
}

class Looping : public ::testing::Test {
protected:
    Looping()
        : m_server([this](support::FakeExchange &exchange) {
            if (exchange.method == "GET")
                return exchange.answer(
                    200, "application/json", R"({"object":"list","data":[{"id":"fake","object":"model"}]})");
            const QJsonObject body = bodyOf(exchange);
            {
                const std::scoped_lock lock(m_mutex);
                m_asked.append(body);
            }
            answer(exchange, body);
        })
    {
    }

    document::Page read(ReadOptions options = {})
    {
        return read(base::NativePath(TEST_DATA_DIR) / "documents/eurotext.tif", std::move(options));
    }

    document::Page read(const base::NativePath &file, ReadOptions options = {})
    {
        auto source = PageSource::open(file, {});
        EXPECT_TRUE(source);
        ocr::EngineAddress address;
        address.url = m_server.url();
        Engine engine(ocr::EngineHome{}, address); // our own engine is not there
        PageEvents events;
        events.stepped = [&](const QString &step) { m_steps.append(step); };
        return digitizePage(**source, engine, options, 0, events, {}).page;
    }

    std::function<void(support::FakeExchange &, const QJsonObject &)> answer;
    support::FakeServer m_server;
    std::mutex m_mutex;
    QList<QJsonObject> m_asked;
    QStringList m_steps;
};

} // namespace

TEST_F(Looping, theStricterRuleComesFirstAndIsEnough)
{
    answer = [](support::FakeExchange &exchange, const QJsonObject &body) {
        ngramOf(body) == 20 ? answerWith(exchange, good) : loopFor(exchange, goodStart);
    };
    const document::Page page = read();
    EXPECT_EQ(page.status, PageStatus::Ok);
    EXPECT_EQ(page.blocks.size(), 1);
    ASSERT_EQ(m_asked.size(), 2);
    EXPECT_EQ(m_asked[1].value(u"vllm_xargs")[u"window_size"_s].toInt(), 90);
    EXPECT_EQ(promptOf(m_asked[1]), promptOf(m_asked[0]));
    EXPECT_EQ(m_steps.size(), 1);
    EXPECT_TRUE(page.reason.contains(m_steps[0])) << page.reason.toStdString();
}

TEST_F(Looping, aForeignServerIsAskedForPlainTextNextAndForNoMode)
{
    answer = [](support::FakeExchange &exchange, const QJsonObject &body) {
        promptOf(body) == u"Free OCR." ? answerWith(exchange, u"# Report\n\nPlain words."_s)
                                       : loopFor(exchange, goodStart);
    };
    const document::Page page = read();
    EXPECT_EQ(page.status, PageStatus::Ok);
    ASSERT_EQ(m_asked.size(), 3);
    for (const QJsonObject &body : m_asked)
        EXPECT_FALSE(body.value(u"recto").toObject().contains(u"mode"));
    ASSERT_EQ(page.blocks.size(), 2);
    EXPECT_EQ(page.blocks[1].text, u"Plain words."_s);
    EXPECT_EQ(m_steps.size(), 2);
}

TEST_F(Looping, thenOnlyTheRestIsReadByHalvesAndTheSeamIsDoubted)
{
    QSize whole;
    answer = [&](support::FakeExchange &exchange, const QJsonObject &body) {
        const QSize size = pictureSizeOf(body);
        if (whole.isEmpty())
            whole = size;
        if (size == whole)
            return loopFor(exchange, goodStart);
        answerWith(exchange, u"<|ref|>text<|/ref|><|det|>[[0, 0, 999, 999]]<|/det|>\nA half.\n\n"_s);
    };
    const document::Page page = read();
    EXPECT_EQ(page.status, PageStatus::Ok) << page.reason.toStdString();
    ASSERT_EQ(page.blocks.size(), 4); // title, first paragraph, two halves
    EXPECT_EQ(page.blocks[1].text, u"First paragraph."_s);
    EXPECT_EQ(page.blocks[2].text, u"A half."_s);
    EXPECT_TRUE(page.blocks[2].doubtedRepetition);
    EXPECT_EQ(page.blocks[3].id, u"p1-b4"_s);
    EXPECT_GE(page.blocks[2].box().y0, 0.45); // below what was read before
    EXPECT_GE(page.blocks[3].box().y0, page.blocks[2].box().y1 - 1e-9);
}

TEST_F(Looping, whatLoopsInTheEndKeepsItsTextBeforeTheLoop)
{
    answer = [](support::FakeExchange &exchange, const QJsonObject &) { loopFor(exchange, goodStart); };
    const document::Page page = read();
    EXPECT_EQ(page.status, PageStatus::Partial);
    ASSERT_TRUE(page.error);
    EXPECT_EQ(page.error->code, base::ErrorCode::AnswerMalformed);
    EXPECT_LT(page.transcript.count(again), 8);
    EXPECT_EQ(page.blocks.value(0).text, u"Report"_s);
    EXPECT_TRUE(page.reason.contains(u"20/90"_s));
}

TEST_F(Looping, aPageThatIsTooLongIsReadOnByHalves)
{
    QSize whole;
    answer = [&](support::FakeExchange &exchange, const QJsonObject &body) {
        const QSize size = pictureSizeOf(body);
        if (!whole.isEmpty())
            return answerWith(exchange, u"<|ref|>text<|/ref|><|det|>[[0, 0, 999, 999]]<|/det|>\nA half.\n\n"_s);
        whole = size;
        exchange.beginStream();
        exchange.sendDelta(goodStart + u"<|ref|>text<|/ref|><|det|>[[0, 500, 999, 999]]<|/det|>\nA torn paragra"_s);
        exchange.sendEvent(R"({"choices":[{"index":0,"delta":{},"finish_reason":"length"}]})");
        exchange.sendEvent("[DONE]");
    };
    const document::Page page = read();
    EXPECT_EQ(page.status, PageStatus::Ok) << page.reason.toStdString();
    EXPECT_EQ(m_asked.size(), 3);
    ASSERT_EQ(page.blocks.size(), 4);
    EXPECT_EQ(page.blocks[2].text, u"A half."_s);
}

TEST_F(Looping, anEndOfEqualRowsIsKeptAndMarked)
{
    answer = [](support::FakeExchange &exchange, const QJsonObject &) {
        answerWith(exchange,
            u"<|ref|>table<|/ref|><|det|>[[0, 0, 999, 999]]<|/det|>\n<table><tr><td>a</td></tr>"_s
                + u"<tr><td>no</td><td>0</td></tr>"_s.repeated(3));
    };
    const document::Page page = read();
    EXPECT_EQ(page.status, PageStatus::Ok);
    EXPECT_EQ(m_asked.size(), 1);
    ASSERT_EQ(page.blocks.size(), 1);
    EXPECT_TRUE(page.blocks[0].doubtedRepetition);
    EXPECT_EQ(page.blocks[0].html.count(u"<tr>"_s), 4);
}

TEST_F(Looping, aDescriptionThatLoopsIsNotReadByHalves)
{
    answer = [](support::FakeExchange &exchange, const QJsonObject &) { loopFor(exchange, {}); };
    ReadOptions options;
    options.task.kind = ocr::TaskKind::Describe;
    const document::Page page = read(options);
    EXPECT_EQ(page.status, PageStatus::Partial);
    EXPECT_EQ(m_asked.size(), 2); // once more with the stricter rule
}

TEST_F(Looping, aBlankPagesEndlessTextIsCutAndNothingIsAskedAgain)
{
    QTemporaryDir folder;
    QImage blank(700, 900, QImage::Format_RGB888);
    blank.fill(Qt::white);
    ASSERT_TRUE(blank.save(folder.filePath(u"blank.png"_s)));
    answer = [](support::FakeExchange &exchange, const QJsonObject &) {
        exchange.beginStream();
        for (int i = 0; i < 20000; ++i) { // no loop: each word is another
            if (!exchange.sendDelta(QString::number(i * 7919 % 100003, 36) + u' '))
                return;
        }
        ADD_FAILURE() << "the text was not cut";
    };
    const document::Page page = read(base::NativePath(folder.filePath(u"blank.png"_s).toStdString()));
    EXPECT_EQ(page.status, PageStatus::Ok) << page.reason.toStdString();
    EXPECT_TRUE(page.blocks.isEmpty());
    EXPECT_EQ(m_asked.size(), 1);
    EXPECT_TRUE(page.reason.contains(u"no ink was left"_s)) << page.reason.toStdString();
}

TEST_F(Looping, aFaintPageOfWhichNothingIsReadIsNotCalledGood)
{
    QTemporaryDir folder;
    QImage faint(700, 900, QImage::Format_RGB888);
    faint.fill(Qt::white);
    QPainter painter(&faint);
    for (int y = 50; y < 850; y += 30) {
        for (int x = 50; x < 650; x += 12)
            painter.fillRect(QRect(x, y, 4, 14), QColor(215, 215, 215));
    }
    painter.end();
    ASSERT_TRUE(faint.save(folder.filePath(u"faint.png"_s)));
    answer = [](support::FakeExchange &exchange, const QJsonObject &) { loopFor(exchange, {}); };
    const document::Page page = read(base::NativePath(folder.filePath(u"faint.png"_s).toStdString()));
    EXPECT_EQ(page.status, PageStatus::Partial) << page.reason.toStdString();
    EXPECT_TRUE(page.error);
}

TEST_F(Looping, boxesThatRunOffTheInkAreCutAndTheLadderIsClimbed)
{
    answer = [](support::FakeExchange &exchange, const QJsonObject &body) {
        if (ngramOf(body) == 20)
            return answerWith(exchange, good);
        exchange.beginStream();
        exchange.sendDelta(goodStart);
        for (int i = 0; i < 50000; ++i) {
            if (!exchange.sendDelta(
                    u"<|ref|>text<|/ref|><|det|>[[%1, 1002, %2, 1040]]<|/det|>\nline %3\n\n"_s.arg(i).arg(i + 9).arg(
                        i * 7919 % 1009)))
                return;
        }
        ADD_FAILURE() << "the boxes were not cut";
    };
    const document::Page page = read();
    EXPECT_EQ(page.status, PageStatus::Ok);
    EXPECT_EQ(m_asked.size(), 2);
    EXPECT_EQ(page.blocks.size(), 1);
}

TEST_F(Looping, aDescriptionMayBeLongerThanThePicturesInk)
{
    QTemporaryDir folder;
    QImage blank(700, 900, QImage::Format_RGB888);
    blank.fill(Qt::white);
    ASSERT_TRUE(blank.save(folder.filePath(u"blank.png"_s)));
    QString text;
    for (int i = 0; i < 1000; ++i)
        text += QString::number(i * 7919 % 100003, 36) + u' ';
    answer = [&](support::FakeExchange &exchange, const QJsonObject &) { answerWith(exchange, text); };
    ReadOptions options;
    options.task.kind = ocr::TaskKind::Describe;
    const document::Page page = read(base::NativePath(folder.filePath(u"blank.png"_s).toStdString()), options);
    EXPECT_EQ(page.status, PageStatus::Ok);
    EXPECT_EQ(m_asked.size(), 1);
    EXPECT_EQ(page.transcript.trimmed(), text.trimmed());
}

TEST(UnreadRest, isWhatNoBoxCoversCutBetweenLines)
{
    QImage page(400, 400, QImage::Format_Grayscale8);
    page.fill(Qt::white);
    QPainter painter(&page);
    for (int y = 20; y < 380; y += 20)
        painter.fillRect(QRect(40, y, 300, 10), Qt::black);
    painter.end();
    document::Block read;
    read.boxes = {base::NormalizedRect{0, 0, 1, 0.5}};
    const UnreadRest rest = unreadRest(page, {read});
    ASSERT_EQ(rest.halves.size(), 2);
    EXPECT_EQ(rest.picture.pixelColor(100, 105), QColor(Qt::white));
    EXPECT_GE(rest.halves[0].top(), 180);
    const int cut = rest.halves[0].bottom();
    EXPECT_EQ(page.pixelColor(100, cut), QColor(Qt::white)); // between two lines
    EXPECT_EQ(rest.halves[1].top(), cut + 1);

    document::Block all;
    all.boxes = {base::NormalizedRect{0, 0, 1, 1}};
    EXPECT_TRUE(unreadRest(page, {all}).halves.isEmpty());
}
