// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace kernels {

/// One new token's attention over keys and values that lie in blocks.
///
/// Token t of the sequence is slot t % blockTokens of block blockTable[t / blockTokens].
template <class Element>
struct PagedAttentionJob {
    const float *query = nullptr; ///< [heads, width] of the newest token, not yet scaled
    const Element *keys = nullptr; ///< [blocks, keyValueHeads, blockTokens, width]: float, or bfloat16 bits
    const Element *values = nullptr; ///< as keys
    const std::int32_t *blockTable = nullptr; ///< block of each run of blockTokens tokens
    float *output = nullptr; ///< [heads, width]
    float *scores = nullptr; ///< room for `tokens` floats, one array a thread
    std::int64_t tokens = 0; ///< keys that the query sees, itself included; ≥ 1
    std::int64_t heads = 0;
    std::int64_t keyValueHeads = 0; ///< divides heads: head h reads key head h · keyValueHeads / heads
    std::int64_t width = 0;
    std::int64_t blockTokens = 0;
    float scale = 1.0F; ///< 1 / √width
};

/// Softmax(scale · q · kᵀ) · v for one head, in float. Touches only what the job names; any thread.
void runPagedAttention(const PagedAttentionJob<float> &job, std::int64_t head);
void runPagedAttention(const PagedAttentionJob<std::uint16_t> &job, std::int64_t head);

} // namespace kernels
