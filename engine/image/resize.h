// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/rgb8_image.h"

namespace image {

/// Which code does the work; the bytes are the same.
enum class ResizeCode { Best, Plain };

/// Pillow's Image.resize with its default filter (antialiased bicubic, 8-bit, horizontal pass first), bit for bit.
/// @pre the picture is not empty, width and height > 0. An axis that keeps its size is not filtered.
base::Rgb8Image resize(const base::Rgb8Image &picture, int width, int height, ResizeCode code = ResizeCode::Best);

} // namespace image
