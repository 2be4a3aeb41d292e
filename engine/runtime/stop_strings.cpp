// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/runtime/stop_strings.h"

#include <algorithm>
#include <utility>

namespace runtime {

StopStrings::StopStrings(std::vector<std::string> stops)
    : m_stops(std::move(stops))
{
    std::erase(m_stops, std::string());
}

std::string StopStrings::push(std::string_view text)
{
    if (m_stopped)
        return {};
    m_waiting += text;
    std::size_t first = std::string::npos, held = 0;
    for (const std::string &stop : m_stops) {
        first = std::min(first, m_waiting.find(stop));
        for (std::size_t length = std::min(stop.size() - 1, m_waiting.size()); length > held; --length)
            if (m_waiting.compare(m_waiting.size() - length, length, stop, 0, length) == 0)
                held = length;
    }
    if (first != std::string::npos) {
        m_stopped = true;
        m_waiting.resize(first);
        return std::exchange(m_waiting, {});
    }
    std::string certain = m_waiting.substr(0, m_waiting.size() - held);
    m_waiting.erase(0, certain.size());
    return certain;
}

std::string StopStrings::finish()
{
    return std::exchange(m_waiting, {});
}

} // namespace runtime
