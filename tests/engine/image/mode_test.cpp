// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/exceptions.h"
#include "engine/image/cut_tiles.h"

#include <gtest/gtest.h>

namespace {

TEST(Mode, namesAndFreeSizes)
{
    EXPECT_EQ(image::modeNamed("gundam"), (image::Mode{1024, 640, true, 6}));
    EXPECT_EQ(image::modeNamed("768/512/crop"), (image::Mode{768, 512, true, 6}));
    EXPECT_EQ(image::modeNamed("768/768/nocrop"), (image::Mode{768, 768, false, 6}));
    EXPECT_EQ(
        image::layOut(9, 9, image::modeNamed("1000/1000/nocrop")).placeholders, 16 * 17 + 1); // ⌈⌊1000 / 16⌋ / 4⌉ = 16
    for (const char *wrong :
        {"", "huge", "0/0/crop", "63/64/crop", "1024/99999999999/crop", "1024/640/maybe", "-640/640", "4097/640/crop"})
        EXPECT_THROW(image::modeNamed(wrong), base::BadRequest) << wrong;
}

TEST(Mode, tileNumbersOutOfRangeAreRefused)
{
    for (const int tiles : {-1, 0, 1, 65})
        EXPECT_THROW(image::layOut(1000, 1000, {1024, 640, true, tiles}), base::BadRequest) << tiles;
}

TEST(Layout, countsOfTheSpecification)
{
    EXPECT_EQ(image::layOut(100, 100, image::modeNamed("tiny")).placeholders, 73);
    EXPECT_EQ(image::layOut(100, 100, image::modeNamed("base")).placeholders, 273);
    EXPECT_EQ(image::layOut(640, 640, image::modeNamed("gundam")).placeholders, 273);
    EXPECT_EQ(image::layOut(641, 641, image::modeNamed("gundam")).placeholders, 693);
    const auto page = image::layOut(2480, 3508, image::modeNamed("gundam"));
    EXPECT_EQ(page.grid, (image::Grid{2, 3}));
    EXPECT_EQ(page.placeholders, 903);
    EXPECT_EQ(page.visionTokens, 856);
}

} // namespace
