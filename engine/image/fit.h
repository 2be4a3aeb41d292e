// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/rgb8_image.h"

namespace image {

/// Where a picture lands in a square of some side, in pixels of the square.
struct Fit {
    int width = 0;
    int height = 0;
    int left = 0;
    int top = 0;
    friend bool operator==(const Fit &, const Fit &) = default;
};

/// Pillow's ImageOps.pad: aspect kept, centred, halves to even. @pre sizes > 0. A side that rounds to 0 becomes 1.
Fit fitInto(int width, int height, int side);

/// The picture so fitted on (127, 127, 127). @pre not empty.
base::Rgb8Image padToSquare(const base::Rgb8Image &picture, int side);

} // namespace image
