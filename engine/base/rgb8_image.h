// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace base {

/// A picture in memory: 8-bit R, G, B, row by row from the top, no padding between rows.
struct Rgb8Image {
    int width = 0; ///< pixels, > 0 unless the image is empty
    int height = 0; ///< pixels, > 0 unless the image is empty
    std::vector<std::uint8_t> pixels; ///< width * height * 3 bytes

    Rgb8Image() = default;
    /// All pixels 0. The caller has checked that the size is sane.
    Rgb8Image(int imageWidth, int imageHeight)
        : width(imageWidth)
        , height(imageHeight)
        , pixels(static_cast<std::size_t>(imageWidth) * static_cast<std::size_t>(imageHeight) * 3)
    {
    }

    bool isEmpty() const { return pixels.empty(); }
    std::size_t rowBytes() const { return static_cast<std::size_t>(width) * 3; }
    std::uint8_t *row(int y) { return pixels.data() + static_cast<std::size_t>(y) * rowBytes(); }
    const std::uint8_t *row(int y) const { return pixels.data() + static_cast<std::size_t>(y) * rowBytes(); }

    friend bool operator==(const Rgb8Image &, const Rgb8Image &) = default;
};

} // namespace base
