// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/runtime/block_manager.h"

#include <gtest/gtest.h>

#include <set>

using runtime::BlockManager;

TEST(BlockManager, aSequenceGrowsByWholeBlocksOnlyWhenItMust)
{
    BlockManager manager(4, 64);
    std::vector<std::int32_t> owned;
    EXPECT_TRUE(manager.grow(owned, 64));
    EXPECT_EQ(owned.size(), 1U);
    EXPECT_TRUE(manager.grow(owned, 65));
    EXPECT_EQ(owned.size(), 2U);
    EXPECT_TRUE(manager.grow(owned, 100));
    EXPECT_EQ(owned.size(), 2U);
    EXPECT_EQ(manager.freeBlocks(), 2);
}

TEST(BlockManager, noBlockIsGivenTwiceAndAllComeBack)
{
    BlockManager manager(5, 10);
    std::vector<std::int32_t> first, second;
    ASSERT_TRUE(manager.grow(first, 25));
    ASSERT_TRUE(manager.grow(second, 20));
    std::set<std::int32_t> all(first.begin(), first.end());
    all.insert(second.begin(), second.end());
    EXPECT_EQ(all.size(), 5U);
    manager.release(first);
    EXPECT_TRUE(first.empty());
    EXPECT_EQ(manager.freeBlocks(), 3);
}

TEST(BlockManager, tooLittleRoomChangesNothing)
{
    BlockManager manager(2, 10);
    std::vector<std::int32_t> owned;
    EXPECT_FALSE(manager.grow(owned, 21));
    EXPECT_TRUE(owned.empty());
    EXPECT_EQ(manager.freeBlocks(), 2);
}
