// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout/read_text_layer.h"
#include "page_builder.h"

#include <gtest/gtest.h>

using namespace layout_test;
using namespace Qt::StringLiterals;

namespace {

/// Lines of 40 characters that begin with a name, so that order can be seen.
QStringList column(const QString &name, int lines)
{
    QStringList all;
    for (int i = 0; i < lines; ++i)
        all.append(u"%1%2 lorem ipsum dolor sit amet consect,"_s.arg(name).arg(i));
    return all;
}

qsizetype placeOf(const QString &all, const QString &word)
{
    const qsizetype place = all.indexOf(word);
    EXPECT_GE(place, 0) << qPrintable(word);
    return place;
}

QString pageText(const document::TextLayer &layer)
{
    return textsOf(layout::readTextLayer(layer, 1)).join(u'\n');
}

} // namespace

TEST(ReadingOrder, twoColumnsAreReadOneAfterTheOther)
{
    PageBuilder page;
    page.paragraph(60, 120, column(u"left"_s, 20));
    page.paragraph(320, 120, column(u"right"_s, 20));
    const QString text = pageText(page.layer);
    EXPECT_LT(placeOf(text, u"left19"_s), placeOf(text, u"right0"_s));
}

TEST(ReadingOrder, aTitleAcrossTheColumnsComesFirstAndAFigureBetweenThemPartsThem)
{
    PageBuilder page;
    page.line(150, 100, u"A title across both columns"_s, 20);
    page.paragraph(60, 150, column(u"upperleft"_s, 10));
    page.paragraph(320, 150, column(u"upperright"_s, 10));
    page.picture(60, 290, 540, 420);
    page.paragraph(60, 440, column(u"lowerleft"_s, 10));
    page.paragraph(320, 440, column(u"lowerright"_s, 10));
    const QString text = pageText(page.layer);
    EXPECT_LT(placeOf(text, u"A title"_s), placeOf(text, u"upperleft0"_s));
    EXPECT_LT(placeOf(text, u"upperleft9"_s), placeOf(text, u"upperright0"_s));
    EXPECT_LT(placeOf(text, u"upperright9"_s), placeOf(text, u"lowerleft0"_s));
    EXPECT_LT(placeOf(text, u"lowerleft9"_s), placeOf(text, u"lowerright0"_s));
}

TEST(ReadingOrder, theSecondLineOfATitleIsNotTakenForAColumn)
{
    PageBuilder page;
    page.line(60, 90, u"Corporate responsibility and the whole of the industry:"_s, 16);
    page.line(60, 110, u"hope or hype?"_s, 16);
    page.paragraph(60, 150, column(u"left"_s, 12));
    page.paragraph(320, 150, column(u"right"_s, 12));
    const QStringList blocks = outline(layout::readTextLayer(page.layer, 1));
    ASSERT_FALSE(blocks.isEmpty());
    EXPECT_EQ(blocks[0], u"title1: Corporate responsibility and the whole of the industry: hope or hype?"_s);
}

TEST(ReadingOrder, aColumnThatEndsEarlyDoesNotSendTheOthersRestBehindIt)
{
    PageBuilder page;
    page.paragraph(60, 120, column(u"left"_s, 30));
    page.paragraph(320, 120, column(u"right"_s, 8));
    const QString text = pageText(page.layer);
    EXPECT_LT(placeOf(text, u"left29"_s), placeOf(text, u"right0"_s));
}

TEST(ReadingOrder, aColumnThatBeginsALineHigherKeepsThatLine)
{
    PageBuilder page;
    page.paragraph(60, 144, column(u"left"_s, 20));
    page.paragraph(320, 120, column(u"right"_s, 22));
    const QString text = pageText(page.layer);
    EXPECT_LT(placeOf(text, u"left19"_s), placeOf(text, u"right0"_s));
}

TEST(ReadingOrder, threeColumnsAreReadFromTheLeft)
{
    PageBuilder page;
    QStringList narrow[3];
    for (int c = 0; c < 3; ++c) {
        for (int i = 0; i < 15; ++i)
            narrow[c].append(u"c%1r%2 narrow columns of newsprint"_s.arg(c).arg(i).left(30));
        page.paragraph(40 + 180 * c, 120 + 3 * c, narrow[c]);
    }
    const QString text = pageText(page.layer);
    EXPECT_LT(placeOf(text, u"c0r14"_s), placeOf(text, u"c1r0"_s));
    EXPECT_LT(placeOf(text, u"c1r14"_s), placeOf(text, u"c2r0"_s));
}

TEST(ReadingOrder, arabicColumnsAreReadFromTheRight)
{
    PageBuilder page;
    QStringList lines;
    for (int i = 0; i < 15; ++i)
        lines.append(
            u"\u0645\u0644\u0643\u0629 \u0627\u0644\u0628\u0644\u0627\u062F \u0648\u0627\u0644\u0645\u062F\u064A\u0646\u0629 \u0643\u0628\u064A\u0631\u0629 \u062C\u062F\u0627"_s);
    page.paragraph(60, 120, lines);
    page.paragraph(320, 120, lines);
    page.layer.words[0].text = u"1"_s; // the left column's first line
    page.layer.words[75].text = u"2"_s; // the right column's
    const QString text = pageText(page.layer);
    EXPECT_LT(placeOf(text, u"2"_s), placeOf(text, u"1"_s));
}

TEST(ReadingOrder, aTurnedPageIsReadAsIfItStoodUpright)
{
    PageBuilder page;
    page.paragraph(60, 120, column(u"left"_s, 20));
    page.paragraph(320, 120, column(u"right"_s, 20));
    document::TextLayer turned = page.layer;
    turned.size = page.layer.size.transposed();
    for (document::TextLayerWord &word : turned.words) {
        word.box = word.box.turnedBack(270); // as /Rotate 90 shows it
        word.rotation = 90;
    }
    const auto upright = layout::readTextLayer(page.layer, 1);
    const auto seen = layout::readTextLayer(turned, 1);
    EXPECT_EQ(textsOf(upright), textsOf(seen));
    EXPECT_NEAR(seen[0].box().x1, upright[0].box().turnedBack(270).x1, 1e-9);
}

TEST(ReadingOrder, verticalLinesRunFromTheRight)
{
    document::TextLayer layer;
    layer.size = QSizeF(600, 800);
    const auto add = [&](double x, const QString &text) {
        document::TextLayerWord word;
        word.text = text;
        word.font.size = 10;
        word.rotation = 90;
        word.isVertical = true;
        word.box = base::NormalizedRect::of(QRectF(x, 100, 10, 10.0 * double(text.size())), layer.size);
        layer.words.append(word);
    };
    add(400, u"\u3042\u3044\u3046\u3048\u304A"_s);
    add(415, u"\u65E5\u672C\u8A9E\u306F\u7E26"_s);
    EXPECT_EQ(textsOf(layout::readTextLayer(layer, 1)),
        QStringList{u"\u65E5\u672C\u8A9E\u306F\u7E26\u3042\u3044\u3046\u3048\u304A"_s});
}

TEST(ReadingOrder, theCommentsOfAListingAreNoColumn)
{
    PageBuilder page;
    page.paragraph(60, 400, column(u"body"_s, 10));
    page.paragraph(320, 400, column(u"other"_s, 10));
    page.font(u"Courier"_s, true);
    for (int i = 0; i < 8; ++i) {
        page.line(60, 120 + 12 * i, u"store%1 sp[8], v1, v2"_s.arg(i));
        page.line(260, 120 + 12 * i, u"// comment%1 tells what the line does"_s.arg(i));
    }
    const QString text = pageText(page.layer);
    EXPECT_LT(placeOf(text, u"comment0"_s), placeOf(text, u"store1"_s));
}

TEST(ReadingOrder, numbersBeforeHangingTextAreNoColumn)
{
    PageBuilder page;
    for (int i = 0; i < 8; ++i) {
        page.line(60, 120 + 12 * i, u"%1."_s.arg(i + 1));
        page.line(90, 120 + 12 * i, u"entry%1 of a list that is long enough to be a column"_s.arg(i + 1));
    }
    const QString text = pageText(page.layer);
    EXPECT_LT(placeOf(text, u"entry1"_s), placeOf(text, u"2."_s));
}
