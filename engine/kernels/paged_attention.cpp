// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/kernels/paged_attention.h"

#include "engine/kernels/bfloat16.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace kernels {

namespace {

inline float number(float value)
{
    return value;
}

inline float number(std::uint16_t bits)
{
    return widen(bits);
}

/// Sixteen sums side by side, so that the compiler may use vectors without changing the order of addition.
template <class Element>
float dot(const float *q, const Element *k, std::int64_t width)
{
    float lanes[16] = {};
    const std::int64_t whole = width - width % 16;
    for (std::int64_t i = 0; i < whole; i += 16)
        for (int lane = 0; lane < 16; ++lane)
            lanes[lane] += q[i + lane] * number(k[i + lane]);
    float sum = 0;
    for (std::int64_t i = whole; i < width; ++i)
        sum += q[i] * number(k[i]);
    for (const float lane : lanes)
        sum += lane;
    return sum;
}

template <class Element>
const Element *rowOf(const PagedAttentionJob<Element> &job, const Element *pool, std::int64_t token, std::int64_t head)
{
    const std::int64_t block = job.blockTable[token / job.blockTokens];
    return pool
        + ((block * job.keyValueHeads + head * job.keyValueHeads / job.heads) * job.blockTokens
              + token % job.blockTokens)
        * job.width;
}

template <class Element>
void attend(const PagedAttentionJob<Element> &job, std::int64_t head)
{
    const float *query = job.query + head * job.width;
    float highest = -std::numeric_limits<float>::infinity();
    for (std::int64_t token = 0; token < job.tokens; ++token) {
        job.scores[token] = dot(query, rowOf(job, job.keys, token, head), job.width) * job.scale;
        highest = std::max(highest, job.scores[token]);
    }
    float total = 0;
    for (std::int64_t token = 0; token < job.tokens; ++token) {
        job.scores[token] = std::exp(job.scores[token] - highest);
        total += job.scores[token];
    }
    float *output = job.output + head * job.width;
    std::fill_n(output, job.width, 0.0F);
    for (std::int64_t token = 0; token < job.tokens; ++token) {
        const float weight = job.scores[token] / total;
        const Element *value = rowOf(job, job.values, token, head);
        for (std::int64_t i = 0; i < job.width; ++i)
            output[i] += weight * number(value[i]);
    }
}

} // namespace

void runPagedAttention(const PagedAttentionJob<float> &job, std::int64_t head)
{
    attend(job, head);
}

void runPagedAttention(const PagedAttentionJob<std::uint16_t> &job, std::int64_t head)
{
    attend(job, head);
}

} // namespace kernels
