// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/runtime/prompt.h"

#include "engine/base/exceptions.h"

#include <gtest/gtest.h>

namespace {

using Ids = std::vector<std::int32_t>;

const tokenizer::Tokenizer &smallTokenizer()
{
    static const auto tokenizer = tokenizer::Tokenizer::load(TEST_DATA_DIR "/engine_model");
    return tokenizer;
}

Ids idsOf(const std::string &prompt, std::int64_t placeholders)
{
    return runtime::promptIds(smallTokenizer(), prompt, placeholders, 0).ids;
}

constexpr std::int32_t imageId = 1502; // in this vocabulary

} // namespace

TEST(Prompt, thePicturesRowsStandWhereItsMarkStoodAndTheNewlineStays)
{
    // The published prompt ends in a blank, which is stripped.
    const auto prompt = runtime::promptIds(smallTokenizer(), "<image>\nFree OCR. ", 3, 0);
    EXPECT_EQ(prompt.ids, (Ids{0, imageId, imageId, imageId, 201, 40, 860, 686, 16}));
    EXPECT_EQ(prompt.firstPlaceholder, 1);
}

TEST(Prompt, aPictureWithoutAMarkGoesFirst)
{
    EXPECT_EQ(idsOf("Free OCR.", 2), idsOf("<image>\nFree OCR.", 2));
}

TEST(Prompt, onlyTheWholeIsStrippedAndOfEveryBlankThatPythonKnows)
{
    EXPECT_EQ(idsOf("  Free OCR.", 2), idsOf("<image>\n  Free OCR.", 2));
    EXPECT_NE(idsOf("  Free OCR.", 2), idsOf("Free OCR.", 2));
    EXPECT_EQ(idsOf("\u3000\u00a0 Free OCR.\u2003\x1c\u3000", 0), idsOf("Free OCR.", 0));
    EXPECT_NE(idsOf("Free OCR.\u200b", 0), idsOf("Free OCR.", 0)); // of no width, and no blank
    EXPECT_EQ(idsOf("\u3000", 1), idsOf("<image>", 1));
}

TEST(Prompt, textBeforeThePictureComesBeforeIt)
{
    const auto prompt = runtime::promptIds(smallTokenizer(), "Free OCR.<image>", 1, 0);
    EXPECT_EQ(prompt.ids, (Ids{0, 40, 860, 686, 16, imageId}));
    EXPECT_EQ(prompt.firstPlaceholder, 5);
}

TEST(Prompt, anEmptyPromptIsTheBeginTokenAlone)
{
    EXPECT_EQ(idsOf(" \n ", 0), Ids{0});
}

TEST(Prompt, twoMarksAreRefused)
{
    EXPECT_THROW(idsOf("<image>\n<image>\nFree OCR.", 1), base::BadRequest);
}

TEST(Prompt, aMarkWithoutAPictureIsRefused)
{
    EXPECT_THROW(idsOf("<image>\nFree OCR.", 0), base::BadRequest);
}
