// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/runtime/request.h"

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

namespace runtime {

/// Watches the output for a suffix that repeats (specification 7.4): three rounds are suspicious, as equal table rows are;
/// eight rounds and 256 tokens are a loop that will not end.
class LoopGuard {
public:
    static constexpr std::int64_t longestPeriod = 256;

    /// Takes the next id of the output.
    void push(std::int32_t id);

    /// The suffix's shortest period with ≥ 3 whole rounds, if there is one.
    std::optional<Repetition> suspected() const;

    /// The suffix's shortest period with ≥ 8 whole rounds and ≥ 256 tokens, if there is one.
    std::optional<Repetition> loop() const;

private:
    std::optional<Repetition> shortest(std::int64_t rounds, std::int64_t tokens) const;

    std::vector<std::int32_t> m_ids;
    std::array<std::int64_t, longestPeriod + 1>
        m_equal{}; ///< by period: how long the suffix equals itself so much earlier
};

} // namespace runtime
