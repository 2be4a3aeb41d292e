// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout/read_text_layer.h"
#include "page_builder.h"

#include <gtest/gtest.h>

#include <algorithm>

using namespace layout_test;
using namespace Qt::StringLiterals;

namespace {

const QStringList body{u"The quick brown fox jumps over the lazy dog and keeps running on"_s,
    u"through the wood until the evening comes and the lights go out at"_s, u"last."_s};

QStringList read(const PageBuilder &page)
{
    return outline(layout::readTextLayer(page.layer, 3));
}

} // namespace

TEST(Blocks, headingsAreToldBySizeAndByWeight)
{
    PageBuilder page;
    page.line(60, 100, u"A large title"_s, 20);
    page.line(60, 140, u"A section"_s, 14);
    page.line(60, 170, u"A bold line"_s, 10, true);
    page.paragraph(60, 200, body);
    const QStringList blocks = read(page);
    ASSERT_EQ(blocks.size(), 4);
    EXPECT_EQ(blocks[0], u"title1: A large title"_s);
    EXPECT_EQ(blocks[1], u"sub_title2: A section"_s);
    EXPECT_EQ(blocks[2], u"sub_title3: A bold line"_s);
}

TEST(Blocks, aNumberedHeadingHasTheLevelOfItsNumber)
{
    PageBuilder page;
    page.line(60, 150, u"3.1 Traces and trees"_s, 10, true);
    page.paragraph(60, 180, body);
    EXPECT_EQ(read(page)[0], u"sub_title3: 3.1 Traces and trees"_s);
}

TEST(Blocks, anIndentBeginsAParagraph)
{
    PageBuilder page;
    double y = page.paragraph(60, 120, body.mid(0, 2));
    y = page.paragraph(75, y, {u"Indented it starts again and goes on as long as the others did"_s});
    page.paragraph(60, y, {u"in the lines above it, which were two, and so this is the third one"_s});
    EXPECT_EQ(read(page).size(), 2);
}

TEST(Blocks, bulletsBecomeMarkdownMarksAndNumbersStay)
{
    PageBuilder page;
    page.paragraph(60, 120,
        {u"\u2022 first point of the list"_s, u"\u2022 second point of the list"_s, u"1. numbered"_s, u"2. again"_s});
    page.paragraph(60, 250, body);
    const auto blocks = layout::readTextLayer(page.layer, 1);
    ASSERT_GE(blocks.size(), 4);
    EXPECT_EQ(blocks[0].markdown, u"- first point of the list"_s);
    EXPECT_EQ(blocks[1].markdown, u"- second point of the list"_s);
    EXPECT_EQ(blocks[2].markdown, u"1. numbered"_s);
    EXPECT_EQ(blocks[3].markdown, u"2. again"_s);
}

TEST(Blocks, runningHeadsFeetAndPageNumbersStandApart)
{
    PageBuilder page;
    page.line(60, 30, u"Advocacy in action"_s, 8);
    page.line(520, 30, u"447"_s, 8);
    page.paragraph(60, 120, body);
    page.line(60, 780, u"www.example.com"_s, 8);
    const QStringList blocks = read(page);
    ASSERT_EQ(blocks.size(), 4);
    EXPECT_EQ(blocks[0], u"header: Advocacy in action"_s);
    EXPECT_EQ(blocks[1], u"page_number: 447"_s);
    EXPECT_EQ(blocks[3], u"footer: www.example.com"_s);
}

TEST(Blocks, theFirstLineOfADoubleSpacedPageIsNoRunningHead)
{
    PageBuilder page;
    for (int i = 0; i < 20; ++i)
        page.line(60, 60 + 22 * i, body[0]);
    EXPECT_TRUE(read(page)[0].startsWith(u"text: "_s));
}

TEST(Blocks, aCaptionIsToldByItsNameBesideAPicture)
{
    PageBuilder page;
    page.picture(60, 100, 300, 300);
    page.line(60, 310, u"Figure 3. Where the fox lives"_s, 9);
    page.line(60, 400, u"Table 2: How it eats"_s, 9);
    page.paragraph(60, 450, body);
    const QStringList blocks = read(page);
    EXPECT_EQ(blocks[0], u"image: "_s);
    EXPECT_EQ(blocks[1], u"image_caption: Figure 3. Where the fox lives"_s);
    EXPECT_EQ(blocks[2], u"table_caption: Table 2: How it eats"_s);
}

TEST(Blocks, aListingIsFencedAndKeepsItsIndents)
{
    PageBuilder page;
    page.paragraph(60, 300, body);
    page.font(u"Courier"_s, true);
    page.line(60, 120, u"while (true) {"_s).line(80, 132, u"run();"_s).line(60, 144, u"}"_s);
    EXPECT_EQ(layout::readTextLayer(page.layer, 1)[0].markdown, u"```\nwhile (true) {\n    run();\n}\n```"_s);
}

TEST(Blocks, aLineOfNamesFromAProgramInsideAParagraphStaysInIt)
{
    PageBuilder page;
    page.line(60, 120, body[0]);
    page.font(u"Courier"_s, true);
    page.line(60, 132, u"bits-in-byte, nsieve-bits, bitwise-and, spectral-norm, and access-"_s);
    page.font(u"Body"_s, false);
    page.line(60, 144, u"fannkuch and the others have nested loops with small bodies, which"_s);
    page.line(60, 156, u"costs."_s);
    const auto blocks = layout::readTextLayer(page.layer, 1);
    ASSERT_EQ(blocks.size(), 1) << qPrintable(outline(blocks).join(u'\n'));
    EXPECT_FALSE(blocks[0].markdown.contains(u'`'));
    EXPECT_TRUE(blocks[0].text.contains(u"access-fannkuch and the"_s)) << qPrintable(blocks[0].text);
}

TEST(Blocks, aCaptionsBoldBeginningDoesNotTearIt)
{
    PageBuilder page;
    page.paragraph(60, 400, body);
    page.line(60, 120, u"Figure 10. Speedup against a plain interpreter for compilers. The"_s, 10, true);
    page.layer.words.last().font.bold = false;
    page.line(60, 132, u"and two others, which need no more than their share of the time"_s).line(60, 144, u"here."_s);
    const auto blocks = layout::readTextLayer(page.layer, 1);
    ASSERT_EQ(blocks.size(), 2);
    EXPECT_EQ(blocks[0].type, u"image_caption"_s);
    EXPECT_TRUE(blocks[0].text.endsWith(u"time here."_s));
}

TEST(Blocks, aSentenceGoesOnInTheNextColumnWithItsWordJoinedAndTheNoteAfterIt)
{
    PageBuilder page;
    QStringList left;
    QStringList right;
    for (int i = 0; i < 12; ++i) {
        left.append(u"Left hand words of a column line %1 and"_s.arg(i));
        right.append(u"right hand words of the other line %1 x"_s.arg(i));
    }
    left.last() = u"Left hand words that end in organi-"_s;
    right.first() = u"sations which the other column tells"_s;
    const double y = page.paragraph(60, 120, left);
    page.line(60, y + 20, u"* a note at the foot"_s, 7);
    page.paragraph(320, 120, right);
    const auto blocks = layout::readTextLayer(page.layer, 1);
    ASSERT_EQ(blocks.size(), 2);
    EXPECT_TRUE(blocks[0].text.contains(u"end in organisations which"_s)) << qPrintable(blocks[0].text);
    EXPECT_EQ(blocks[0].boxes.size(), 2);
    EXPECT_EQ(blocks[0].words[0].text, u"Left"_s);
    EXPECT_EQ(blocks[1].text, u"* a note at the foot"_s);
}

/// Two columns of running text, the left one ending in mid-sentence; returns the y below it.
double unfinishedColumns(PageBuilder &page, double top)
{
    QStringList left;
    QStringList right;
    for (int i = 0; i < 12; ++i) {
        left.append(u"Left hand words of a column line %1 and"_s.arg(i));
        right.append(u"right hand words of the other line %1 x"_s.arg(i));
    }
    page.paragraph(320, top, right);
    return page.paragraph(60, top, left);
}

TEST(Blocks, aCentredLineAboveTheColumnsIsNotContinuedButTheColumnBelowItIs)
{
    PageBuilder page;
    page.line(80, 80, u"An address line of the same size that runs nearly as wide as both columns do"_s);
    page.line(230, 92, u"an address in the middle"_s);
    unfinishedColumns(page, 160);
    const auto blocks = layout::readTextLayer(page.layer, 1);
    ASSERT_GE(blocks.size(), 2);
    EXPECT_TRUE(blocks.back().text.contains(u"line 11 and right hand words of the other line 0"_s))
        << qPrintable(outline(blocks).join(u'\n'));
}

TEST(Blocks, aLineThatEndedAlthoughTheNextWordHadRoomIsNotContinued)
{
    PageBuilder page;
    const double y = unfinishedColumns(page, 120);
    page.line(60, y, u"a short last line"_s);
    const auto blocks = layout::readTextLayer(page.layer, 1);
    ASSERT_GE(blocks.size(), 2);
    EXPECT_TRUE(blocks.back().text.startsWith(u"right hand words of the other line 0"_s));
}

TEST(Blocks, aSentenceGoesOnPastSmallPrintAtTheFootAndAFigureAtTheHeadOfAColumn)
{
    PageBuilder page;
    const double y = unfinishedColumns(page, 220);
    page.paragraph(
        60, y + 20, {u"Permission to make copies of this work is granted,"_s, u"provided that none is sold"_s}, 7);
    page.picture(320, 100, 520, 190);
    page.line(320, 196, u"Figure 2. Where the fox lives"_s);
    const auto blocks = layout::readTextLayer(page.layer, 1);
    const bool isJoined = std::any_of(blocks.begin(), blocks.end(), [](const document::Block &block) {
        return block.text.contains(u"line 11 and right hand words of the other line 0"_s);
    });
    EXPECT_TRUE(isJoined) << qPrintable(outline(blocks).join(u'\n'));
}

TEST(Blocks, labelsOfADiagramAreNotJoined)
{
    PageBuilder page;
    page.paragraph(60, 400, body);
    page.line(60, 100, u"side exit to"_s, 10).line(240, 160, u"ready now"_s, 10).line(420, 220, u"same types"_s, 10);
    EXPECT_EQ(layout::readTextLayer(page.layer, 1).size(), 4);
}

TEST(Blocks, idsTellPageAndOrder)
{
    PageBuilder page;
    page.paragraph(60, 120, body);
    EXPECT_EQ(layout::readTextLayer(page.layer, 3)[0].id, u"p3-b1"_s);
}
