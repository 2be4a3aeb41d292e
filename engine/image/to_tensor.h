// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/rgb8_image.h"

#include <ATen/core/Tensor.h>

#include <span>

namespace image {

/// Normalises views: (x / 255 - 0.5) / 0.5 in float32, channel first, then cast (bfloat16: to nearest, ties to even).
///
/// @param views  at least one, all of one size.
/// @param type   at::kFloat or at::kBFloat16. For the official float32 goldens: kBFloat16, then .to(at::kFloat).
/// @return       [views, 3, height, width] on the CPU, contiguous.
/// @throws base::ShapeError when there is none or the sizes differ.
at::Tensor toTensor(std::span<const base::Rgb8Image> views, at::ScalarType type);

/// One view: [1, 3, height, width].
at::Tensor toTensor(const base::Rgb8Image &view, at::ScalarType type);

} // namespace image
