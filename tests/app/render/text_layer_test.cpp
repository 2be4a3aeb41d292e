// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/render/opened_pages.h"

#include <algorithm>

using namespace render;
using namespace document;

namespace {

const base::NativePath data = TEST_DATA_DIR;

TextLayer layerOf(const samples::PdfPage &page, const QList<QByteArray> &moreObjects = {})
{
    const samples::Folder folder;
    const OpenedPages file(folder.write("a.pdf", samples::pdf({page}, {}, moreObjects)));
    const base::Result<TextLayer> layer = file.pages->textLayer(0);
    EXPECT_TRUE(layer.has_value());
    return layer.value_or(TextLayer{});
}

QStringList textsOf(const TextLayer &layer)
{
    QStringList texts;
    for (const TextLayerWord &word : layer.words)
        texts.append(word.text);
    return texts;
}

void expectNear(const base::NormalizedRect &box, double x0, double y0, double x1, double y1, double within = 0.02)
{
    EXPECT_NEAR(box.x0, x0, within);
    EXPECT_NEAR(box.y0, y0, within);
    EXPECT_NEAR(box.x1, x1, within);
    EXPECT_NEAR(box.y1, y1, within);
}

const QByteArray page = "/MediaBox [0 0 200 100]";

/// One white pixel, for where pictures lie.
const QByteArray whitePixel = "<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray "
                              "/BitsPerComponent 8 /Length 1 >>\nstream\n\xff\nendstream";
const QByteArray emptyForm = "<< /Type /XObject /Subtype /Form /BBox [0 0 200 100] /Length 0 >>\nstream\n\nendstream";

} // namespace

TEST(TextLayer, wordsHaveBoxesFontsAndSizes)
{
    const TextLayer layer = layerOf(samples::textPage("Hello world"));
    EXPECT_EQ(textsOf(layer), (QStringList{QStringLiteral("Hello"), QStringLiteral("world")}));
    EXPECT_EQ(layer.size, QSizeF(200, 100));
    EXPECT_NEAR(layer.words[0].box.x0, 0.1, 0.005); // 20 of 200 points
    EXPECT_LT(layer.words[0].box.y0, 0.5); // above the baseline, which is at the half
    EXPECT_GT(layer.words[0].box.y1, 0.5);
    EXPECT_NEAR(layer.words[0].font.size, 12, 0.1);
    EXPECT_EQ(layer.words[0].font.family, QStringLiteral("Helvetica"));
    EXPECT_TRUE(layer.words[0].spaceAfter);
    EXPECT_EQ(layer.paintedCharacters, 10);
    EXPECT_EQ(layer.unmappedCharacters, 0);
}

TEST(TextLayer, boxesAreThoseOfThePageAsSeen)
{
    // The same word at user space 20, 50 on pages turned and cropped.
    const QByteArray content = "BT /F1 12 Tf 20 50 Td (Hello) Tj ET";
    const base::NormalizedRect upright = layerOf({page, content}).words.value(0).box;
    const TextLayer turned = layerOf({page + " /Rotate 90", content});
    expectNear(turned.words.value(0).box, 1 - upright.y1, upright.x0, 1 - upright.y0, upright.x1);
    EXPECT_EQ(turned.words[0].rotation, 90);
    EXPECT_EQ(turned.size, QSizeF(100, 200));
    EXPECT_EQ(layerOf({page + " /Rotate 180", content}).words.value(0).rotation, 180);
    EXPECT_EQ(layerOf({page + " /Rotate 270", content}).words.value(0).rotation, 270);
    const TextLayer cropped = layerOf({page + " /CropBox [20 40 120 90]", content});
    EXPECT_NEAR(cropped.words.value(0).box.x0, 0, 0.01);
    EXPECT_NEAR(cropped.words.value(0).box.y1, 0.8 + (upright.y1 - 0.5) * 2, 0.02);
}

TEST(TextLayer, aWordWrittenUpwardsIsTurned)
{
    EXPECT_EQ(layerOf({page, "BT /F1 12 Tf 0 1 -1 0 100 20 Tm (Axis) Tj ET"}).words.value(0).rotation, 270);
    EXPECT_EQ(layerOf({page, "BT /F1 12 Tf 0 -1 1 0 100 80 Tm (Axis) Tj ET"}).words.value(0).rotation, 90);
}

TEST(TextLayer, verticalWritingIsMarked)
{
    const OpenedPages file(data / "pdf/vertical-writing.pdf");
    const base::Result<TextLayer> layer = file.pages->textLayer(0);
    ASSERT_TRUE(layer.has_value());
    ASSERT_FALSE(layer->words.isEmpty());
    EXPECT_TRUE(std::ranges::all_of(layer->words, &TextLayerWord::isVertical));
    EXPECT_EQ(layer->words[0].rotation, 90);
    EXPECT_EQ(layer->words[0].text, QStringLiteral("あいうえお"));
}

TEST(TextLayer, invisibleWordsAreToldFromVisibleOnes)
{
    const TextLayer layer = layerOf({page, "BT /F1 12 Tf 20 50 Td (seen) Tj 3 Tr 60 0 Td (hidden) Tj ET"});
    ASSERT_EQ(textsOf(layer), (QStringList{QStringLiteral("seen"), QStringLiteral("hidden")}));
    EXPECT_FALSE(layer.words[0].invisible);
    EXPECT_TRUE(layer.words[1].invisible);
    EXPECT_EQ(layer.paintedCharacters, 10);
    EXPECT_EQ(layer.invisibleCharacters, 6);
}

TEST(TextLayer, textUnderAScanIsInvisible)
{
    const TextLayer layer = layerOf(
        {page, "BT /F1 12 Tf 20 50 Td (under) Tj ET q 200 0 0 100 0 0 cm /Picture Do Q"}, {emptyForm, whitePixel});
    ASSERT_EQ(layer.words.size(), 1);
    EXPECT_TRUE(layer.words[0].invisible);
    EXPECT_EQ(layer.invisibleCharacters, 5);
    EXPECT_NEAR(layer.pictureCoverage, 1, 0.01);
}

TEST(TextLayer, glyphsWithoutUnicodeAreCounted)
{
    const TextLayer layer = layerOf({page, "BT /Odd 12 Tf 20 50 Td (ABA) Tj /F1 12 Tf 60 0 Td (good) Tj ET"});
    EXPECT_EQ(layer.paintedCharacters, 7);
    EXPECT_EQ(layer.unmappedCharacters, 3);
    const OpenedPages file(data / "pdf/type3_font_nomapping.pdf");
    EXPECT_EQ(file.pages->textLayer(0)->unmappedCharacters, file.pages->textLayer(0)->paintedCharacters);
}

TEST(TextLayer, picturesLieWhereTheyAreDrawnAlsoOnATurnedPage)
{
    const QByteArray content = "q 100 0 0 50 0 0 cm /Picture Do Q"; // lower left quarter
    const TextLayer layer = layerOf({page, content}, {emptyForm, whitePixel});
    ASSERT_EQ(layer.pictures.size(), 1);
    expectNear(layer.pictures[0], 0, 0.5, 0.5, 1);
    EXPECT_NEAR(layer.pictureCoverage, 0.25, 0.01);
    const TextLayer turned = layerOf({page + " /Rotate 90", content}, {emptyForm, whitePixel});
    expectNear(turned.pictures.value(0), 0, 0, 0.5, 0.5);
}

TEST(TextLayer, stripsOfOnePictureAreOneAndOverlapsCountOnce)
{
    const TextLayer layer = layerOf({page,
                                        "q 100 0 0 10 0 90 cm /Picture Do Q q 100 0 0 10 0 80 cm /Picture Do Q q 100 0 "
                                        "0 10 0 70 cm /Picture Do Q q 100 0 0 10 0 70 cm /Picture Do Q"},
        {emptyForm, whitePixel});
    ASSERT_EQ(layer.pictures.size(), 1);
    expectNear(layer.pictures[0], 0, 0, 0.5, 0.3);
    EXPECT_NEAR(layer.pictureCoverage, 0.15, 0.01);
}

TEST(TextLayer, aPictureIsNoLargerThanWhatItIsClippedTo)
{
    const TextLayer layer
        = layerOf({page, "q 0 0 20 100 re W n 200 0 0 100 0 0 cm /Picture Do Q"}, {emptyForm, whitePixel});
    expectNear(layer.pictures.value(0), 0, 0, 0.1, 1);
}

TEST(TextLayer, ruledLinesAndEdgesOfBoxesAreRules)
{
    EXPECT_EQ(layerOf({page, "10 50 m 190 50 l S"}).rules.size(), 1);
    EXPECT_EQ(layerOf({page, "10 50 180 1 re f"}).rules.size(), 1); // a line drawn as an area
    EXPECT_EQ(layerOf({page, "10 10 100 50 re S"}).rules.size(), 4);
    EXPECT_TRUE(layerOf({page, "10 10 m 100 60 l S 10 10 100 50 re f"}).rules.isEmpty()); // a slope, a shade
    const TextLayer turned = layerOf({page + " /Rotate 90", "10 50 m 190 50 l S"});
    expectNear(turned.rules.value(0).box, 0.5, 0.05, 0.5, 0.95);
}

TEST(TextLayer, formsAreFollowedWithTheirMatrix)
{
    const QByteArray content = "BT /F1 12 Tf 0 0 Td 3 Tr (in) Tj ET 0 0 m 100 0 l S";
    const QByteArray form = "<< /Type /XObject /Subtype /Form /BBox [0 0 200 100] /Matrix [1 0 0 1 50 50] /Resources "
                            "<< /Font << /F1 3 0 R >> >> /Length "
        + QByteArray::number(content.size()) + " >>\nstream\n" + content + "\nendstream";
    const TextLayer layer = layerOf({page, "/Form Do"}, {form, whitePixel});
    EXPECT_EQ(layer.invisibleCharacters, 2);
    expectNear(layer.rules.value(0).box, 0.25, 0.5, 0.75, 0.5);
}

TEST(TextLayer, aFormThatDrawsItselfEnds)
{
    const QByteArray form = "<< /Type /XObject /Subtype /Form /BBox [0 0 200 100] /Resources << /XObject << /Me 6 0 R "
                            ">> >> /Length 7 >>\nstream\n/Me Do \nendstream";
    EXPECT_TRUE(layerOf({page, "/Form Do"}, {form, whitePixel}).words.isEmpty());
}

TEST(TextLayer, linksAreKeptOnTheirWords)
{
    const TextLayer layer = layerOf({page
            + " /Annots [<< /Type /Annot /Subtype /Link /Rect [20 45 52 65] /A << /S /URI /URI (https://example.org/a) "
              ">> >>]",
        "BT /F1 12 Tf 20 50 Td (Hello world) Tj ET"});
    ASSERT_EQ(layer.words.size(), 2);
    EXPECT_EQ(layer.words[0].link, QStringLiteral("https://example.org/a"));
    EXPECT_TRUE(layer.words[1].link.isEmpty());
}

TEST(TextLayer, pathsAreCountedForPagesDrawnAsCurves)
{
    EXPECT_EQ(layerOf({page, "10 10 m 20 30 40 50 60 10 c f 10 10 m 20 30 40 50 60 10 c S 0 0 m 9 9 l n"}).paths, 2);
}

TEST(TextLayer, curvesAndBarsThatStandTogetherAreADrawing)
{
    const QByteArray curves = "10 10 m 30 90 60 90 80 10 c S 20 20 m 70 60 l S ";
    const TextLayer layer = layerOf({page, curves});
    ASSERT_EQ(layer.drawings.size(), 1);
    expectNear(layer.drawings[0], 0.05, 0.4, 0.4, 0.9, 0.5);
    const QByteArray bars = "20 10 10 20 re f 40 10 10 60 re f 60 10 10 50 re f 80 10 10 30 re f ";
    const TextLayer chart = layerOf({page, bars});
    ASSERT_EQ(chart.drawings.size(), 1);
    expectNear(chart.drawings[0], 0.1, 0.3, 0.45, 0.9);
}

TEST(TextLayer, linesFramesAndShadesBehindWordsAreNoDrawing)
{
    EXPECT_TRUE(layerOf({page, "10 10 80 80 re S 10 50 m 90 50 l S 50 10 m 50 90 l S"}).drawings.isEmpty());
    QByteArray rows; // a table's shaded rows
    for (const char *y : {"10", "30", "50", "70"})
        rows += QByteArray("0.9 g 10 ") + y + " 100 16 re f 0 g BT /F1 12 Tf 20 " + y + " Td (Hello world) Tj ET ";
    EXPECT_TRUE(layerOf({page, rows}).drawings.isEmpty());
    for (const char *y : {"10", "30", "50", "70"}) // and those of them that are empty
        rows += QByteArray("0.9 g 120 ") + y + " 70 16 re f ";
    EXPECT_TRUE(layerOf({page, rows}).drawings.isEmpty());
    EXPECT_TRUE(
        layerOf({page, "10 10 5 5 re f 12 14 m 13 18 l S 100 50 m 101 53 l S"}).drawings.isEmpty()); // ornaments
    EXPECT_TRUE(layerOf({page, "0 0 m 200 100 l S 0 100 m 200 0 l S"}).drawings.isEmpty()); // the page crossed out
}
