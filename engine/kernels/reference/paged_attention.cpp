// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/kernels/reference/paged_attention.h"

#include "engine/kernels/bfloat16.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace kernels::reference {

namespace {

double number(float value)
{
    return static_cast<double>(value);
}

double number(std::uint16_t bits)
{
    return static_cast<double>(widen(bits));
}

template <class Element>
double at(const PagedAttentionJob<Element> &job, const Element *pool, std::int64_t token, std::int64_t head,
    std::int64_t channel)
{
    const std::int64_t block = job.blockTable[token / job.blockTokens];
    const std::int64_t slot = token % job.blockTokens;
    const std::int64_t row = block * job.keyValueHeads + head / (job.heads / job.keyValueHeads);
    return number(pool[(row * job.blockTokens + slot) * job.width + channel]);
}

template <class Element>
void attend(const PagedAttentionJob<Element> &job, std::int64_t head)
{
    std::vector<double> weights(static_cast<std::size_t>(job.tokens));
    for (std::int64_t token = 0; token < job.tokens; ++token) {
        double score = 0;
        for (std::int64_t i = 0; i < job.width; ++i)
            score += number(job.query[head * job.width + i]) * at(job, job.keys, token, head, i);
        weights[static_cast<std::size_t>(token)] = score * static_cast<double>(job.scale);
    }
    const double highest = *std::max_element(weights.begin(), weights.end());
    double total = 0;
    for (double &weight : weights)
        total += weight = std::exp(weight - highest);
    for (std::int64_t i = 0; i < job.width; ++i) {
        double sum = 0;
        for (std::int64_t token = 0; token < job.tokens; ++token)
            sum += weights[static_cast<std::size_t>(token)] / total * at(job, job.values, token, head, i);
        job.output[head * job.width + i] = static_cast<float>(sum);
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

} // namespace kernels::reference
