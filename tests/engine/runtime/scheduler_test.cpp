// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/runtime/scheduler.h"

#include <gtest/gtest.h>

using runtime::Plan;
using runtime::Scheduler;
using Ids = std::vector<std::uint64_t>;

TEST(Scheduler, withoutRequestsThereIsNothingToDo)
{
    Scheduler scheduler(2, 10);
    EXPECT_TRUE(scheduler.isIdle());
    EXPECT_EQ(scheduler.next().kind, Plan::Kind::Idle);
}

TEST(Scheduler, requestsBeginOneByOneAndThenStepTogether)
{
    Scheduler scheduler(2, 10);
    scheduler.add(1, 3);
    scheduler.add(2, 3);
    const Plan first = scheduler.next(), second = scheduler.next(), third = scheduler.next();
    EXPECT_EQ(first.kind, Plan::Kind::Begin);
    EXPECT_EQ(first.requests, Ids{1});
    EXPECT_EQ(second.requests, Ids{2});
    EXPECT_EQ(third.kind, Plan::Kind::Step);
    EXPECT_EQ(third.requests, (Ids{1, 2}));
}

TEST(Scheduler, aThirdWaitsForAPlaceAndKeepsItsTurn)
{
    Scheduler scheduler(1, 10);
    scheduler.add(1, 1);
    scheduler.add(2, 1);
    scheduler.add(3, 1);
    scheduler.next();
    EXPECT_EQ(scheduler.next().requests, Ids{1});
    scheduler.remove(1);
    const Plan plan = scheduler.next();
    EXPECT_EQ(plan.kind, Plan::Kind::Begin);
    EXPECT_EQ(plan.requests, Ids{2});
}

TEST(Scheduler, blocksAreSetAsideAtTheBeginningAndComeBackAtTheEnd)
{
    Scheduler scheduler(4, 10);
    scheduler.add(1, 6);
    scheduler.add(2, 6);
    scheduler.next();
    EXPECT_EQ(scheduler.next().kind, Plan::Kind::Step); // 6 + 6 do not fit 10
    scheduler.remove(1);
    EXPECT_EQ(scheduler.next().requests, Ids{2});
}

TEST(Scheduler, aRequestThatLeavesWhileItWaitsNeverBegins)
{
    Scheduler scheduler(1, 10);
    scheduler.add(1, 1);
    scheduler.add(2, 1);
    scheduler.next();
    scheduler.remove(2);
    scheduler.remove(1);
    EXPECT_TRUE(scheduler.isIdle());
    EXPECT_EQ(scheduler.next().kind, Plan::Kind::Idle);
}
