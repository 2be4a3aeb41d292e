// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/image/turn.h"

#include <gtest/gtest.h>

namespace {

std::vector<std::uint8_t> exif(std::uint8_t orientation)
{
    return {'E', 'x', 'i', 'f', 0, 0, 'M', 'M', 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation,
        0, 0, 0, 0, 0, 0};
}

TEST(Exif, theOrientationIsReadInBothByteOrders)
{
    EXPECT_EQ(image::exifOrientation(exif(6)), 6);
    const std::vector<std::uint8_t> little{
        'I', 'I', 42, 0, 8, 0, 0, 0, 1, 0, 0x12, 0x01, 3, 0, 1, 0, 0, 0, 8, 0, 0, 0, 0, 0, 0, 0};
    EXPECT_EQ(image::exifOrientation(little), 8);
}

TEST(Exif, whatIsBrokenOrOutOfRangeIsUpright)
{
    EXPECT_EQ(image::exifOrientation(exif(0)), 1);
    EXPECT_EQ(image::exifOrientation(exif(9)), 1);
    const auto whole = exif(6);
    for (std::size_t length = 0; length < 26; ++length)
        EXPECT_EQ(image::exifOrientation(std::span(whole).first(length)), 1) << length;
    auto far = exif(6);
    far[10] = 0xFF;
    EXPECT_EQ(image::exifOrientation(far), 1);
}

} // namespace
