// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/runtime/loop_guard.h"

#include <gtest/gtest.h>

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

TEST(LoopGuard, oneOtherTokenEndsTheSuspicion)
{
    LoopGuard guard;
    pushRounds(guard, 10, 5);
    guard.push(999);
    EXPECT_FALSE(guard.suspected());
}
