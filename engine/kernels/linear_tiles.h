// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Included once by each linear_….cpp, which first defines `Lanes`: a vector of floats and how to load and add it.
// Everything here has internal linkage, so that no function compiled for a wide processor is ever picked for another.

#include "engine/kernels/linear.h"

namespace kernels {
namespace {

constexpr std::int64_t weightBlockBytes = 192 * 1024; // a block of weight rows that stays in a core's second cache

/// Rows × Outputs dot products at once: each loaded vector is used several times, and the sums stay in registers.
template <int Rows, int Outputs>
[[gnu::always_inline]] inline void multiplyTile(const LinearJob &job, std::int64_t row, std::int64_t output)
{
    const std::int64_t inputs = job.inputs;
    const float *x[Rows];
    const std::uint16_t *w[Outputs];
    Lanes::Vector sums[Rows][Outputs];
    for (int r = 0; r < Rows; ++r) {
        x[r] = job.x + (row + r) * inputs;
        for (int o = 0; o < Outputs; ++o)
            sums[r][o] = Lanes::zero();
    }
    for (int o = 0; o < Outputs; ++o)
        w[o] = job.weights + (output + o) * inputs;

    const std::int64_t whole = inputs - inputs % Lanes::width;
    for (std::int64_t i = 0; i < whole; i += Lanes::width) {
        Lanes::Vector weight[Outputs];
#pragma GCC unroll 8
        for (int o = 0; o < Outputs; ++o)
            weight[o] = Lanes::loadWeights(w[o] + i);
#pragma GCC unroll 8
        for (int r = 0; r < Rows; ++r) {
            const auto value = Lanes::load(x[r] + i);
#pragma GCC unroll 8
            for (int o = 0; o < Outputs; ++o)
                sums[r][o] = Lanes::multiplyAdd(value, weight[o], sums[r][o]);
        }
    }
    if (const auto rest = static_cast<int>(inputs - whole)) {
        for (int o = 0; o < Outputs; ++o) {
            const auto weight = Lanes::loadWeights(w[o] + whole, rest);
            for (int r = 0; r < Rows; ++r)
                sums[r][o] = Lanes::multiplyAdd(Lanes::load(x[r] + whole, rest), weight, sums[r][o]);
        }
    }
    for (int r = 0; r < Rows; ++r)
        for (int o = 0; o < Outputs; ++o)
            job.y[(row + r) * job.outputs + output + o] = Lanes::sum(sums[r][o]);
}

template <int Rows>
void multiplyRows(const LinearJob &job, std::int64_t row, std::int64_t first, std::int64_t last)
{
    std::int64_t output = first;
    if constexpr (Rows == 1) {
        for (; output + 8 <= last; output += 8)
            multiplyTile<1, 8>(job, row, output);
    }
    for (; output + Lanes::outputTile <= last; output += Lanes::outputTile)
        multiplyTile<Rows, Lanes::outputTile>(job, row, output);
    for (; output < last; ++output)
        multiplyTile<Rows, 1>(job, row, output);
}

void multiplyBlocks(const LinearJob &job, std::int64_t first, std::int64_t last)
{
    const std::int64_t step = Lanes::outputTile;
    const std::int64_t fitting = weightBlockBytes / (2 * job.inputs) / step * step;
    const std::int64_t block = job.rows < Lanes::rowTile ? last - first : (fitting < step ? step : fitting);
    for (std::int64_t begin = first; begin < last; begin += block) {
        const std::int64_t end = begin + block < last ? begin + block : last;
        std::int64_t row = 0;
        for (; row + Lanes::rowTile <= job.rows; row += Lanes::rowTile)
            multiplyRows<Lanes::rowTile>(job, row, begin, end);
        for (; row + 2 <= job.rows; row += 2)
            multiplyRows<2>(job, row, begin, end);
        if (row < job.rows)
            multiplyRows<1>(job, row, begin, end);
    }
}

} // namespace
} // namespace kernels
