// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/tokenizer/split_words.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace {

using Pieces = std::vector<std::string>;

Pieces split(std::string_view text)
{
    Pieces pieces;
    tokenizer::WordSplitter splitter(text);
    for (auto piece = splitter.next(); !piece.empty(); piece = splitter.next())
        pieces.emplace_back(piece);
    return pieces;
}

TEST(WordSplitter, digitsGoByThreesFromTheLeft)
{
    EXPECT_EQ(split("12345"), (Pieces{"123", "45"}));
    EXPECT_EQ(split("a1b"), (Pieces{"a", "1", "b"}));
}

TEST(WordSplitter, aWordTakesOneCharacterBeforeIt)
{
    EXPECT_EQ(split("two words"), (Pieces{"two", " words"}));
    EXPECT_EQ(split("\tx"), (Pieces{"\tx"}));
    EXPECT_EQ(split("\nx"), (Pieces{"\n", "x"}));
}

TEST(WordSplitter, ofSeveralSpacesTheLastGoesToTheWord)
{
    EXPECT_EQ(split("a   b"), (Pieces{"a", "  ", " b"}));
    EXPECT_EQ(split("a   "), (Pieces{"a", "   "}));
    EXPECT_EQ(split("a   1"), (Pieces{"a", "   ", "1"}));
}

TEST(WordSplitter, spacesEndWithTheirLastNewline)
{
    EXPECT_EQ(split("a \n \n  b"), (Pieces{"a", " \n \n", " ", " b"}));
    EXPECT_EQ(split("a\n   b"), (Pieces{"a", "\n", "  ", " b"}));
}

TEST(WordSplitter, marksTakeTheNewlinesBehindThem)
{
    EXPECT_EQ(split("():\n\tpass"), (Pieces{"():\n", "\tpass"}));
    EXPECT_EQ(split("a ...b"), (Pieces{"a", " ...", "b"}));
}

TEST(WordSplitter, anAsciiMarkStaysWithTheLettersBehindIt)
{
    EXPECT_EQ(split("x.then"), (Pieces{"x", ".then"}));
    EXPECT_EQ(split("$é"), (Pieces{"$", "é"}));
}

TEST(WordSplitter, eastAsianRunsAreCutFirstAndThenByKind)
{
    EXPECT_EQ(split("あ漢a"), (Pieces{"あ漢", "a"}));
    EXPECT_EQ(split("ア・イ"), (Pieces{"ア", "・", "イ"}));
}

TEST(WordSplitter, whatNoPatternCoversStaysTogether)
{
    EXPECT_EQ(split(std::string_view("\0\1\2", 3)), (Pieces{std::string("\0\1\2", 3)}));
    EXPECT_EQ(split("\xFF\xFE.a"), (Pieces{"\xFF\xFE", ".a"}));
}

} // namespace
