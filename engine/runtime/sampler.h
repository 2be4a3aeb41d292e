// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/runtime/request.h"

#include <cstdint>
#include <random>
#include <span>
#include <vector>

namespace runtime {

/// What the sampler chose.
struct Choice {
    std::int32_t id = 0;
    float logprob = 0; ///< only where asked for
    std::vector<std::pair<std::int32_t, float>> top; ///< id and log probability, most probable first, equals by id
};

/// Chooses a sequence's tokens. Its own random numbers: neighbours in a batch do not change them. One thread.
class Sampler {
public:
    /// @param knownIds  ids at or above it have no token and are never chosen; 0: all may be.
    Sampler(const Sampling &sampling, std::int64_t knownIds);

    /// @param logits    [vocabulary], changed: barred ids become −∞.
    /// @param sequence  prompt and output so far. @param promptLength  ids of it that are the prompt.
    Choice next(std::span<float> logits, std::span<const std::int32_t> sequence, std::int64_t promptLength);

private:
    void bar(std::span<float> logits, std::span<const std::int32_t> sequence, std::int64_t promptLength) const;
    std::int32_t draw(std::span<const float> logits);

    Sampling m_sampling;
    std::int64_t m_knownIds;
    std::mt19937_64 m_random;
};

} // namespace runtime
