// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/runtime/loop_guard.h"

#include <gtest/gtest.h>

#include <random>

using runtime::LoopGuard;

namespace {

/// Ids that do not repeat.
void pushVaried(LoopGuard &guard, std::int32_t count)
{
    for (std::int32_t i = 0; i < count; ++i)
        guard.push(10'000 + i);
}

void pushRounds(LoopGuard &guard, std::int32_t period, std::int32_t rounds)
{
    for (std::int32_t i = 0; i < period * rounds; ++i)
        guard.push(i % period);
}

} // namespace

TEST(LoopGuard, variedTextIsNeverSuspected)
{
    LoopGuard guard;
    pushVaried(guard, 2000);
    EXPECT_FALSE(guard.suspected());
    EXPECT_FALSE(guard.loop());
}

TEST(LoopGuard, threeRoundsAreSuspectedAndTwoAreNot)
{
    LoopGuard guard;
    pushVaried(guard, 50);
    pushRounds(guard, 20, 2);
    EXPECT_FALSE(guard.suspected());
    pushRounds(guard, 20, 1);
    ASSERT_TRUE(guard.suspected());
    EXPECT_EQ(guard.suspected()->period, 20);
    EXPECT_EQ(guard.suspected()->repetitions, 3);
    EXPECT_EQ(guard.suspected()->firstToken, 50);
}

TEST(LoopGuard, sevenEqualTableRowsAreNoLoop)
{
    LoopGuard guard;
    pushRounds(guard, 60, 7); // 420 tokens, but only 7 rounds
    EXPECT_TRUE(guard.suspected());
    EXPECT_FALSE(guard.loop());
}

TEST(LoopGuard, manyShortRoundsAreNoLoopBefore256Tokens)
{
    LoopGuard guard;
    pushRounds(guard, 5, 51); // 255 tokens
    EXPECT_FALSE(guard.loop());
    guard.push(0);
    ASSERT_TRUE(guard.loop());
    EXPECT_EQ(guard.loop()->period, 5);
    EXPECT_EQ(guard.loop()->firstToken, 0);
}

TEST(LoopGuard, theLongestPeriodIs256)
{
    LoopGuard caught, missed;
    pushRounds(caught, 256, 8);
    pushRounds(missed, 257, 8);
    EXPECT_TRUE(caught.loop());
    EXPECT_FALSE(missed.loop());
}

/// Any text, then any ids over and over: the guard knows the period and the beginning, marks at the third round and cuts at the
/// eighth or the 256th token, whichever comes later, and not one token earlier.
TEST(LoopGuard, anyPeriodIsMarkedAndCutAtItsOwnToken)
{
    std::mt19937 random(1);
    for (int round = 0; round < 60; ++round) {
        const auto period = static_cast<std::int32_t>(random() % 256 + 1);
        const auto before = static_cast<std::int32_t>(random() % 400);
        LoopGuard guard;
        pushVaried(guard, before);
        const std::int32_t marked = 3 * period, cut = std::max(8 * period, (256 + period - 1) / period * period);
        // A round's ids are all different, so no shorter period and no earlier beginning fits. A cut needs whole rounds or 256
        // tokens; both hold from `least` on.
        const std::int32_t least = std::max(8 * period, 256);
        for (std::int32_t i = 0; i < cut; ++i) {
            guard.push(i % period);
            const std::int32_t seen = i + 1;
            ASSERT_EQ(guard.suspected().has_value(), seen >= marked) << period << " after " << seen;
            ASSERT_EQ(guard.loop().has_value(), seen >= least) << period << " after " << seen;
        }
        EXPECT_EQ(guard.loop()->period, period);
        EXPECT_EQ(guard.loop()->firstToken, before);
    }
}

TEST(LoopGuard, honestTablesOfEqualRowsAreNeverCut)
{
    std::mt19937 random(2);
    for (int round = 0; round < 60; ++round) {
        LoopGuard guard;
        pushVaried(guard, static_cast<std::int32_t>(random() % 100));
        const auto width = static_cast<std::int32_t>(random() % 250 + 5),
                   rows = static_cast<std::int32_t>(random() % 5 + 3);
        for (std::int32_t i = 0; i < width * rows; ++i) {
            guard.push(i % width);
            ASSERT_FALSE(guard.loop()) << rows << " rows of " << width;
        }
        ASSERT_TRUE(guard.suspected());
        EXPECT_EQ(guard.suspected()->repetitions, rows);
        guard.push(500'000); // what stands under the table
        EXPECT_FALSE(guard.suspected());
    }
}

TEST(LoopGuard, oneOtherTokenEndsTheSuspicion)
{
    LoopGuard guard;
    pushRounds(guard, 10, 5);
    guard.push(999);
    EXPECT_FALSE(guard.suspected());
}
