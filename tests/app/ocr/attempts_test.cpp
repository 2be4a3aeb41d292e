// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ocr/attempts.h"

#include <gtest/gtest.h>

using namespace ocr;
using namespace std::chrono_literals;

TEST(Attempts, thePauseDoublesUpToItsCap)
{
    const ClientLimits limits;
    EXPECT_EQ(pauseBefore(2, limits, {}, 0), 500ms);
    EXPECT_EQ(pauseBefore(3, limits, {}, 0), 1000ms);
    EXPECT_EQ(pauseBefore(5, limits, {}, 0), 4000ms);
    EXPECT_EQ(pauseBefore(500, limits, {}, 0), 60s);
}

TEST(Attempts, theServerIsNeverAskedBeforeItWantsToBe)
{
    const ClientLimits limits;
    EXPECT_EQ(pauseBefore(2, limits, 7s, 0), 7s);
    EXPECT_GE(pauseBefore(2, limits, 7s, 0.9), 7s);
    EXPECT_LE(pauseBefore(2, limits, 7s, 1), 8750ms);
    EXPECT_EQ(pauseBefore(4, limits, 1s, 0), 2s);
    EXPECT_EQ(pauseBefore(2, limits, 24h, 1), 60s);
}

TEST(Attempts, waitingEndsWithAStopRequest)
{
    std::stop_source source;
    source.request_stop();
    waitFor(1h, source.get_token()); // comes back before the test run gives up
}

TEST(Attempts, ourOwnEngineIsAskedAgainOnlyWhenBusy)
{
    ClientLimits limits;
    limits.pause = [](auto, auto) { };
    using Reason = Attempts::Reason;
    EXPECT_TRUE(Attempts(limits, true).mayGoOn(Reason::Busy, false, {}, {}));
    EXPECT_FALSE(Attempts(limits, true).mayGoOn(Reason::Lost, false, {}, {}));
    EXPECT_FALSE(Attempts(limits, true).mayGoOn(Reason::Refused, false, {}, {}));
    EXPECT_TRUE(Attempts(limits, false).mayGoOn(Reason::Lost, false, {}, {}));
    EXPECT_FALSE(Attempts(limits, false).mayGoOn(Reason::Final, false, {}, {}));
}

TEST(Attempts, anAnswerTornInItsMiddleIsAskedForOnceMore)
{
    ClientLimits limits;
    limits.pause = [](auto, auto) { };
    Attempts attempts(limits, false);
    EXPECT_TRUE(attempts.mayGoOn(Attempts::Reason::Lost, true, {}, {}));
    EXPECT_FALSE(attempts.mayGoOn(Attempts::Reason::Lost, true, {}, {}));
}
