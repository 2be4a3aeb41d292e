// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/rgb8_image.h"

#include <cstdint>
#include <span>

namespace image {

/// Undoes an EXIF orientation, 1 to 8; any other number leaves the picture as it is.
base::Rgb8Image turnUpright(base::Rgb8Image picture, int orientation);

/// The orientation an EXIF block states (TIFF header first, with or without "Exif\0\0" before it).
/// @return 1 to 8; 1 where it says nothing or is broken.
int exifOrientation(std::span<const std::uint8_t> exif);

} // namespace image
