// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/runtime/stop_strings.h"

#include <gtest/gtest.h>

using runtime::StopStrings;

TEST(StopStrings, withoutAnyTextGoesThroughAtOnce)
{
    StopStrings stops({});
    EXPECT_EQ(stops.push("abc"), "abc");
    EXPECT_EQ(stops.finish(), "");
}

TEST(StopStrings, whatMightBeABeginningWaits)
{
    StopStrings stops({"END"});
    EXPECT_EQ(stops.push("the E"), "the ");
    EXPECT_EQ(stops.push("N"), "");
    EXPECT_EQ(stops.push("emy"), "ENemy");
    EXPECT_FALSE(stops.stopped());
}

TEST(StopStrings, theTextEndsBeforeTheStop)
{
    StopStrings stops({"END"});
    EXPECT_EQ(stops.push("the EN"), "the ");
    EXPECT_EQ(stops.push("D of it"), "");
    EXPECT_TRUE(stops.stopped());
    EXPECT_EQ(stops.push("more"), "");
    EXPECT_EQ(stops.finish(), "");
}

TEST(StopStrings, theFirstOfSeveralInTheTextCounts)
{
    StopStrings stops({"yy", "x"});
    EXPECT_EQ(stops.push("abxcyy"), "ab");
    EXPECT_TRUE(stops.stopped());
}

TEST(StopStrings, whatWaitedComesAtTheEnd)
{
    StopStrings stops({"--stop--"});
    EXPECT_EQ(stops.push("a --sto"), "a ");
    EXPECT_EQ(stops.finish(), "--sto");
}
