// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout/read_text_layer.h"
#include "page_builder.h"

#include <gtest/gtest.h>

using namespace layout_test;
using namespace Qt::StringLiterals;

namespace {

QString htmlOf(const document::TextLayer &layer)
{
    for (const document::Block &block : layout::readTextLayer(layer, 1)) {
        if (block.type == u"table")
            return block.html;
    }
    return {};
}

} // namespace

TEST(Tables, rulesMakeCellsAndAMissingRuleASpan)
{
    PageBuilder page;
    page.rule(100, 100, 400, 100).rule(100, 130, 400, 130).rule(100, 160, 400, 160);
    page.rule(100, 100, 100, 160).rule(400, 100, 400, 160).rule(250, 130, 250, 160);
    page.line(110, 110, u"Both columns"_s).line(110, 140, u"one"_s).line(260, 140, u"a<b"_s);
    EXPECT_EQ(htmlOf(page.layer),
        u"<table><tr><td colspan=\"2\">Both columns</td></tr><tr><td>one</td><td>a&lt;b</td></tr></table>"_s);
}

TEST(Tables, alignedWordsMakeATableWithoutRules)
{
    PageBuilder page;
    const QStringList names{u"Austria"_s, u"Belgium"_s, u"Denmark"_s, u"Finland"_s};
    for (int i = 0; i < 4; ++i)
        page.line(60, 150 + 14 * i, names[i])
            .line(200, 150 + 14 * i, u"%1"_s.arg(50 + i))
            .line(300, 150 + 14 * i, u"7.%1"_s.arg(i));
    EXPECT_EQ(htmlOf(page.layer),
        u"<table><tr><td>Austria</td><td>50</td><td>7.0</td></tr>"
        "<tr><td>Belgium</td><td>51</td><td>7.1</td></tr>"
        "<tr><td>Denmark</td><td>52</td><td>7.2</td></tr>"
        "<tr><td>Finland</td><td>53</td><td>7.3</td></tr></table>"_s);
}

TEST(Tables, aBoxRoundTextAndProseInColumnsAreNoTables)
{
    PageBuilder page;
    page.rule(50, 90, 550, 90).rule(50, 200, 550, 200).rule(50, 90, 50, 200).rule(550, 90, 550, 200);
    for (int i = 0; i < 8; ++i) {
        page.line(60, 100 + 12 * i, u"Running text that fills the left column"_s);
        page.line(320, 100 + 12 * i, u"and other text that fills the right one"_s);
    }
    EXPECT_EQ(htmlOf(page.layer), QString());
}
