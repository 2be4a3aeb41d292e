// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/rgb8_image.h"
#include "engine/image/cut_tiles.h"
#include "engine/image/mode.h"

#include <ATen/core/Tensor.h>

namespace runtime {

/// A picture as the encoder takes it: cut, normalised, rounded to bfloat16 as the official code does.
struct Picture {
    image::Layout layout;
    at::Tensor overview; ///< [1, 3, side, side], bfloat16, CPU
    at::Tensor tiles; ///< [columns · rows, 3, tileSide, tileSide]; undefined when not tiled
};

/// Any thread. @throws base::BadRequest for a mode out of range, base::BadPicture for an empty picture.
Picture preparePicture(const base::Rgb8Image &picture, const image::Mode &mode);

} // namespace runtime
