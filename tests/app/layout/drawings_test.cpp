// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout/read_text_layer.h"
#include "page_builder.h"

#include <gtest/gtest.h>

using namespace layout_test;
using namespace Qt::StringLiterals;

namespace {

const QStringList body{u"The quick brown fox jumps over the lazy dog and keeps running on"_s,
    u"through the wood until the evening comes and the lights go out at"_s,
    u"once in every house of the village and nobody is seen outside."_s};

/// Running text above and below, a bar chart between 200 and 400 with its numbers, names and a caption.
PageBuilder chart()
{
    PageBuilder page;
    page.paragraph(60, 100, body);
    page.drawing(120, 200, 400, 390);
    page.rule(110, 190, 110, 390).rule(110, 390, 420, 390); // axes
    page.line(150, 230, u"12.5"_s, 8).line(260, 250, u"peak"_s, 8);
    page.line(130, 393, u"Monday"_s, 8).line(220, 393, u"Tuesday"_s, 8);
    page.line(60, 440, u"Figure 1: Visitors"_s);
    page.paragraph(60, 480, body);
    return page;
}

qsizetype pictures(const QList<document::Block> &blocks)
{
    return std::count_if(blocks.begin(), blocks.end(), [](const auto &block) { return block.type == u"image"; });
}

} // namespace

TEST(Drawings, aChartIsOnePictureThatHoldsItsLabels)
{
    const QList<document::Block> blocks = layout::readTextLayer(chart().layer, 1);
    ASSERT_EQ(blocks.size(), 4) << outline(blocks).join(u'\n').toStdString();
    EXPECT_EQ(blocks[0].type, u"text"_s);
    EXPECT_EQ(blocks[1].type, u"image"_s);
    EXPECT_EQ(blocks[1].text, u"12.5\npeak\nMonday\nTuesday"_s);
    EXPECT_EQ(blocks[1].words.size(), 4);
    EXPECT_EQ(blocks[1].lines.size(), 4);
    EXPECT_TRUE(blocks[1].markdown.isEmpty());
    // The axes and the names below them are part of it.
    EXPECT_NEAR(blocks[1].box().x0 * 600, 110, 0.5);
    EXPECT_NEAR(blocks[1].box().y1 * 800, 401, 1.5);
    EXPECT_EQ(blocks[2].type, u"image_caption"_s);
}

TEST(Drawings, lettersThatMeanNothingAreNotRead)
{
    PageBuilder page;
    page.drawing(60, 100, 400, 300);
    page.line(100, 200, u"=<6>?J+B:F>* #0(1923# ,A+,5*/#"_s, 8);
    page.paragraph(60, 440, body);
    const QList<document::Block> blocks = layout::readTextLayer(page.layer, 1);
    EXPECT_EQ(blocks[0].type, u"image"_s);
    EXPECT_TRUE(blocks[0].text.isEmpty());
    EXPECT_EQ(blocks[0].words.size(), 3);
}

TEST(Drawings, everyWordIsSaidOnce)
{
    const PageBuilder page = chart();
    qsizetype words = 0;
    for (const document::Block &block : layout::readTextLayer(page.layer, 1))
        words += block.words.size();
    EXPECT_EQ(words, page.layer.words.size());
}

TEST(Drawings, aShadedBoxAroundRunningTextStaysText)
{
    PageBuilder page;
    page.paragraph(60, 100, body);
    page.drawing(50, 190, 400, 250);
    page.paragraph(60, 200, body);
    EXPECT_EQ(pictures(layout::readTextLayer(page.layer, 1)), 0);
}

TEST(Drawings, aBannerWithTheTitleStaysText)
{
    PageBuilder page;
    page.drawing(0, 90, 600, 160);
    page.line(60, 110, u"Annual report"_s, 24);
    page.paragraph(60, 200, body);
    EXPECT_EQ(outline(layout::readTextLayer(page.layer, 1))[0], u"title1: Annual report"_s);
}

TEST(Drawings, aTableWithRulesStaysATable)
{
    PageBuilder page;
    page.drawing(60, 200, 360, 260); // its rounded frame
    for (const double y : {200.0, 230.0, 260.0})
        page.rule(60, y, 360, y);
    for (const double x : {60.0, 210.0, 360.0})
        page.rule(x, 200, x, 260);
    page.line(70, 210, u"a"_s).line(220, 210, u"b"_s).line(70, 240, u"c"_s).line(220, 240, u"d"_s);
    page.paragraph(60, 300, body);
    const QList<document::Block> blocks = layout::readTextLayer(page.layer, 1);
    EXPECT_EQ(pictures(blocks), 0);
    EXPECT_EQ(blocks[0].type, u"table"_s);
}

TEST(Drawings, theLastWordsOfAParagraphAreNoLabel)
{
    PageBuilder page;
    const double y = page.paragraph(60, 100, body);
    page.line(60, y, u"the very end."_s);
    page.drawing(60, y + 14, 300, 300);
    page.line(100, 250, u"label"_s, 8);
    const QList<document::Block> blocks = layout::readTextLayer(page.layer, 1);
    ASSERT_EQ(blocks.size(), 2);
    EXPECT_TRUE(blocks[0].text.endsWith(u"the very end."_s));
    EXPECT_EQ(blocks[1].text, u"label"_s);
}

TEST(Drawings, labelsWrittenUpwardsAreInIt)
{
    PageBuilder page = chart();
    page.line(140, 300, u"speed"_s, 8);
    document::TextLayerWord &upwards = page.layer.words.last();
    upwards.rotation = 270;
    upwards.box = base::NormalizedRect::of(QRectF(100, 280, 8, 30), page.layer.size);
    const QList<document::Block> blocks = layout::readTextLayer(page.layer, 1);
    ASSERT_EQ(blocks.size(), 4);
    EXPECT_TRUE(blocks[1].text.contains(u"speed"_s));
}

TEST(Drawings, aCaptionInTheFrameStaysText)
{
    PageBuilder page;
    page.drawing(60, 100, 400, 400);
    page.line(100, 200, u"label"_s, 8);
    page.line(80, 380, u"Figure 1: A frame"_s);
    page.paragraph(60, 440, body);
    const QList<document::Block> blocks = layout::readTextLayer(page.layer, 1);
    ASSERT_EQ(blocks.size(), 3);
    EXPECT_EQ(blocks[0].text, u"label"_s);
    EXPECT_LE(blocks[0].box().y1 * 800, 380.5);
    EXPECT_EQ(blocks[1].type, u"image_caption"_s);
}

TEST(Drawings, twoHalvesOfADiagramAreOne)
{
    PageBuilder page;
    page.drawing(60, 100, 200, 300).drawing(280, 150, 400, 280);
    page.line(220, 200, u"box"_s, 8); // between them, in a frame of straight lines
    page.paragraph(60, 440, body);
    const QList<document::Block> blocks = layout::readTextLayer(page.layer, 1);
    ASSERT_EQ(blocks.size(), 2);
    EXPECT_EQ(blocks[0].text, u"box"_s);
}

TEST(Drawings, drawingsOfTwoColumnsStayApart)
{
    PageBuilder page;
    page.drawing(60, 100, 280, 300).drawing(320, 100, 540, 300);
    page.line(60, 310, u"Figure 1: Left"_s).line(320, 310, u"Figure 2: Right"_s);
    const QList<document::Block> blocks = layout::readTextLayer(page.layer, 1);
    EXPECT_EQ(pictures(blocks), 2);
}
