// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/server/metrics.h"

#include <algorithm>
#include <sstream>

namespace server {

void Metrics::countRequest(const std::string &reader, const std::string &outcome, double seconds)
{
    const std::lock_guard lock(m_mutex);
    ++m_requests[{reader, outcome}];
    if (outcome != "ok")
        return;
    const auto bound = std::lower_bound(bounds.begin(), bounds.end(), seconds);
    ++m_pages[static_cast<std::size_t>(bound - bounds.begin())];
    m_seconds += seconds;
}

void Metrics::countOrientation()
{
    const std::lock_guard lock(m_mutex);
    ++m_orientations;
}

std::string Metrics::text(const Gauges &now) const
{
    const std::lock_guard lock(m_mutex);
    std::ostringstream out;
    const auto announce = [&out](const char *name, const char *type, const char *help) {
        out << "# HELP " << name << ' ' << help << "\n# TYPE " << name << ' ' << type << '\n';
    };
    announce("recto_requests_total", "counter", "Chat completions by reader and outcome.");
    for (const auto &[key, count] : m_requests)
        out << "recto_requests_total{reader=\"" << key.first << "\",outcome=\"" << key.second << "\"} " << count
            << '\n';
    announce("recto_orientations_total", "counter", "Orientation requests.");
    out << "recto_orientations_total " << m_orientations << '\n';
    announce("recto_requests_running", "gauge", "Requests being read.");
    out << "recto_requests_running " << now.running << '\n';
    announce("recto_requests_waiting", "gauge", "Requests in the queues.");
    out << "recto_requests_waiting " << now.waiting << '\n';
    announce("recto_connections", "gauge", "Open connections.");
    out << "recto_connections " << now.connections << '\n';
    announce("recto_pages_seconds", "histogram", "Time from accepted to answered.");
    std::uint64_t upToHere = 0;
    for (std::size_t i = 0; i < bounds.size(); ++i) {
        upToHere += m_pages[i];
        out << "recto_pages_seconds_bucket{le=\"" << bounds[i] << "\"} " << upToHere << '\n';
    }
    upToHere += m_pages.back();
    out << "recto_pages_seconds_bucket{le=\"+Inf\"} " << upToHere << '\n';
    out << "recto_pages_seconds_sum " << m_seconds << "\nrecto_pages_seconds_count " << upToHere << '\n';
    return out.str();
}

} // namespace server
