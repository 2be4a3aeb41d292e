// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/kernels/device.h"
#include "engine/kernels/device_support.cuh"

#include <cmath>

namespace kernels {

namespace {

constexpr int threads = 256;
constexpr int warps = threads / 32;

/// One block a sequence and head. Its warps share the keys; afterwards its threads share the channels of the output.
template <class Element>
__global__ void attend(PagedAttentionBatch<Element> batch)
{
    extern __shared__ float scores[]; // [longest]
    const std::int64_t sequence = blockIdx.x / batch.heads, head = blockIdx.x % batch.heads;
    const std::int64_t length = batch.lengths[sequence];
    const std::int64_t keyHead = head * batch.keyValueHeads / batch.heads;
    const std::int32_t *table = batch.blockTables + sequence * batch.tableWidth;
    const float *query = batch.query + (sequence * batch.heads + head) * batch.width;
    const auto rowOf = [&](const Element *pool, std::int64_t token) {
        const std::int64_t block = table[token / batch.blockTokens];
        return pool + ((block * batch.keyValueHeads + keyHead) * batch.blockTokens + token % batch.blockTokens) * batch.width;
    };

    const int warp = static_cast<int>(threadIdx.x) / 32, lane = static_cast<int>(threadIdx.x) % 32;
    float highest = -INFINITY;
    for (std::int64_t token = warp; token < length; token += warps) {
        const Element *key = rowOf(batch.keys, token);
        float dot = 0.0F;
        for (std::int64_t i = lane; i < batch.width; i += 32)
            dot += query[i] * number(key[i]);
        for (int distance = 16; distance > 0; distance /= 2)
            dot += __shfl_xor_sync(0xffffffffU, dot, distance);
        dot *= batch.scale;
        highest = fmaxf(highest, dot);
        if (lane == 0)
            scores[token] = dot;
    }
    highest = maxOfBlock<threads>(highest); // its barriers also make the scores known to all
    float total = 0.0F;
    for (std::int64_t token = threadIdx.x; token < length; token += threads)
        total += scores[token] = expf(scores[token] - highest);
    total = sumOfBlock<threads>(total);

    for (std::int64_t i = threadIdx.x; i < batch.width; i += threads) {
        float sum = 0.0F;
        for (std::int64_t token = 0; token < length; ++token)
            sum += scores[token] * number(rowOf(batch.values, token)[i]);
        batch.output[(sequence * batch.heads + head) * batch.width + i] = sum / total;
    }
}

template <class Element>
void launch(const PagedAttentionBatch<Element> &batch)
{
    const auto blocks = static_cast<unsigned>(batch.sequences * batch.heads);
    const auto shared = static_cast<std::size_t>(batch.longest) * sizeof(float);
    attend<Element><<<blocks, threads, shared, static_cast<cudaStream_t>(batch.stream)>>>(batch);
    checkLaunch("pagedAttention");
}

} // namespace

void runPagedAttentionOnDevice(const PagedAttentionBatch<float> &batch)
{
    launch(batch);
}

void runPagedAttentionOnDevice(const PagedAttentionBatch<std::uint16_t> &batch)
{
    launch(batch);
}

} // namespace kernels
