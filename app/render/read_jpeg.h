// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/open_file.h"

#include <QImage>

#include <stop_token>

namespace render {

/// Decodes a JPEG row by row into Format_Grayscale8 or Format_RGB888 (CMYK converted as @c toPageImage says), pixels as stored.
///
/// A picture past @c mostPagePixels is reduced while it is decoded, by 2, 4 or 8, without ever being whole in memory. A progressive one
/// must be held whole: past @c mostPicturePixels it is refused.
/// @return TooLarge; FileDamaged when the data end too early (what is missing would be silently grey, and a page read with its foot
///         missing is worse than one that is asked for again) or no row can be decoded; Cancelled.
[[nodiscard]] base::Result<QImage> readJpeg(const base::OpenFile &file, const std::stop_token &stop);

} // namespace render
