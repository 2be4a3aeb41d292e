// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/runtime/answer.h"

#include <gtest/gtest.h>

#include <random>

namespace {

using runtime::Answer;
using runtime::FinishReason;
using runtime::Sampling;

const tokenizer::Tokenizer &smallTokenizer()
{
    static const auto tokenizer = tokenizer::Tokenizer::load(TEST_DATA_DIR "/engine_model");
    return tokenizer;
}

/// Pushes the ids of @p text until the answer ends. @return the text that the caller heard.
std::string say(Answer &answer, const std::string &text)
{
    std::string heard;
    for (const std::int32_t id : smallTokenizer().encode(text)) {
        if (answer.finished())
            break;
        runtime::Choice choice;
        choice.id = id;
        heard += answer.push(choice).text;
    }
    return heard;
}

} // namespace

TEST(Answer, theEndTokenStopsAndIsNotShown)
{
    Answer answer(smallTokenizer(), {}, 1);
    EXPECT_EQ(say(answer, "Hello there"), "Hello there");
    EXPECT_FALSE(answer.finished());
    runtime::Choice end;
    end.id = 1;
    EXPECT_EQ(answer.push(end).text, "");
    EXPECT_EQ(answer.finished(), FinishReason::Stop);
    EXPECT_EQ(answer.result().text, "Hello there");
    EXPECT_EQ(answer.result().ids.back(), 1);
}

TEST(Answer, maxTokensEndsItWithWhatStillWaited)
{
    Sampling sampling;
    sampling.maxTokens = 2;
    sampling.stop = {"zzzzzzzzzzzz"};
    Answer answer(smallTokenizer(), sampling, 1);
    const std::string heard = say(answer, "zzz zzz zzz zzz");
    EXPECT_EQ(answer.finished(), FinishReason::Length);
    EXPECT_EQ(answer.result().ids.size(), 2U);
    EXPECT_EQ(heard, answer.result().text);
    EXPECT_FALSE(heard.empty());
}

TEST(Answer, halfACharacterWaitsForItsRest)
{
    Answer answer(smallTokenizer(), {}, 1);
    std::string heard;
    for (const std::int32_t id : smallTokenizer().encode("丆")) { // rare: three single bytes
        runtime::Choice choice;
        choice.id = id;
        heard = answer.push(choice).text;
    }
    EXPECT_EQ(heard, "丆");
}

TEST(Answer, anUnfinishedCharacterAtTheEndBecomesTheReplacementCharacter)
{
    Sampling sampling;
    sampling.maxTokens = 1;
    Answer answer(smallTokenizer(), sampling, 1);
    EXPECT_EQ(say(answer, "丆"), "\uFFFD");
}

TEST(Answer, aStopStringEndsTheTextBeforeIt)
{
    Sampling sampling;
    sampling.stop = {"there"};
    Answer answer(smallTokenizer(), sampling, 1);
    EXPECT_EQ(say(answer, "Hello there you"), "Hello ");
    EXPECT_EQ(answer.finished(), FinishReason::Stop);
}

TEST(Answer, aLoopIsCutAfterItsFirstRound)
{
    Answer answer(smallTokenizer(), {}, 1);
    std::string text = "Before it. ";
    for (int i = 0; i < 400; ++i)
        text += "<tr><td>1</td></tr>";
    say(answer, text);
    ASSERT_EQ(answer.finished(), FinishReason::Repetition);
    const runtime::Result result = answer.result();
    EXPECT_EQ(result.text, "Before it. <tr><td>1</td></tr>");
    ASSERT_TRUE(result.repetition);
    EXPECT_GE(result.repetition->repetitions, 8);
    EXPECT_LT(result.ids.size(), 300U);
}

TEST(Answer, equalRowsBelowTheLimitAreMarkedAndKept)
{
    Answer answer(smallTokenizer(), {}, 1);
    std::string text;
    for (int i = 0; i < 7; ++i)
        text += "<tr><td>1</td></tr>";
    say(answer, text);
    EXPECT_FALSE(answer.finished());
    EXPECT_EQ(answer.result().text, text);
    EXPECT_TRUE(answer.result().repetition);
}

/// Whatever came before the loop, and however many bytes its tokens have, is kept to the byte, with one round of the loop.
TEST(Answer, theTextBeforeAnyLoopIsKeptExactly)
{
    std::mt19937 random(3);
    const auto some = [&](std::size_t count, std::int32_t first) {
        std::vector<std::int32_t> ids;
        for (std::size_t i = 0; i < count; ++i)
            ids.push_back(
                first + static_cast<std::int32_t>(random() % 600)); // single bytes, torn characters among them
        return ids;
    };
    for (int round = 0; round < 30; ++round) {
        const std::vector<std::int32_t> before = some(random() % 120, 3);
        const std::vector<std::int32_t> looped = some(random() % 60 + 1, 700);
        Answer answer(smallTokenizer(), {}, 1);
        std::string heard;
        const auto push = [&](std::int32_t id) {
            runtime::Choice choice;
            choice.id = id;
            heard += answer.push(choice).text;
        };
        for (const std::int32_t id : before)
            push(id);
        for (std::size_t i = 0; !answer.finished() && i < 5000; ++i)
            push(looped[i % looped.size()]);
        ASSERT_EQ(answer.finished(), FinishReason::Repetition);
        const runtime::Result result = answer.result();
        std::vector<std::int32_t> kept(
            result.ids.begin(), result.ids.begin() + result.repetition->firstToken + result.repetition->period);
        EXPECT_LE(result.repetition->firstToken, static_cast<std::int64_t>(before.size()));
        EXPECT_LE(result.repetition->period, static_cast<std::int64_t>(looped.size()));
        const std::string text = smallTokenizer().decode(kept, tokenizer::SpecialTokens::Keep);
        // A character torn at the seam is left out rather than shown in part.
        EXPECT_EQ(result.text, text.substr(0, result.text.size()));
        EXPECT_LE(text.size() - result.text.size(), 3 * 3U);
        EXPECT_EQ(heard.substr(0, result.text.size()), result.text);
    }
}

TEST(Answer, whereLoopsMayRunTheyAreOnlyMarked)
{
    Sampling sampling;
    sampling.endLoops = false;
    Answer answer(smallTokenizer(), sampling, 1);
    std::string text;
    for (int i = 0; i < 400; ++i)
        text += "<tr><td>1</td></tr>";
    say(answer, text);
    EXPECT_FALSE(answer.finished());
    EXPECT_EQ(answer.result().text, text);
}
