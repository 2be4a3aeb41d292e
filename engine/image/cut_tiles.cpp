// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/image/cut_tiles.h"

#include "engine/base/exceptions.h"
#include "engine/image/fit.h"
#include "engine/image/resize.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace image {

namespace {

// The official code has this number for every tile side.
constexpr int largestUntiled = 640;
// Up to this side a single view is squeezed into the square instead of padded.
constexpr int largestSqueezed = 640;
constexpr int fewestTiles = 2;

/// Features along a view's side: patches of 16 pixels, compressed 4 to 1.
int featuresAlong(int side)
{
    return (side / 16 + 3) / 4;
}

/// Share of a square that a picture covers, in the order of operations of the official count.
double coveredShare(int width, int height)
{
    const double longer = std::max(width, height);
    const double shorter = std::min(width, height);
    return 1 - (longer - shorter) / longer;
}

void countTokens(Layout &layout, int width, int height, bool padded)
{
    const int along = featuresAlong(layout.viewSide);
    layout.placeholders = along * (along + 1) + 1;
    layout.visionTokens = along * along;
    layout.validTokens = padded ? static_cast<int>(along * along * coveredShare(width, height)) : along * along;
    if (!layout.tiled)
        return;
    const int tileAlong = featuresAlong(layout.tileSide);
    const int tileTokens = layout.grid.columns * layout.grid.rows * tileAlong * tileAlong;
    layout.placeholders += layout.grid.rows * tileAlong * (layout.grid.columns * tileAlong + 1);
    layout.visionTokens += tileTokens;
    layout.validTokens += tileTokens;
}

base::Rgb8Image cut(const base::Rgb8Image &mosaic, int column, int row, int side)
{
    base::Rgb8Image tile(side, side);
    for (int y = 0; y < side; ++y)
        std::copy_n(mosaic.row(row * side + y) + std::ptrdiff_t{column} * side * 3, tile.rowBytes(), tile.row(y));
    return tile;
}

} // namespace

Grid chooseGrid(int width, int height, int tileSide, int maxTiles)
{
    const double aspect = static_cast<double>(width) / height;
    const double area = static_cast<double>(width) * height;
    Grid best;
    double bestDifference = std::numeric_limits<double>::infinity();
    for (int tiles = fewestTiles; tiles <= maxTiles; ++tiles) {
        for (int columns = 1; columns <= tiles; ++columns) {
            if (tiles % columns != 0)
                continue;
            const Grid candidate{columns, tiles / columns};
            const double difference = std::abs(aspect - static_cast<double>(columns) / candidate.rows);
            const bool tieWon = difference == bestDifference && area > 0.5 * tileSide * tileSide * tiles;
            if (difference < bestDifference || tieWon)
                best = candidate;
            bestDifference = std::min(bestDifference, difference);
        }
    }
    return best;
}

Layout layOut(int width, int height, const Mode &mode)
{
    checkMode(mode);
    Layout layout;
    if (mode.crop && (width > largestUntiled || height > largestUntiled))
        layout.grid = chooseGrid(width, height, mode.imageSize, mode.maxTiles);
    layout.tiled = layout.grid != Grid{};
    layout.viewSide = mode.crop ? mode.baseSize : mode.imageSize;
    layout.tileSide = layout.tiled ? mode.imageSize : 0;
    countTokens(layout, width, height, mode.crop || mode.imageSize > largestSqueezed);
    return layout;
}

CutPicture cutTiles(const base::Rgb8Image &picture, const Mode &mode)
{
    if (picture.isEmpty())
        throw base::BadPicture("the picture has no pixels");
    CutPicture result;
    result.layout = layOut(picture.width, picture.height, mode);
    const int side = result.layout.viewSide;
    const bool squeezed = !mode.crop && mode.imageSize <= largestSqueezed;
    result.overview = squeezed ? resize(picture, side, side) : padToSquare(picture, side);
    if (!result.layout.tiled)
        return result;
    const auto [columns, rows] = result.layout.grid;
    const int tileSide = result.layout.tileSide;
    const base::Rgb8Image mosaic = resize(picture, columns * tileSide, rows * tileSide);
    for (int row = 0; row < rows; ++row)
        for (int column = 0; column < columns; ++column)
            result.tiles.push_back(cut(mosaic, column, row, tileSide));
    return result;
}

} // namespace image
