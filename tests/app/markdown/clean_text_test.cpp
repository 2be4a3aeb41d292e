// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/document/block_markdown.h"
#include "app/document/safe_html.h"
#include "app/markdown/clean_text.h"
#include "tests/app/markdown/block_notation.h"

#include <gtest/gtest.h>

#include <random>

using namespace Qt::StringLiterals;
using markdown::cleanMarkdown;
using markdown::joinedHyphens;

TEST(CleanText, brokenWordsAreJoinedOnlyWhereItIsSafe)
{
    EXPECT_EQ(joinedHyphens(u"domain- specific"), u"domain-specific");
    EXPECT_EQ(joinedHyphens(u"pre- and post-war, Ein- und Ausgang"), u"pre- and post-war, Ein- und Ausgang");
    EXPECT_EQ(joinedHyphens(u"pages 1- 13, 2025- 02- 18, BV- 03- C, PubTables- 1M"),
        u"pages 1- 13, 2025- 02- 18, BV- 03- C, PubTables- 1M");
    EXPECT_EQ(joinedHyphens(u"well - known, thoroughly, - Sift"), u"well - known, thoroughly, - Sift");
}

TEST(CleanText, escapedBracketsAreNoFormula)
{
    EXPECT_EQ(cleanMarkdown(u"国税函发 \\[ 1995 \\] 288号"), u"国税函发 [1995] 288号");
    EXPECT_EQ(cleanMarkdown(u"\\[ 1995 \\]"), u"\\[ 1995 \\]");
    EXPECT_EQ(cleanMarkdown(u"so \\[ x=1 \\] holds"), u"so \\[ x=1 \\] holds");
}

TEST(CleanText, foreignHtmlBecomesItsLetters)
{
    EXPECT_EQ(cleanMarkdown(u"a <script>alert(1)</script> b"), u"a \\<script>alert(1)\\</script> b");
    EXPECT_EQ(cleanMarkdown(u"x<sub onclick=\"f()\">2</sub> < 3"), u"x<sub>2</sub> < 3");
    EXPECT_EQ(cleanMarkdown(u"<!-- hidden -->"), u"\\<!-- hidden -->");
    EXPECT_EQ(
        document::plainText(cleanMarkdown(u"use <img src=x onerror=alert(1)>")), u"use <img src=x onerror=alert(1)>");
}

TEST(CleanText, onlyHarmlessLinksStayLinks)
{
    EXPECT_EQ(
        document::markdownHtml(cleanMarkdown(u"[a](https://x.org) [b](javascript:alert(1)) [c](JaVaScript&#58;x)")),
        u"<p><a href=\"https://x.org\">a</a> [b](javascript:alert(1)) [c](JaVaScript:x)</p>");
    EXPECT_EQ(cleanMarkdown(u"![spy](http://tracker/x.png)"), u"\\![spy](http://tracker/x.png)");
    EXPECT_EQ(document::plainText(cleanMarkdown(u"[a]: javascript:x")), u"[a]: javascript:x");
}

TEST(CleanText, codeAndFormulasStayAsTheyAre)
{
    EXPECT_EQ(cleanMarkdown(u"`a- b <script>` and \\(a<b- c\\)"), u"`a- b <script>` and \\(a<b- c\\)");
}

TEST(CleanText, lettersSurviveEscaping)
{
    const QStringList hard{u"*a*"_s, u"_a_ a_b"_s, u"# a"_s, u"- a"_s, u"1. a\n2) b"_s, u"> q"_s, u"a\n---"_s,
        u"a\n==="_s, u"`c`"_s, u"[a](b) [c]: d ![e](f)"_s, u"<b>x</b> &amp; &lt; 3 < 4 > 2"_s,
        u"\\(x\\) \\[y\\] \\\\ \\"_s, u"a | b\n--- | ---\nc | d"_s, u"~~a~~ ~b~"_s, u"$5 and $6"_s, u"***"_s, u"___"_s,
        u"+ a"_s, u"```\nx\n```"_s, u"-\n+\n*"_s, u"#"_s, u"http://x.y"_s, u"a\\\nb"_s, u"]["_s};
    for (const QString &text : hard)
        EXPECT_EQ(document::plainText(document::escapedMarkdown(text)).toStdString(), text.toStdString());
}

TEST(CleanText, anyLettersSurviveEscaping)
{
    std::mt19937 random(7);
    const QString alphabet = u"ab1 *_`~<>&;#-+=|[]()!\\.$:\n/\"'é文"_s;
    for (int round = 0; round < 20'000; ++round) {
        QString text;
        for (size_t i = random() % 24; i > 0; --i)
            text.append(alphabet[static_cast<qsizetype>(random() % static_cast<unsigned>(alphabet.size()))]);
        // Blanks around lines and empty lines are layout, not letters.
        QStringList lines;
        for (const QString &line : text.split(u'\n')) {
            if (!line.trimmed().isEmpty())
                lines.append(line.trimmed());
        }
        text = lines.join(u'\n');
        ASSERT_EQ(document::plainText(document::escapedMarkdown(text)).toStdString(), text.toStdString()) << round;
    }
}
