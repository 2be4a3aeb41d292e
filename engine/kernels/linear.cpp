// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/kernels/linear.h"

#include "engine/kernels/linear_wide.h"
#include "engine/kernels/reference/linear.h"

namespace kernels {

void runLinear(const LinearJob &job, std::int64_t first, std::int64_t last, Instructions set)
{
#if defined(__x86_64__)
    if (set == Instructions::Avx512)
        return runLinearAvx512(job, first, last);
    if (set == Instructions::Avx2)
        return runLinearAvx2(job, first, last);
#endif
    (void)set;
    reference::runLinear(job, first, last);
}

} // namespace kernels
