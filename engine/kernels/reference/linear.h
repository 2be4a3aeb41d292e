// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/kernels/linear.h"

namespace kernels::reference {

/// What kernels::runLinear must compute, in the plainest C++ (sums in double, rounded once).
void runLinear(const LinearJob &job, std::int64_t first, std::int64_t last);

} // namespace kernels::reference
