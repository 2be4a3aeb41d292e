// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/rgb8_image.h"

#include <cstddef>
#include <cstdint>
#include <span>

namespace image {

/// Most pixels of a picture; what a file announces beyond is refused before memory is taken.
inline constexpr std::int64_t largestPicture = 178'956'970; // Pillow's own limit

/// A picture file's first frame as 8-bit RGB, upright (EXIF), as Pillow's convert("RGB") gives it: alpha dropped, palette
/// looked up, CMYK without its profile, colour profiles ignored. 16-bit grey is scaled, where Pillow cuts it off.
/// JPEG, PNG, TIFF, WebP, BMP, JPEG 2000, PNM, HEIF; told by their content. Any thread.
/// @throws base::BadPicture with one sentence.
base::Rgb8Image decode(std::span<const std::uint8_t> file);

} // namespace image
