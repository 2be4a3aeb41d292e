// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/kernels/paged_attention.h"

namespace kernels::reference {

/// What kernels::runPagedAttention must compute, in the plainest C++ (double inside).
void runPagedAttention(const PagedAttentionJob<float> &job, std::int64_t head);
void runPagedAttention(const PagedAttentionJob<std::uint16_t> &job, std::int64_t head);

} // namespace kernels::reference
