// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/runtime/ngram.h"

#include "tests/engine/golden/golden.h"

#include <gtest/gtest.h>

namespace {

using Ids = std::vector<std::int32_t>;

TEST(Ngram, agreesWithTheGoldenCases)
{
    golden::Tally tally;
    golden::checkNgram(std::string(TEST_DATA_DIR) + "/engine/golden", tally);
    EXPECT_EQ(tally.allEqual("n-gram: in a window"), 320);
    EXPECT_EQ(tally.allEqual("n-gram: anywhere"), 200);
}

TEST(Ngram, aFollowerInsideTheWindowIsBannedUnlessWhitelisted)
{
    EXPECT_EQ(runtime::bannedInWindow(Ids{5, 6, 7, 5, 6}, 3, 6, {}), (Ids{7}));
    EXPECT_EQ(runtime::bannedInWindow(Ids{5, 6, 7, 1, 2, 3, 5, 6}, 3, 6, {}), Ids{});
    EXPECT_EQ(runtime::bannedInWindow(Ids{5, 6, 7, 5, 6}, 3, 6, Ids{7}), Ids{});
}

TEST(Ngram, numbersThatMakeNoSenseBanNothing)
{
    const Ids ids{1, 1, 1, 1};
    EXPECT_EQ(runtime::bannedInWindow(ids, 1, 10, {}), Ids{});
    EXPECT_EQ(runtime::bannedInWindow(ids, 3, 2, {}), Ids{});
    EXPECT_EQ(runtime::bannedInWindow(ids, -5, 10, {}), Ids{});
    EXPECT_EQ(runtime::bannedAnywhere(ids, 0), Ids{});
    EXPECT_EQ(runtime::bannedAnywhere({}, 2), Ids{});
    EXPECT_EQ(runtime::bannedAnywhere(ids, 5), Ids{});
}

} // namespace
