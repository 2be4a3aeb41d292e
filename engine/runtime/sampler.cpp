// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/runtime/sampler.h"

#include "engine/runtime/ngram.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace runtime {

namespace {

constexpr float never = -std::numeric_limits<float>::infinity();

std::int32_t best(std::span<const float> logits)
{
    // max_element gives the first of equals: the lowest id, as the reference does in practice.
    return static_cast<std::int32_t>(std::max_element(logits.begin(), logits.end()) - logits.begin());
}

/// log Σ exp(logits), in double.
double logSum(std::span<const float> logits)
{
    const double highest = static_cast<double>(*std::max_element(logits.begin(), logits.end()));
    double sum = 0;
    for (const float logit : logits)
        sum += std::exp(static_cast<double>(logit) - highest);
    return highest + std::log(sum);
}

/// The @p count ids with the highest logits, best first, equals by id.
std::vector<std::int32_t> bestIds(std::span<const float> logits, std::size_t count)
{
    std::vector<std::int32_t> ids(logits.size());
    std::iota(ids.begin(), ids.end(), 0);
    const auto end = ids.begin() + static_cast<std::ptrdiff_t>(std::min(count, ids.size()));
    std::partial_sort(ids.begin(), end, ids.end(), [logits](std::int32_t a, std::int32_t b) {
        const float left = logits[static_cast<std::size_t>(a)], right = logits[static_cast<std::size_t>(b)];
        return left > right || (left == right && a < b);
    });
    ids.erase(end, ids.end());
    return ids;
}

} // namespace

Sampler::Sampler(const Sampling &sampling, std::int64_t knownIds)
    : m_sampling(sampling)
    , m_knownIds(knownIds)
    , m_random(sampling.seed)
{
}

void Sampler::bar(std::span<float> logits, std::span<const std::int32_t> sequence, std::int64_t promptLength) const
{
    std::vector<std::int32_t> barred;
    if (m_sampling.ngramRule == NgramRule::Windowed)
        barred = bannedInWindow(sequence.subspan(static_cast<std::size_t>(promptLength)), m_sampling.ngramSize,
            m_sampling.ngramWindow, m_sampling.ngramWhitelist);
    else if (m_sampling.ngramRule == NgramRule::Standard)
        barred = bannedAnywhere(sequence, m_sampling.ngramSize);
    for (const std::int32_t id : barred)
        logits[static_cast<std::size_t>(id)] = never;
    if (m_knownIds > 0 && m_knownIds < static_cast<std::int64_t>(logits.size()))
        std::fill(logits.begin() + m_knownIds, logits.end(), never);
}

std::int32_t Sampler::draw(std::span<const float> logits)
{
    const std::vector<std::int32_t> ids = bestIds(logits, logits.size());
    const double highest = static_cast<double>(logits[static_cast<std::size_t>(ids.front())]);
    std::vector<double> weights(ids.size());
    double total = 0;
    for (std::size_t i = 0; i < ids.size(); ++i) {
        const double logit = static_cast<double>(logits[static_cast<std::size_t>(ids[i])]);
        total += weights[i] = std::exp((logit - highest) / m_sampling.temperature);
    }
    double kept = 0;
    std::size_t count = 0;
    while (count < ids.size() && (count == 0 || kept < m_sampling.topP * total))
        kept += weights[count++];
    // 53 random bits by hand: the library's distributions differ between systems.
    double place = static_cast<double>(m_random() >> 11) * 0x1p-53 * kept;
    for (std::size_t i = 0; i < count; ++i) {
        if (place < weights[i])
            return ids[i];
        place -= weights[i];
    }
    return ids[count - 1];
}

Choice Sampler::next(std::span<float> logits, std::span<const std::int32_t> sequence, std::int64_t promptLength)
{
    Choice choice;
    std::vector<float> own;
    if (m_sampling.logprobs) {
        own.assign(logits.begin(), logits.end());
        const double sum = logSum(own);
        for (float &logit : own)
            logit = static_cast<float>(static_cast<double>(logit) - sum);
        for (const std::int32_t id : bestIds(own, static_cast<std::size_t>(m_sampling.topLogprobs)))
            choice.top.emplace_back(id, own[static_cast<std::size_t>(id)]);
    }
    bar(logits, sequence, promptLength);
    choice.id = m_sampling.temperature > 0 ? draw(logits) : best(logits);
    if (m_sampling.logprobs)
        choice.logprob = own[static_cast<std::size_t>(choice.id)];
    return choice;
}

} // namespace runtime
