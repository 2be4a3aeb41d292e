// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/kernels/linear.h"

namespace kernels {

/// runLinear for processors with AVX2 and FMA; an illegal instruction elsewhere.
void runLinearAvx2(const LinearJob &job, std::int64_t first, std::int64_t last);

/// runLinear for processors with AVX-512 F, BW, VL and DQ; an illegal instruction elsewhere.
void runLinearAvx512(const LinearJob &job, std::int64_t first, std::int64_t last);

} // namespace kernels
