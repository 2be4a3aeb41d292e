// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/rgb8_image.h"

#include <cstdint>
#include <span>

namespace image {

using FileBytes = std::span<const std::uint8_t>;

/// One decoder per library. Each checks the size that the file announces first, and turns the picture upright.
base::Rgb8Image decodeJpeg(FileBytes file);
base::Rgb8Image decodePng(FileBytes file);
base::Rgb8Image decodeTiff(FileBytes file);
base::Rgb8Image decodeWebp(FileBytes file);
/// The first frame of a GIF on its screen, transparent or not.
base::Rgb8Image decodeGif(FileBytes file);
base::Rgb8Image decodeHeif(FileBytes file);
base::Rgb8Image decodeWithOpenCv(FileBytes file, std::int64_t width, std::int64_t height);

/// @throws base::BadPicture when a side is 0 or there are more than largestPicture pixels.
void checkAnnouncedSize(std::int64_t width, std::int64_t height);

/// Four inks a pixel as Pillow turns them into RGB. @param inverted as Adobe's programs store them in JPEG.
void inksToRgb(const std::uint8_t *inks, base::Rgb8Image &picture, bool inverted);

} // namespace image
