// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/image/fit.h"

#include "engine/image/resize.h"

#include <algorithm>
#include <cmath>

namespace image {

namespace {

constexpr std::uint8_t paddingLevel = 127; // int(0.5 * 255)

/// Python's round(): halves to even. The default rounding mode is never changed in this program.
int roundHalfToEven(double value)
{
    return static_cast<int>(std::nearbyint(value));
}

} // namespace

Fit fitInto(int width, int height, int side)
{
    Fit fit{side, side, 0, 0};
    if (width > height)
        fit.height = std::max(1, roundHalfToEven(static_cast<double>(height) / width * side));
    else if (width < height)
        fit.width = std::max(1, roundHalfToEven(static_cast<double>(width) / height * side));
    fit.left = roundHalfToEven((side - fit.width) * 0.5);
    fit.top = roundHalfToEven((side - fit.height) * 0.5);
    return fit;
}

base::Rgb8Image padToSquare(const base::Rgb8Image &picture, int side)
{
    const Fit fit = fitInto(picture.width, picture.height, side);
    base::Rgb8Image fitted = resize(picture, fit.width, fit.height);
    if (fit.width == side && fit.height == side)
        return fitted;
    base::Rgb8Image square(side, side);
    std::fill(square.pixels.begin(), square.pixels.end(), paddingLevel);
    for (int y = 0; y < fit.height; ++y)
        std::copy_n(fitted.row(y), fitted.rowBytes(), square.row(fit.top + y) + std::ptrdiff_t{fit.left} * 3);
    return square;
}

} // namespace image
