// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/normalized_rect.h"

#include <gtest/gtest.h>

using namespace base;

TEST(NormalizedRect, reversedCornersAreSortedAndClamped)
{
    EXPECT_EQ(NormalizedRect::of(0.9, 1.5, 0.1, -0.5), (NormalizedRect{0.1, 0, 0.9, 1}));
}

TEST(NormalizedRect, aTurnedPictureMapsBackToItsPage)
{
    // A mark in the top left corner of the page, 0.1 wide and 0.2 high.
    const NormalizedRect mark{0, 0, 0.1, 0.2};
    // Turned 90 degrees clockwise it lies in the top right corner, 0.2 wide and 0.1 high.
    const NormalizedRect quarter = NormalizedRect{0.8, 0, 1, 0.1}.turnedBack(90);
    EXPECT_NEAR(quarter.x1, mark.x1, 1e-12);
    EXPECT_NEAR(quarter.y1, mark.y1, 1e-12);
    const NormalizedRect half = NormalizedRect{0.9, 0.8, 1, 1}.turnedBack(180);
    EXPECT_NEAR(half.x1, mark.x1, 1e-12);
    EXPECT_NEAR(half.y1, mark.y1, 1e-12);
    const NormalizedRect threeQuarters = NormalizedRect{0, 0.9, 0.2, 1}.turnedBack(270);
    EXPECT_NEAR(threeQuarters.x1, mark.x1, 1e-12);
    EXPECT_NEAR(threeQuarters.y1, mark.y1, 1e-12);
}
