// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/runtime/loop_guard.h"

#include <algorithm>

namespace runtime {

void LoopGuard::push(std::int32_t id)
{
    m_ids.push_back(id);
    const auto length = static_cast<std::int64_t>(m_ids.size());
    for (std::int64_t period = 1; period <= std::min(longestPeriod, length - 1); ++period) {
        std::int64_t &equal = m_equal[static_cast<std::size_t>(period)];
        equal = m_ids[static_cast<std::size_t>(length - 1 - period)] == id ? equal + 1 : 0;
    }
}

std::optional<Repetition> LoopGuard::shortest(std::int64_t rounds, std::int64_t tokens) const
{
    for (std::int64_t period = 1; period <= longestPeriod; ++period) {
        const std::int64_t equal = m_equal[static_cast<std::size_t>(period)];
        const std::int64_t covered = equal + period;
        if (equal > 0 && covered / period >= rounds && covered >= tokens)
            return Repetition{period, covered / period, static_cast<std::int64_t>(m_ids.size()) - covered};
    }
    return std::nullopt;
}

std::optional<Repetition> LoopGuard::suspected() const
{
    return shortest(3, 0);
}

std::optional<Repetition> LoopGuard::loop() const
{
    return shortest(8, 256);
}

} // namespace runtime
