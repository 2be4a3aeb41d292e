// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace kernels {

/// y = x / √(mean(x²) + epsilon) for one row; y may be x. The order of summation depends on @p width alone. Any thread.
void normaliseRow(const float *x, float *y, std::int64_t width, float epsilon);

/// y = Σ weights[i] · rows[i] in the order of i. Any thread.
/// @param rows  [count, width]; @param y  [width], no part of rows.
void addWeightedRows(const float *rows, const float *weights, std::int64_t count, std::int64_t width, float *y);

/// y = x · sigmoid(x), value by value; y may be x. A value's bits do not depend on its place. Any thread.
void siluRow(const float *x, std::int64_t width, float *y);

} // namespace kernels
