// SPDX-License-Identifier: GPL-3.0-or-later
// What the network sees lies where a box says it does: a rectangle is drawn on a page as a camera stores it, the page is turned upright, padded and
// cut, and the rectangle is looked for in the pixels of every view. The app's half is tests/app/pipeline/box_placement_test.cpp.
#include "engine/image/cut_tiles.h"
#include "engine/image/fit.h"
#include "engine/image/turn.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace {

constexpr unsigned seed = 20261201;

struct Box {
    double left = 1e9, top = 1e9, right = -1, bottom = -1;

    bool isEmpty() const { return right < left; }
    void take(double x, double y)
    {
        left = std::min(left, x);
        top = std::min(top, y);
        right = std::max(right, x + 1);
        bottom = std::max(bottom, y + 1);
    }
};

/// Where the stored pixel (i, j) of a picture of width x height is seen (the EXIF standard's eight cases).
std::pair<int, int> seen(int orientation, int i, int j, int width, int height)
{
    switch (orientation) {
    case 2:
        return {width - 1 - i, j};
    case 3:
        return {width - 1 - i, height - 1 - j};
    case 4:
        return {i, height - 1 - j};
    case 5:
        return {j, i};
    case 6:
        return {height - 1 - j, i};
    case 7:
        return {height - 1 - j, width - 1 - i};
    case 8:
        return {j, width - 1 - i};
    default:
        return {i, j};
    }
}

/// A white page of that size as seen, with a black rectangle, as it is stored.
base::Rgb8Image stored(int width, int height, const Box &box, int orientation)
{
    const bool lies = orientation >= 5;
    base::Rgb8Image picture(lies ? height : width, lies ? width : height);
    for (int j = 0; j < picture.height; ++j) {
        for (int i = 0; i < picture.width; ++i) {
            const auto [x, y] = seen(orientation, i, j, picture.width, picture.height);
            const bool inside = x >= box.left && x < box.right && y >= box.top && y < box.bottom;
            std::fill_n(picture.row(j) + 3 * i, 3, static_cast<std::uint8_t>(inside ? 0 : 255));
        }
    }
    return picture;
}

/// More black than white, moved by where the view begins; the padding is 127.
void findInk(const base::Rgb8Image &view, int left, int top, Box &found)
{
    for (int y = 0; y < view.height; ++y)
        for (int x = 0; x < view.width; ++x)
            if (view.row(y)[3 * x] < 127)
                found.take(left + x, top + y);
}

/// @param tolerance  pixels of the view: an edge between two pixels is grey.
void expectAt(const Box &found, const Box &box, double across, double down, double left, double top)
{
    constexpr double tolerance = 1;
    ASSERT_FALSE(found.isEmpty());
    EXPECT_NEAR(found.left, left + box.left * across, tolerance);
    EXPECT_NEAR(found.right, left + box.right * across, tolerance);
    EXPECT_NEAR(found.top, top + box.top * down, tolerance);
    EXPECT_NEAR(found.bottom, top + box.bottom * down, tolerance);
}

TEST(BoxPlacement, aRectangleLiesInEveryViewWhereItsBoxSays)
{
    std::mt19937 random(seed);
    const auto between = [&](int least, int most) { return std::uniform_int_distribution(least, most)(random); };
    constexpr const char *modes[] = {"tiny", "small", "base", "large", "gundam", "gundam-m", "768/512/crop"};
    int tiled = 0;
    for (int i = 0; i < 112 && !testing::Test::HasFailure(); ++i) {
        const int width = between(60, 1500), height = between(60, 1500), orientation = 1 + i % 8;
        Box box;
        box.left = between(0, width - width / 8 - 1);
        box.top = between(0, height - height / 8 - 1);
        box.right = box.left + between(width / 8, width - static_cast<int>(box.left));
        box.bottom = box.top + between(height / 8, height - static_cast<int>(box.top));
        image::Mode mode = image::modeNamed(modes[i % 7]);
        mode.maxTiles = between(2, 12);
        SCOPED_TRACE(testing::Message() << "seed " << seed << ", case " << i << ": " << width << "x" << height
                                        << ", EXIF " << orientation << ", " << modes[i % 7]);
        const base::Rgb8Image page = image::turnUpright(stored(width, height, box, orientation), orientation);
        ASSERT_EQ(page.width, width);
        ASSERT_EQ(page.height, height);
        Box upright;
        findInk(page, 0, 0, upright);
        ASSERT_EQ(upright.left, box.left);
        ASSERT_EQ(upright.top, box.top);
        ASSERT_EQ(upright.right, box.right);
        ASSERT_EQ(upright.bottom, box.bottom);

        const image::CutPicture cut = image::cutTiles(page, mode);
        const int side = cut.layout.viewSide;
        const bool stretched = !mode.crop && mode.imageSize <= 640;
        const image::Fit fit = stretched ? image::Fit{side, side, 0, 0} : image::fitInto(width, height, side);
        Box found;
        findInk(cut.overview, 0, 0, found);
        expectAt(found, box, 1.0 * fit.width / width, 1.0 * fit.height / height, fit.left, fit.top);
        if (!cut.layout.tiled)
            continue;
        ++tiled;
        const image::Grid grid = cut.layout.grid;
        const int tile = cut.layout.tileSide;
        Box inMosaic;
        for (int number = 0; number < grid.columns * grid.rows; ++number)
            findInk(cut.tiles.at(static_cast<std::size_t>(number)), number % grid.columns * tile,
                number / grid.columns * tile, inMosaic);
        expectAt(inMosaic, box, 1.0 * grid.columns * tile / width, 1.0 * grid.rows * tile / height, 0, 0);
    }
    EXPECT_GT(tiled, 20);
}

} // namespace
