// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/cli/literal.h"

#include <gtest/gtest.h>

namespace {

using cli::parseLiteral;
using nlohmann::json;

TEST(Literal, numbersListsTuplesAndDictionariesAreRead)
{
    EXPECT_EQ(parseLiteral("[[1, 2.5, -3, 4e2]]"), json::parse("[[1.0, 2.5, -3.0, 400.0]]"));
    EXPECT_EQ(parseLiteral(" ((1, 2,),) "), json::parse("[[1.0, 2.0]]"));
    EXPECT_EQ(parseLiteral("[1,\n 2]"), json::parse("[1.0, 2.0]"));
    EXPECT_EQ(parseLiteral("{'Line': {'line': ['(0, 1) -- (2, 3)'], 'n': None, 't': True}}"),
        json::parse(R"json({"Line": {"line": ["(0, 1) -- (2, 3)"], "n": null, "t": true}})json"));
    EXPECT_EQ(parseLiteral("'it\\'s'"), json("it's"));
    EXPECT_EQ(parseLiteral("[]"), json::array());
}

TEST(Literal, nothingIsComputed)
{
    for (const char *text : {"1+1", "max(1, 2)", "[x]", "__import__('os')", "[1, 2", "[1 2]", "{1: 2}", "012", "[1]]",
             "", "  ", "'a", "1e400", "--1", "[,]", "{'a' 1}", "1.e", "e5", "."})
        EXPECT_FALSE(parseLiteral(text).has_value()) << text;
}

TEST(Literal, deepNestingIsRefusedInsteadOfCrashing)
{
    EXPECT_FALSE(parseLiteral(std::string(1'000'000, '[')).has_value());
    EXPECT_FALSE(parseLiteral(std::string(1'000'000, '(')).has_value());
}

} // namespace
