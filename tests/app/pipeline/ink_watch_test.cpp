// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pipeline/ink_watch.h"

#include <QFile>
#include <QPainter>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;
using namespace pipeline;

namespace {

QImage blankPage()
{
    QImage page(600, 800, QImage::Format_RGB888);
    page.fill(QColor(240, 235, 220));
    return page;
}

/// A page whose upper half has as many strokes as some 300 letters.
QImage halfPage()
{
    QImage page = blankPage();
    QPainter painter(&page);
    for (int y = 20; y < 380; y += 24) {
        for (int x = 20; x < 580; x += 20)
            painter.fillRect(QRect(x, y, 3, 14), Qt::black);
    }
    return page;
}

/// Where the text leaves the page, taken in pieces of @p piece letters; -1: it does not.
qsizetype endOf(const QString &text, const QImage &page, qsizetype piece = 1)
{
    InkWatch watch(std::make_shared<const InkMap>(page));
    markdown::TranscriptParser parser(markdown::Grammar::Labels, 1);
    for (qsizetype at = 0; at < text.size(); at += piece) {
        const QStringView delta = QStringView(text).sliced(at, std::min(piece, text.size() - at));
        parser.append(delta);
        watch.take(delta, parser);
    }
    return watch.end().value_or(-1);
}

QString words(int count)
{
    QString text;
    for (int i = 0; i < count; ++i)
        text += QString::number(i * 7919 % 1000, 36) + u" word "_s;
    return text;
}

QString block(int y, const QString &text)
{
    return u"<|ref|>text<|/ref|><|det|>[[40, %1, 900, %2]]<|/det|>\n%3\n\n"_s.arg(y).arg(y + 15).arg(text);
}

} // namespace

TEST(InkMap, seesStrokesOfAnyColourAndNothingOnBlankPaper)
{
    EXPECT_TRUE(InkMap(blankPage()).isBlank());
    EXPECT_EQ(InkMap(blankPage()).strokes(), 0);
    const InkMap map(halfPage());
    EXPECT_EQ(map.strokes(), 2 * 15 * 28); // two edges each
    EXPECT_TRUE(map.hasInk({0, 0, 1, 0.4}));
    EXPECT_FALSE(map.hasInk({0, 0.5, 1, 1}));
    QImage reversed = halfPage();
    reversed.invertPixels();
    EXPECT_EQ(InkMap(reversed).strokes(), map.strokes());
    QImage red = blankPage();
    QPainter(&red).fillRect(QRect(300, 400, 40, 40), QColor(200, 255, 220)); // about as bright as the paper
    EXPECT_FALSE(InkMap(red).isBlank() && !InkMap(red).hasInk({0.5, 0.5, 0.6, 0.6}));
    EXPECT_TRUE(InkMap(red).hasInk({0.5, 0.5, 0.55, 0.55}));
    EXPECT_FALSE(InkMap(red).hasInk({0, 0, 0.3, 0.3}));
    EXPECT_TRUE(InkMap(QImage()).isBlank());
}

TEST(InkWatch, aTextOfABlankPageIsCutDownToNothing)
{
    EXPECT_EQ(endOf(words(100), blankPage()), -1); // 300 tokens may be a watermark, a stamp
    EXPECT_EQ(endOf(words(400), blankPage()), 0);
    EXPECT_EQ(endOf(block(100, words(400)), blankPage()), 0);
}

TEST(InkWatch, aTextThatTheInkCanHoldIsNotCut)
{
    const qint64 strokes = InkMap(halfPage()).strokes();
    EXPECT_EQ(InkWatch::expectedTokens(strokes), 140);
    EXPECT_EQ(endOf(words(300), halfPage()), -1);
    const QString tooLong = words(600);
    const qsizetype end = endOf(tooLong, halfPage());
    EXPECT_GT(end, 300); // 140 tokens stay
    EXPECT_LT(end, 700);
    for (const qsizetype piece : {3, 50, 100000})
        EXPECT_EQ(endOf(tooLong, halfPage(), piece), end) << piece;
}

TEST(InkWatch, emptyCellsTagsAndBoxesAreNobodysInk)
{
    EXPECT_EQ(endOf(u"<table>"_s + u"<tr><td></td><td colspan=\"2\"></td></tr>"_s.repeated(500), blankPage()), -1);
    QString boxes;
    for (int i = 0; i < 60; ++i)
        boxes += block(10 + 6 * i, u"a"_s);
    EXPECT_EQ(endOf(boxes, halfPage()), -1);
}

TEST(InkWatch, boxesThatGoOnWhereThereIsNoInkAreCutFromTheFirst)
{
    const QString honest = block(30, u"A line."_s) + block(60, u"Another."_s);
    QString empty;
    for (int i = 0; i < 40; ++i)
        empty += block(520 + 10 * i, u"%1"_s.arg(i));
    for (const qsizetype piece : {1, 7, 100000})
        EXPECT_EQ(endOf(honest + empty, halfPage(), piece), honest.size()) << piece;

    QString mixed; // fifteen without, one with
    for (int i = 0; i < 64; ++i)
        mixed += block(i % 16 == 15 ? 100 : 600, u"%1"_s.arg(i));
    EXPECT_EQ(endOf(mixed, halfPage()), -1);
    EXPECT_EQ(endOf(u"no boxes\n\n"_s.repeated(40), halfPage()), -1);
}

TEST(InkWatch, aScannedPagesOwnTextIsFarFromTheLimit)
{
    QFile truth(QStringLiteral(TEST_DATA_DIR "/documents/eurotext.txt"));
    ASSERT_TRUE(truth.open(QIODevice::ReadOnly));
    const QString text = QString::fromUtf8(truth.readAll());
    ASSERT_GT(text.size(), 300);
    const QImage page(QStringLiteral(TEST_DATA_DIR "/documents/eurotext.tif"));
    ASSERT_FALSE(page.isNull());
    EXPECT_EQ(endOf(text.repeated(3), page), -1);
    EXPECT_EQ(endOf(text.repeated(3), page.scaledToWidth(page.width() / 2, Qt::SmoothTransformation)), -1);
    EXPECT_GT(endOf(text.repeated(60), page), text.size());
}
