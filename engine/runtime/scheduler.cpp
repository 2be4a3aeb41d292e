// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/runtime/scheduler.h"

#include <algorithm>

namespace runtime {

Scheduler::Scheduler(std::int64_t places, std::int64_t blocks)
    : m_places(static_cast<std::size_t>(places))
    , m_freeBlocks(blocks)
{
}

void Scheduler::add(std::uint64_t request, std::int64_t blocks)
{
    m_waiting.push_back({request, blocks});
}

void Scheduler::remove(std::uint64_t request)
{
    std::erase_if(m_waiting, [request](const Entry &entry) { return entry.request == request; });
    std::erase_if(m_running, [&](const Entry &entry) {
        if (entry.request != request)
            return false;
        m_freeBlocks += entry.blocks;
        return true;
    });
}

Plan Scheduler::next()
{
    if (!m_waiting.empty() && m_running.size() < m_places && m_waiting.front().blocks <= m_freeBlocks) {
        const Entry entry = m_waiting.front();
        m_waiting.pop_front();
        m_freeBlocks -= entry.blocks;
        m_running.push_back(entry);
        return {Plan::Kind::Begin, {entry.request}};
    }
    Plan plan;
    if (m_running.empty())
        return plan;
    plan.kind = Plan::Kind::Step;
    for (const Entry &entry : m_running)
        plan.requests.push_back(entry.request);
    return plan;
}

} // namespace runtime
