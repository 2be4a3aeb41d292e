// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/markdown/figure.h"

#include <QFile>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;
using namespace document;
using markdown::parseFigure;

namespace {

/// A real answer of the model, as its source keeps it.
QString transcript(const char *name)
{
    QFile file(QStringLiteral(TEST_DATA_DIR "/transcripts/%1.txt").arg(QLatin1StringView(name)));
    EXPECT_TRUE(file.open(QIODevice::ReadOnly)) << name;
    return QString::fromUtf8(file.readAll());
}

QString kindOf(const QString &answer)
{
    return figureKind(parseFigure(answer));
}

} // namespace

TEST(ParseFigure, aChartComesAsItsTable)
{
    const Figure figure = parseFigure(u"<table><tr><td>Year</td><td colspan=\"2\">Sales</td></tr><tr><td "
                                      u"rowspan=\"2\">2024</td><td>North</td><td>12</td></tr>"
                                      "<tr><td>South</td><td>7</td></tr></table><｜end▁of▁sentence｜>"_s);
    const auto *chart = std::get_if<ChartTable>(&figure);
    ASSERT_TRUE(chart);
    EXPECT_EQ(chart->rows,
        (QList<QStringList>{
            {u"Year"_s, u"Sales"_s, u"Sales"_s}, {u"2024"_s, u"North"_s, u"12"_s}, {u"2024"_s, u"South"_s, u"7"_s}}));
    EXPECT_TRUE(chart->html.contains(u"<td colspan=\"2\">Sales</td>"));
    EXPECT_FALSE(chart->html.contains(u"end"));
    EXPECT_EQ(figureText(figure), u"Year\tSales\n2024\tNorth\t12\nSouth\t7"_s);
}

TEST(ParseFigure, aTableOfPipesIsAChartToo)
{
    const Figure figure = parseFigure(u"| Year | Sales |\n| --- | --- |\n| 2024 | 12 |"_s);
    const auto *chart = std::get_if<ChartTable>(&figure);
    ASSERT_TRUE(chart);
    EXPECT_EQ(chart->rows, (QList<QStringList>{{u"Year"_s, u"Sales"_s}, {u"2024"_s, u"12"_s}}));
    EXPECT_EQ(figureMarkdown(figure), u"| Year | Sales |\n| --- | --- |\n| 2024 | 12 |"_s);
}

TEST(ParseFigure, aScriptInAChartStaysLetters)
{
    const Figure figure = parseFigure(u"<table><tr><td><script>alert(1)</script>x</td></tr></table>"_s);
    EXPECT_FALSE(figureHtml(figure).contains(u"<script"));
}

TEST(ParseFigure, geometryIsReadAndNeverEvaluated)
{
    const Figure figure = parseFigure(u"{'Line': {'line': ['(-5, 0) -- (5, 0)', '(0, -3) -- (0, 7.5)', 'A -- B', 'A -- "
                                      u"Z'], 'line_type': ['--', '-', '--', '--'], "
                                      "'line_endpoint': ['A: (-5, 0)', 'B: (5, 0)', 'C (1, 2)', 'D: (__import__, "
                                      "1)']}, 'Circle': {'circle_center': ['O: (1, 2)', "
                                      "'P: (0, 0)'], 'radius': [3.5, -1]}}<｜end▁of▁sentence｜>"_s);
    const auto *geometry = std::get_if<Geometry>(&figure);
    ASSERT_TRUE(geometry);
    const QList<Geometry::Line> lines{
        {{-5, 0}, {5, 0}, u"--"_s}, {{0, -3}, {0, 7.5}, u"-"_s}, {{-5, 0}, {5, 0}, u"--"_s}};
    EXPECT_EQ(geometry->lines, lines);
    EXPECT_EQ(geometry->points, (QList<Geometry::Point>{{u"A"_s, {-5, 0}}, {u"B"_s, {5, 0}}}));
    EXPECT_EQ(geometry->circles, (QList<Geometry::Circle>{{u"O"_s, {1, 2}, 3.5}}));
    EXPECT_EQ(figureText(figure),
        u"line A (-5, 0) -- B (5, 0)\nline (0, -3) -- (0, 7.5)\nline A (-5, 0) -- B (5, 0)\ncircle O (1, 2) radius "
        u"3.5\n"
        "point A (-5, 0)\npoint B (5, 0)"_s);
}

TEST(ParseFigure, geometryThatWasCutOffKeepsItsWholeLines)
{
    const Figure figure = parseFigure(u"{'Line': {'line': ['(0, 0) -- (1, 1)'], 'line_type': ['--'"_s);
    const auto *geometry = std::get_if<Geometry>(&figure);
    ASSERT_TRUE(geometry);
    EXPECT_EQ(geometry->lines.size(), 1);
    EXPECT_EQ(kindOf(u"{'Line': {'line': ['(0, 0)"_s), u"description"_s);
}

TEST(ParseFigure, theWordLineTypeInATextIsNoGeometry)
{
    EXPECT_EQ(kindOf(u"The field line_type names the stroke of a 'Line' {or so}."_s), u"description"_s);
}

TEST(ParseFigure, moleculesAreSmiles)
{
    for (const QString &smiles : {u"CC(=O)Oc1ccccc1C(=O)O"_s, u"CCO"_s, u"[Na+].[Cl-]"_s, u"C[C@@H](N)C(=O)O"_s,
             u"F/C=C/F"_s, u"C1CC%10CCCC%10C1"_s, u"CCO.CC(=O)O>>CCOC(C)=O"_s, u"BrCCCl"_s, u"c1ccccc1\nCCO"_s,
             u"CN1C=NC2=C1C(=O)N(C(=O)N2C)C"_s}) {
        EXPECT_EQ(parseFigure(smiles), Figure(Smiles{smiles})) << smiles.toStdString();
        EXPECT_EQ(figureText(Smiles{smiles}), smiles);
    }
    EXPECT_EQ(parseFigure(u"<smiles>CCO</smiles>"_s), Figure(Smiles{u"CCO"_s}));
}

TEST(ParseFigure, wordsAndBrokenStructuresAreNoMolecules)
{
    for (const QString &words : {u"A photo of a cat"_s, u"C"_s, u"Hello"_s, u"C1CC"_s, u"CC(=O"_s, u"CC)"_s, u"(CC)"_s,
             u"CC="_s, u"2CC"_s, u"CCO is ethanol"_s, u"[]"_s, u"C[C"_s, u""_s, u"12.5"_s}) {
        EXPECT_EQ(kindOf(words), u"description"_s) << words.toStdString();
    }
}

TEST(ParseFigure, realAnswersAboutChartsWithoutATableDescribe)
{
    for (const char *name : {"chart-axes-as-text", "chart-candles-as-list", "chart-table-without-cells"}) {
        const Figure figure = parseFigure(transcript(name));
        EXPECT_EQ(figureKind(figure), u"description"_s) << name;
        EXPECT_FALSE(figureText(figure).isEmpty()) << name;
        EXPECT_FALSE(figureHtml(figure).contains(u"<table")) << name;
    }
    const Figure list = parseFigure(transcript("chart-candles-as-list"));
    EXPECT_TRUE(figureText(list).contains(u"514.57"_s));
    EXPECT_TRUE(figureHtml(list).contains(u"<h2>"_s));
}

TEST(ParseFigure, aRealDescriptionKeepsItsParagraphsAndList)
{
    const Figure figure = parseFigure(transcript("describe-recommender-figure"));
    ASSERT_EQ(figureKind(figure), u"description"_s);
    EXPECT_TRUE(figureText(figure).startsWith(u"The figure illustrates the architecture"_s));
    EXPECT_TRUE(figureHtml(figure).contains(u"<strong>User Feedback"_s));
}

TEST(ParseFigure, everyFigureSurvivesTheJournal)
{
    const Figure figures[] = {Description{u"*words*"_s}, parseFigure(u"<table><tr><td>a</td><td>b</td></tr></table>"_s),
        parseFigure(
            u"{'Line': {'line': ['(0, 0) -- (1, 1.25)'], 'line_endpoint': ['A: (0, 0)']}, 'Circle': {'circle_center': "
            "['(1, 2)'], 'radius': ['3']}}"_s),
        Smiles{u"CCO"_s}};
    for (const Figure &figure : figures)
        EXPECT_EQ(figureFromJson(toJson(figure)), figure) << figureKind(figure).toStdString();
}

TEST(ParseFigure, absurdSpansTakeNoMemory)
{
    const Figure figure = parseFigure(
        u"<table><tr><td rowspan=\"999999999\" colspan=\"999999999\">x</td><td colspan=\"-1\">y</td></tr></table>"_s);
    const auto *chart = std::get_if<ChartTable>(&figure);
    ASSERT_TRUE(chart);
    EXPECT_LE(chart->rows.front().size(), 1001);
}
