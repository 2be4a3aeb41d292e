// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/tokenizer/tokenizer.h"

#include "engine/tokenizer/stream_decoder.h"
#include "tests/engine/golden/golden.h"

#include <gtest/gtest.h>

#include <random>

namespace {

using tokenizer::SpecialTokens;
using Ids = std::vector<std::int32_t>;

const std::string goldenFolder = std::string(TEST_DATA_DIR) + "/engine/golden";

const tokenizer::Tokenizer &small()
{
    static const auto subject = tokenizer::Tokenizer::load(goldenFolder + "/small");
    return subject;
}

TEST(Tokenizer, agreesWithTheGoldenStringsAndStreams)
{
    golden::Tally tally;
    golden::checkTokenizer(goldenFolder + "/tokenizer", goldenFolder + "/small", tally);
    EXPECT_EQ(tally.allEqual("tokenizer: encode"), 449);
    EXPECT_EQ(tally.allEqual("tokenizer: decode"), 2 * 449);
    EXPECT_EQ(tally.allEqual("tokenizer: streamed"), 113);
}

TEST(Tokenizer, anyBytesOfUtf8ComeBack)
{
    std::mt19937 random(1);
    for (int round = 0; round < 300; ++round) {
        std::string text;
        for (unsigned length = random() % 200; length > 0; --length) {
            const char32_t code = random() % 3 == 0 ? random() % 0x250 : 0x3000 + random() % 0x7000;
            if (code < 0x80)
                text += static_cast<char>(code);
            else if (code < 0x800)
                (text += static_cast<char>(0xC0 | code >> 6)) += static_cast<char>(0x80 | (code & 63));
            else
                ((text += static_cast<char>(0xE0 | code >> 12)) += static_cast<char>(0x80 | (code >> 6 & 63)))
                    += static_cast<char>(0x80 | (code & 63));
        }
        EXPECT_EQ(small().decode(small().encode(text), SpecialTokens::Keep), text);
    }
}

TEST(Tokenizer, addedTokensAreFoundAnywhereAndTheLongestWins)
{
    const auto image = small().idOf("<image>").value();
    const Ids ids = small().encode("a<image><image>b");
    EXPECT_EQ(std::count(ids.begin(), ids.end(), image), 2);
    EXPECT_EQ(small().encode("<|ref|>"), Ids{small().idOf("<|ref|>").value()});
    EXPECT_TRUE(small().isSpecial(image));
}

TEST(Tokenizer, idsWithoutATokenDecodeToNothing)
{
    EXPECT_EQ(small().decode(
                  Ids{-1, 1'000'000, 2'000'000'000, std::numeric_limits<std::int32_t>::min()}, SpecialTokens::Keep),
        "");
}

TEST(Tokenizer, aMegabyteOfOneLetterIsNotQuadratic)
{
    // Quadratic work would take minutes; the test's time limit is the judge.
    for (const char *unit : {"a", " ", "\n", "<", "\xE4\xB8\x80", "1", "\xCC\x81"}) {
        std::string text;
        while (text.size() < 1'000'000)
            text += unit;
        EXPECT_EQ(small().decode(small().encode(text), SpecialTokens::Keep), text);
    }
}

TEST(Tokenizer, longAndShortPiecesMergeAlike)
{
    // 48 symbols are merged by looking, 49 by a heap: a piece of either length must begin alike.
    std::string letters;
    for (int i = 0; i < 200; ++i)
        letters += "the tion ingation"[i % 17 == 3 || i % 17 == 8 ? 0 : i % 17];
    for (std::size_t length = 40; length < 60; ++length) {
        const Ids ids = small().encode(letters.substr(0, length));
        EXPECT_EQ(small().decode(ids, SpecialTokens::Keep), letters.substr(0, length));
    }
}

TEST(StreamDecoder, neverShowsHalfACharacter)
{
    const std::string text = "é漢👩‍🔬 done";
    tokenizer::StreamDecoder decoder(small(), SpecialTokens::Keep);
    std::string shown;
    for (const std::int32_t id : small().encode(text)) {
        const std::string piece = decoder.push(id);
        EXPECT_EQ(piece.find("\xEF\xBF\xBD"), std::string::npos);
        shown += piece;
        EXPECT_EQ(text.substr(0, shown.size()), shown);
    }
    EXPECT_EQ(shown + decoder.finish(), text);
}

TEST(StreamDecoder, aTornCharacterAtTheEndBecomesOneMark)
{
    tokenizer::StreamDecoder decoder(small(), SpecialTokens::Keep);
    Ids ids = small().encode("漢");
    if (ids.size() < 2)
        GTEST_SKIP() << "one token in this vocabulary";
    ids.pop_back();
    std::string shown;
    for (const std::int32_t id : ids)
        shown += decoder.push(id);
    EXPECT_EQ(shown, "");
    EXPECT_EQ(decoder.finish(), "\xEF\xBF\xBD");
    EXPECT_EQ(decoder.finish(), "");
}

} // namespace
