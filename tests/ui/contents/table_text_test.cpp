// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/contents/table_text.h"

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;
using contents::TableFormat;

TEST(TableText, spansKeepColumnsUnderEachOther)
{
    const QString html
        = u"<table><tr><td rowspan=\"2\">a</td><td colspan=\"2\">b</td></tr><tr><td>c</td><td>d</td></tr></table>"_s;
    EXPECT_EQ(contents::tableText(html, TableFormat::Tsv), u"a\tb\t\n\tc\td\n"_s);
}

TEST(TableText, aCommaAndAQuoteAreQuotedInCsv)
{
    const QString html = u"<table><tr><td>1,5</td><td>say \"so\"</td></tr></table>"_s;
    EXPECT_EQ(contents::tableText(html, TableFormat::Csv), u"\"1,5\",\"say \"\"so\"\"\"\n"_s);
}

TEST(TableText, asMarkdownItHasPipes)
{
    EXPECT_TRUE(contents::tableText(
        u"<table><tr><td>a</td><td>b</td></tr><tr><td>1</td><td>2</td></tr></table>"_s, TableFormat::Markdown)
            .contains(u"| 1 | 2 |"_s));
}
