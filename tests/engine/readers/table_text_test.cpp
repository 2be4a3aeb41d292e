// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/readers/tesseract/table_text.h"

#include "tests/engine/readers/text_lines.h"

#include <gtest/gtest.h>

using namespace readers;

TEST(TableText, rowsAndColumnsBecomeCells)
{
    EXPECT_EQ(tableHtml({textLine("Year", 0, 80, 100), textLine("Sum", 200, 260, 100), textLine("1900", 0, 80, 130),
                  textLine("12 < 13", 200, 300, 130)}),
        "<table><tr><td>Year</td><td>Sum</td></tr><tr><td>1900</td><td>12 &lt; 13</td></tr></table>");
}

TEST(TableText, anEmptyCellStaysEmpty)
{
    EXPECT_EQ(tableHtml({textLine("A", 0, 20, 100), textLine("B", 200, 220, 100), textLine("C", 200, 220, 130)}),
        "<table><tr><td>A</td><td>B</td></tr><tr><td></td><td>C</td></tr></table>");
}

TEST(TableText, oneColumnIsNoTable)
{
    EXPECT_EQ(tableHtml({textLine("A", 0, 20, 100), textLine("B", 0, 20, 130)}), "");
    EXPECT_EQ(tableHtml({}), "");
}
