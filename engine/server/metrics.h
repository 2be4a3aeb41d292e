// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <mutex>
#include <string>
#include <utility>

namespace server {

/// Counters that /metrics writes. Any thread.
class Metrics {
public:
    /// @param outcome  ok, error, refused, gone. @param seconds  from accepted to finished.
    void countRequest(const std::string &reader, const std::string &outcome, double seconds);
    void countOrientation();

    /// Now, beside the counters.
    struct Gauges {
        std::size_t running = 0;
        std::size_t waiting = 0;
        std::size_t connections = 0;
    };
    /// Prometheus text format 0.0.4.
    std::string text(const Gauges &now) const;

    static constexpr std::array<double, 10> bounds{0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120}; ///< seconds

private:
    mutable std::mutex m_mutex; ///< guards the rest
    std::map<std::pair<std::string, std::string>, std::uint64_t> m_requests; ///< by reader, outcome
    std::array<std::uint64_t, bounds.size() + 1> m_pages{}; ///< one a bound, then beyond
    double m_seconds = 0;
    std::uint64_t m_orientations = 0;
};

} // namespace server
