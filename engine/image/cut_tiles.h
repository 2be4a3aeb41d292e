// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/rgb8_image.h"
#include "engine/image/mode.h"

#include <vector>

namespace image {

/// Columns and rows of tiles; 1×1 means that there are none.
struct Grid {
    int columns = 1;
    int rows = 1;
    friend bool operator==(const Grid &, const Grid &) = default;
};

/// What a picture costs, known before a pixel is touched.
struct Layout {
    Grid grid; ///< 1×1 when not tiled
    bool tiled = false;
    int viewSide = 0; ///< side of the overview (tiled) or of the one view, pixels
    int tileSide = 0; ///< side of a tile, pixels; 0 when not tiled
    int placeholders = 0; ///< image ids in the prompt, newlines and separator included
    int visionTokens = 0; ///< image features alone (the paper's count)
    int validTokens = 0; ///< as the official test_compress counts: overview scaled by min/max side, truncated
};

/// A picture as the encoder takes it.
struct CutPicture {
    Layout layout;
    base::Rgb8Image overview; ///< viewSide × viewSide
    std::vector<base::Rgb8Image> tiles; ///< row by row, tileSide × tileSide each
};

/// The grid whose aspect is nearest (specification 2.4). @pre width, height > 0. Never 1×1: layOut asks
/// only for pictures with a side over 640 pixels.
Grid chooseGrid(int width, int height, int tileSide, int maxTiles);

/// @pre width, height > 0. @throws base::BadRequest when the mode is out of range.
Layout layOut(int width, int height, const Mode &mode);

/// Resizes, pads and cuts, bit for bit as Pillow 11.1 does. Pure; any thread.
/// A picture so thin that its short side would round to 0 pixels keeps one (the official code fails there).
/// @throws base::BadRequest when the mode is out of range, base::BadPicture when the picture is empty.
CutPicture cutTiles(const base::Rgb8Image &picture, const Mode &mode);

} // namespace image
