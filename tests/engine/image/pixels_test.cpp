// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/exceptions.h"
#include "engine/image/cut_tiles.h"
#include "engine/image/fit.h"
#include "engine/image/resize.h"
#include "engine/image/to_tensor.h"
#include "tests/engine/golden/golden.h"

#include <gtest/gtest.h>

#include <random>

namespace {

using Levels = std::vector<std::uint8_t>;

/// A row of grey levels resized to another width; the red channel.
Levels resizedRow(const Levels &levels, int width)
{
    base::Rgb8Image row(static_cast<int>(levels.size()), 1);
    for (std::size_t i = 0; i < row.pixels.size(); ++i)
        row.pixels[i] = levels[i / 3];
    Levels result;
    const auto resized = image::resize(row, width, 1);
    for (std::size_t i = 0; i < resized.pixels.size(); i += 3)
        result.push_back(resized.pixels[i]);
    return result;
}

TEST(Pixels, agreeWithTheGoldenPicturesAndTables)
{
    golden::Tally tally;
    golden::checkPreprocess(std::string(TEST_DATA_DIR) + "/engine/golden", {}, tally);
    EXPECT_EQ(tally.allEqual("preprocess: views of formula pictures"), 560);
    EXPECT_EQ(tally.allEqual("preprocess: grids"), 221);
    EXPECT_EQ(tally.allEqual("tables: resize"), 96);
    EXPECT_EQ(tally.allEqual("tables: pad"), 212);
    EXPECT_EQ(tally.allEqual("tables: grid"), 1464);
    EXPECT_EQ(tally.allEqual("tables: normalise"), 512);
    EXPECT_EQ(tally.allEqual("tables: EXIF"), 11);
}

TEST(Resize, rowsOfTheSpecification)
{
    EXPECT_EQ(resizedRow({0, 85, 170, 255}, 8), (Levels{0, 14, 60, 106, 149, 195, 241, 255}));
    EXPECT_EQ(resizedRow({0, 85, 170, 255}, 2), (Levels{50, 205}));
    EXPECT_EQ(resizedRow({0, 255, 0, 255, 0, 255, 0, 255}, 3), (Levels{112, 127, 143}));
    EXPECT_EQ(resizedRow({0, 0, 255, 255}, 6), (Levels{0, 0, 31, 224, 255, 255}));
    EXPECT_EQ(resizedRow({10, 200, 30, 40, 250, 60, 70}, 4), (Levels{97, 64, 156, 72}));
}

TEST(Resize, bothCodesGiveTheSameBytesAtAnySize)
{
    std::mt19937 random(7);
    for (int round = 0; round < 150; ++round) {
        const auto side = [&](unsigned most) { return 1 + static_cast<int>(random() % most); };
        base::Rgb8Image picture(side(90), side(90));
        for (auto &level : picture.pixels)
            level = random() % 4 == 0 ? (random() % 2 ? 255 : 0) : static_cast<std::uint8_t>(random());
        const int width = side(120), height = side(120);
        EXPECT_EQ(image::resize(picture, width, height, image::ResizeCode::Best),
            image::resize(picture, width, height, image::ResizeCode::Plain))
            << picture.width << "x" << picture.height << " to " << width << "x" << height;
    }
}

TEST(Resize, aFlatPictureStaysFlatAndTheSameSizeIsACopy)
{
    const auto flat = golden::formulaPicture("flat", 333, 77);
    EXPECT_EQ(image::resize(flat, 640, 640), golden::formulaPicture("flat", 640, 640));
    const auto noise = golden::formulaPicture("noise", 50, 60);
    EXPECT_EQ(image::resize(noise, 50, 60), noise);
}

TEST(Tiles, theNumberIsAlwaysBetweenTwoAndTheMost)
{
    for (int width = 1; width < 5000; width += 117)
        for (int height = 1; height < 5000; height += 131)
            for (const int most : {2, 6, 9, 12}) {
                const auto grid = image::chooseGrid(width, height, 640, most);
                EXPECT_TRUE(grid.columns * grid.rows >= 2 && grid.columns * grid.rows <= most)
                    << width << "x" << height;
            }
}

TEST(Tiles, extremePicturesKeepAPixel)
{
    for (const auto &[width, height] :
        {std::pair(1, 1), std::pair(30000, 10), std::pair(1, 4000), std::pair(10, 30000)})
        for (const char *mode : {"tiny", "small", "base", "large", "gundam", "gundam-m"}) {
            const auto cut = image::cutTiles(base::Rgb8Image(width, height), image::modeNamed(mode));
            EXPECT_EQ(cut.overview.width, cut.layout.viewSide);
            EXPECT_EQ(cut.tiles.size(),
                cut.layout.tiled ? static_cast<std::size_t>(cut.layout.grid.columns * cut.layout.grid.rows) : 0u);
        }
    EXPECT_THROW(image::cutTiles({}, image::modeNamed("base")), base::BadPicture);
}

TEST(ToTensor, viewsOfDifferentSizesAreRefused)
{
    const std::vector<base::Rgb8Image> views{{2, 2}, {2, 3}};
    EXPECT_THROW(image::toTensor(views, at::kFloat), base::ShapeError);
    EXPECT_THROW(image::toTensor(std::span<const base::Rgb8Image>(), at::kFloat), base::ShapeError);
}

TEST(ToTensor, channelsComeFirst)
{
    base::Rgb8Image picture(2, 1);
    picture.pixels = {0, 255, 0, 255, 0, 0};
    const auto tensor = image::toTensor(picture, at::kFloat);
    EXPECT_EQ(tensor.sizes().vec(), (std::vector<std::int64_t>{1, 3, 1, 2}));
    const float *values = tensor.const_data_ptr<float>();
    EXPECT_EQ(std::vector<float>(values, values + 6), (std::vector<float>{-1, 1, 1, -1, -1, -1}));
}

} // namespace
