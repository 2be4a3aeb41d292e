// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace image {

/// How a picture becomes views (specification 2.2). Sizes are sides of squares in pixels.
struct Mode {
    int baseSize = 1024; ///< the overview's side; 64..4096
    int imageSize = 640; ///< a tile's side, or the one view's when not cropping; as baseSize
    bool crop = true; ///< cut tiles where the picture is larger than 640 on a side
    int maxTiles = 6; ///< most tiles, 2..64; 6 as the serving side has it, 9 as the Hugging Face side

    friend bool operator==(const Mode &, const Mode &) = default;
};

/// tiny, small, base, large, gundam, gundam-m; or free: "BASE/IMAGE/crop", "BASE/IMAGE/nocrop" ("1024/640/crop").
/// @throws base::BadRequest naming what is wrong and what there is.
Mode modeNamed(std::string_view name);

/// @throws base::BadRequest unless every number is in its range.
void checkMode(const Mode &mode);

} // namespace image
