// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/kernels/reference/linear.h"

#include "engine/kernels/bfloat16.h"

namespace kernels::reference {

void runLinear(const LinearJob &job, std::int64_t first, std::int64_t last)
{
    for (std::int64_t row = 0; row < job.rows; ++row) {
        const float *x = job.x + row * job.inputs;
        for (std::int64_t output = first; output < last; ++output) {
            const std::uint16_t *w = job.weights + output * job.inputs;
            double sum = 0;
            for (std::int64_t i = 0; i < job.inputs; ++i)
                sum += static_cast<double>(x[i]) * static_cast<double>(widen(w[i]));
            job.y[row * job.outputs + output] = static_cast<float>(sum);
        }
    }
}

} // namespace kernels::reference
