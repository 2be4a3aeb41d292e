// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exporters/html/mathml.h"

#include <QString>

#include <gtest/gtest.h>

#include <ctime>

using namespace Qt::StringLiterals;
using exporters::mathMl;

namespace {

/// The drawn part, without <math>, <semantics> and the annotation.
std::string drawn(const QString &tex, bool display = false)
{
    const QString html = mathMl(tex, display);
    const qsizetype start = html.indexOf("<mrow>"_L1) + 6;
    return html.sliced(start, html.indexOf("</mrow><annotation"_L1) - start).toStdString();
}

} // namespace

TEST(MathMl, lettersNumbersAndSigns)
{
    EXPECT_EQ(drawn(u"2x-1.5"_s), "<mn>2</mn><mi>x</mi><mo>−</mo><mn>1.5</mn>");
    EXPECT_EQ(drawn(u"a<b"_s), "<mi>a</mi><mo>&lt;</mo><mi>b</mi>");
    EXPECT_EQ(drawn(u"\\alpha \\leq 97\\%"_s),
        "<mi mathvariant=\"normal\">α</mi><mo>≤</mo><mn>97</mn><mo stretchy=\"false\">%</mo>");
}

TEST(MathMl, scriptsFractionsAndRoots)
{
    EXPECT_EQ(drawn(u"x_i^2"_s), "<msubsup><mi>x</mi><mi>i</mi><mn>2</mn></msubsup>");
    EXPECT_EQ(drawn(u"f'"_s), "<msup><mi>f</mi><mo>′</mo></msup>");
    EXPECT_EQ(drawn(u"\\frac{a}{b}"_s), "<mfrac><mrow><mi>a</mi></mrow><mrow><mi>b</mi></mrow></mfrac>");
    EXPECT_EQ(drawn(u"\\sqrt[3]{x}"_s), "<mroot><mrow><mi>x</mi></mrow><mrow><mn>3</mn></mrow></mroot>");
}

TEST(MathMl, limitsStandAboveAndBelowInDisplayAlone)
{
    EXPECT_EQ(drawn(u"\\sum_i"_s, true), "<munder><mo>∑</mo><mi>i</mi></munder>");
    EXPECT_EQ(drawn(u"\\sum_i"_s, false), "<msub><mo>∑</mo><mi>i</mi></msub>");
}

TEST(MathMl, environmentsBecomeTables)
{
    EXPECT_EQ(drawn(u"\\begin{bmatrix} 1 \\\\ 0 \\end{bmatrix}"_s),
        "<mrow><mo "
        "stretchy=\"true\">[</mo><mtable><mtr><mtd><mrow><mn>1</mn></mrow></mtd></mtr><mtr><mtd><mrow><mn>0</mn></"
        "mrow></mtd></mtr></mtable><mo stretchy=\"true\">]</mo></mrow>");
    EXPECT_EQ(drawn(u"\\begin{align*} a &= b \\\\ \\end{align*}"_s),
        "<mrow><mtable "
        "class=\"align\"><mtr><mtd><mrow><mi>a</mi></mrow></mtd><mtd><mrow><mo>=</mo><mi>b</mi></mrow></mtd></mtr></"
        "mtable></mrow>");
}

TEST(MathMl, namesTextAndAlphabets)
{
    EXPECT_EQ(drawn(u"\\mathrm{d}\\mathbb{R}"_s), "<mi mathvariant=\"normal\">d</mi><mi mathvariant=\"normal\">ℝ</mi>");
    EXPECT_EQ(drawn(u"\\text{if } x"_s), "<mtext>if\u00a0</mtext><mi>x</mi>");
    EXPECT_EQ(drawn(u"\\tag{3}"_s), "<mspace width=\"2em\"></mspace><mtext>(3)</mtext>");
}

TEST(MathMl, anUnknownCommandIsShownAsItStands)
{
    EXPECT_EQ(drawn(u"\\nevermet x"_s), "<mtext>\\nevermet</mtext><mi>x</mi>");
}

TEST(MathMl, whatDoesNotMatchIsShownAsTexWhole)
{
    for (const QString &tex : {u"\\frac{a}"_s, u"{a"_s, u"a}"_s, u"\\begin{bmatrix} 1 \\right]"_s, u"\\left( a"_s,
             u"x^"_s, u"\\begin{a}"_s, u"a & b }"_s})
        EXPECT_TRUE(mathMl(tex, false).startsWith("<code class=\"tex\">"_L1)) << tex.toStdString();
}

TEST(MathMl, markupInAFormulaIsLetters)
{
    for (const QString &tex : {u"<script>alert(1)</script>"_s, u"\\text{<img src=x>}"_s, u"\\<b>"_s, u"\\mathrm{<b>}"_s,
             u"\\begin{<b>}\\end{<b>}"_s}) {
        const QString html = mathMl(tex, true);
        EXPECT_FALSE(html.contains("<script"_L1) || html.contains("<img"_L1) || html.contains("<b>"_L1))
            << html.toStdString();
    }
}

TEST(MathMl, aLongOrDeepFormulaIsReadAtOnce)
{
    for (const QString &piece : {u"{"_s, u"x^{"_s, u"\\frac"_s, u"\\left("_s, u"\\begin{a}"_s, u"a+"_s, u"\\\\["_s,
             u"\\mathbf{"_s, u"\\sqrt["_s, u"&"_s, u"'"_s, u"\\hat"_s, u"_"_s}) {
        const std::clock_t start = std::clock();
        EXPECT_FALSE(mathMl(piece.repeated(200'000 / piece.size()), true).isEmpty());
        EXPECT_LT(static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC, 1.0) << piece.toStdString();
    }
}
