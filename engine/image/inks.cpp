// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/image/decoders.h"

namespace image {

namespace {

/// Pillow's product over 255, rounded.
std::uint8_t scaled(unsigned value, unsigned by)
{
    const unsigned product = value * by + 128;
    return static_cast<std::uint8_t>(((product >> 8) + product) >> 8);
}

} // namespace

void inksToRgb(const std::uint8_t *inks, base::Rgb8Image &picture, bool inverted)
{
    const unsigned flip = inverted ? 255 : 0;
    for (std::size_t i = 0; i < picture.pixels.size() / 3; ++i) {
        const unsigned light = 255 - (inks[4 * i + 3] ^ flip);
        for (std::size_t c = 0; c < 3; ++c)
            picture.pixels[3 * i + c] = static_cast<std::uint8_t>(light - scaled(inks[4 * i + c] ^ flip, light));
    }
}

} // namespace image
