// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/kernels/processor.h"

#include <cstdint>

namespace kernels {

/// One product y = x · wᵀ with weights as published (bfloat16) and everything else in float.
///
/// All arrays are dense and row-major; none may overlap y. Any size ≥ 1 will do; multiples of 16 are fastest.
struct LinearJob {
    const std::uint16_t *weights = nullptr; ///< [outputs, inputs], bfloat16 bits
    const float *x = nullptr; ///< [rows, inputs]
    float *y = nullptr; ///< [rows, outputs]
    std::int64_t rows = 0;
    std::int64_t outputs = 0;
    std::int64_t inputs = 0;
};

/// Computes the outputs [first, last) of all rows of @p job; the caller splits outputs among its threads.
///
/// Sums in float. The order of summation depends on `inputs` and @p set alone, so a row gets the same bits whatever
/// rows go with it and however the outputs were split. Touches nothing but the job's arrays; any thread.
void runLinear(const LinearJob &job, std::int64_t first, std::int64_t last, Instructions set = bestInstructions());

} // namespace kernels
