// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <deque>
#include <vector>

namespace runtime {

/// What the next pass is for.
struct Plan {
    enum class Kind {
        Idle, ///< nothing to do
        Begin, ///< one new request: its picture and its prompt
        Step ///< one more token for each that runs
    };
    Kind kind = Kind::Idle;
    std::vector<std::uint64_t> requests;
};

/// Decides who is in the next pass; knows no tensor. One thread.
///
/// A new request begins as soon as a place and its blocks are free, in the order of arrival: its reader waits for a first
/// word, and the others lose one step. The blocks for its longest answer are set aside at once, so nobody is ever thrown
/// out half-way.
class Scheduler {
public:
    /// @param places  requests that may run together. @param blocks  of the cache.
    Scheduler(std::int64_t places, std::int64_t blocks);

    /// @param blocks  for prompt and longest answer, at most the cache's.
    void add(std::uint64_t request, std::int64_t blocks);

    /// The request has ended or left, whether it ran or waited.
    void remove(std::uint64_t request);

    /// @return the next pass; a request that is to begin counts as running from here on.
    Plan next();

    bool isIdle() const { return m_waiting.empty() && m_running.empty(); }

private:
    struct Entry {
        std::uint64_t request = 0;
        std::int64_t blocks = 0;
    };
    std::size_t m_places;
    std::int64_t m_freeBlocks;
    std::deque<Entry> m_waiting;
    std::vector<Entry> m_running;
};

} // namespace runtime
