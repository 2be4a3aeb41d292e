// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pipeline/assign_words.h"
#include "app/pipeline/cut_crops.h"

#include <gtest/gtest.h>

using namespace pipeline;
using base::NormalizedRect;
using document::Block;
using document::Word;

namespace {

Block block(const NormalizedRect &box, const QString &type = QStringLiteral("text"))
{
    Block made;
    made.type = type;
    made.text = type == QStringLiteral("text") ? QStringLiteral("words") : QString();
    made.boxes = {box};
    return made;
}

Word word(const QString &text, double x0, double y0, double x1, double y1)
{
    return {text, {x0, y0, x1, y1}, 0.9};
}

} // namespace

TEST(AssignWords, eachWordGoesToTheBlockItStandsIn)
{
    QList blocks{block({0, 0, 0.5, 0.5}), block({0.5, 0, 1, 0.5})};
    assignWords({word(QStringLiteral("left"), 0.1, 0.1, 0.2, 0.12), word(QStringLiteral("right"), 0.6, 0.1, 0.7, 0.12)},
        blocks);
    ASSERT_EQ(blocks[0].words.size(), 1);
    EXPECT_EQ(blocks[0].words[0].text, QStringLiteral("left"));
    ASSERT_EQ(blocks[1].words.size(), 1);
    EXPECT_EQ(blocks[1].words[0].text, QStringLiteral("right"));
}

TEST(AssignWords, aWordOutsideAllBlocksGoesToTheNearestWithText)
{
    QList blocks{block({0, 0, 1, 0.1}), block({0, 0.4, 1, 0.5}), block({0, 0.2, 1, 0.3}, QStringLiteral("image"))};
    assignWords({word(QStringLiteral("lost"), 0.1, 0.31, 0.2, 0.33)}, blocks);
    EXPECT_TRUE(blocks[2].words.isEmpty());
    EXPECT_EQ(blocks[1].words.size(), 1);
}

TEST(AssignWords, wordsBesideEachOtherMakeAPrintedLine)
{
    QList blocks{block({0, 0, 1, 1})};
    assignWords(
        {word(QStringLiteral("two"), 0.1, 0.10, 0.2, 0.12), word(QStringLiteral("words"), 0.3, 0.105, 0.4, 0.125),
            word(QStringLiteral("below"), 0.1, 0.14, 0.2, 0.16)},
        blocks);
    ASSERT_EQ(blocks[0].lines.size(), 2);
    EXPECT_EQ(blocks[0].lines[0].text, QStringLiteral("two words"));
    EXPECT_EQ(blocks[0].lines[0].box, (NormalizedRect{0.1, 0.10, 0.4, 0.125}));
    EXPECT_EQ(blocks[0].lines[1].text, QStringLiteral("below"));
}

TEST(AssignWords, chineseWordsAreNotParted)
{
    QList blocks{block({0, 0, 1, 1})};
    assignWords(
        {word(QStringLiteral("漢"), 0.1, 0.1, 0.2, 0.2), word(QStringLiteral("字"), 0.2, 0.1, 0.3, 0.2)}, blocks);
    EXPECT_EQ(blocks[0].lines[0].text, QStringLiteral("漢字"));
}

TEST(CutCrops, picturesAreNamedByPageAndOrder)
{
    QImage page(100, 200, QImage::Format_RGB888);
    page.fill(Qt::white);
    page.setPixelColor(50, 100, Qt::red);
    QList blocks{block({0, 0, 1, 0.5}), block({0.5, 0.5, 1, 1}, QStringLiteral("image")),
        block({0, 0, 0.1, 0.1}, QStringLiteral("image"))};
    const QList<document::Crop> crops = cutCrops(page, 3, blocks);
    ASSERT_EQ(crops.size(), 2);
    EXPECT_EQ(blocks[1].image, QStringLiteral("p0003-01.png"));
    EXPECT_EQ(blocks[2].image, QStringLiteral("p0003-02.png"));
    EXPECT_TRUE(blocks[0].image.isEmpty());
    EXPECT_EQ(crops[0].name, blocks[1].image);
    EXPECT_EQ(crops[0].image.size(), QSize(50, 100));
    EXPECT_EQ(crops[0].image.pixelColor(0, 0), QColor(Qt::red));
}

TEST(CutCrops, aPictureWithoutABoxIsLeftAlone)
{
    QList blocks{block({}, QStringLiteral("image"))};
    EXPECT_TRUE(cutCrops(QImage(10, 10, QImage::Format_RGB888), 1, blocks).isEmpty());
    EXPECT_FALSE(hasPictures(blocks));
}
