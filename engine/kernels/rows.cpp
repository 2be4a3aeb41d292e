// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/kernels/rows.h"

#include <algorithm>
#include <cmath>

namespace kernels {

void normaliseRow(const float *x, float *y, std::int64_t width, float epsilon)
{
    float lanes[16] = {}; // side by side, so that the compiler may use vectors without changing the order of addition
    const std::int64_t whole = width - width % 16;
    for (std::int64_t i = 0; i < whole; i += 16)
        for (int lane = 0; lane < 16; ++lane)
            lanes[lane] += x[i + lane] * x[i + lane];
    double sum = 0;
    for (std::int64_t i = whole; i < width; ++i)
        sum += static_cast<double>(x[i]) * static_cast<double>(x[i]);
    for (const float lane : lanes)
        sum += static_cast<double>(lane);
    const auto mean = static_cast<float>(sum / static_cast<double>(width));
    const float factor = 1.0F / std::sqrt(mean + epsilon);
    for (std::int64_t i = 0; i < width; ++i)
        y[i] = x[i] * factor;
}

void addWeightedRows(const float *rows, const float *weights, std::int64_t count, std::int64_t width, float *y)
{
    std::fill_n(y, width, 0.0F);
    for (std::int64_t row = 0; row < count; ++row)
        for (std::int64_t i = 0; i < width; ++i)
            y[i] += weights[row] * rows[row * width + i];
}

void siluRow(const float *x, std::int64_t width, float *y)
{
    for (std::int64_t i = 0; i < width; ++i)
        y[i] = x[i] / (1.0F + std::exp(-x[i]));
}

} // namespace kernels
