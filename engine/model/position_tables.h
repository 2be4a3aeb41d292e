// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ATen/core/Tensor.h>

#include <cstdint>

namespace model {

/// A learned square table at another side: bicubic with antialias (a = −0.5), float32 on the CPU, corners not aligned.
///
/// @param table  [1, side, side, width], any type, any device. @return [1, grid, grid, width], the table's type and device;
/// the table itself where the side fits.
/// Source: reference implementation, get_abs_pos_sam and get_abs_pos.
at::Tensor resizePositions(const at::Tensor &table, std::int64_t grid);

/// CLIP's table: row 0 (the class) stays, the rest is a square. @param table [1 + side², width]; @return [1 + grid², width].
at::Tensor resizeClipPositions(const at::Tensor &table, std::int64_t grid);

/// R[q, k] = table[(q − k) + (side − 1)], the table stretched linearly (no antialias) to 2·side − 1 rows where needed.
///
/// @param table [rows, width]; @return [side, side, width], the table's type and device.
at::Tensor relativePositions(const at::Tensor &table, std::int64_t side);

} // namespace model
