// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/server/connection_threads.h"

#include <system_error>
#include <thread>

namespace server {

namespace {

/// After the end was asked for: enough to send a last error, too short to be noticed.
constexpr std::chrono::milliseconds farewell{2000};

} // namespace

void ClientCount::opened()
{
    const std::lock_guard lock(m_mutex);
    ++m_open;
}

void ClientCount::closed()
{
    {
        const std::lock_guard lock(m_mutex);
        --m_open;
        m_lastClosed = Clock::now();
    }
    m_changed.notify_all();
}

std::size_t ClientCount::open() const
{
    const std::lock_guard lock(m_mutex);
    return m_open;
}

ClientCount::Clock::duration ClientCount::idle() const
{
    const std::lock_guard lock(m_mutex);
    return m_open > 0 ? Clock::duration::zero() : Clock::now() - m_lastClosed;
}

bool ClientCount::waitForNone(std::chrono::milliseconds limit) const
{
    std::unique_lock lock(m_mutex);
    return m_changed.wait_for(lock, limit, [this] { return m_open == 0; });
}

ConnectionThreads::ConnectionThreads(ClientCount &clients, std::size_t mostConnections)
    : m_clients(clients)
    , m_mostConnections(mostConnections)
{
}

bool ConnectionThreads::enqueue(std::function<void()> serveConnection)
{
    if (m_clients.open() >= m_mostConnections)
        return false;
    m_clients.opened();
    try {
        std::thread([&clients = m_clients, serve = std::move(serveConnection)] {
            serve();
            clients.closed();
        }).detach();
    } catch (const std::system_error &) { // no more threads
        m_clients.closed();
        return false;
    }
    return true;
}

void ConnectionThreads::shutdown()
{
    m_clients.waitForNone(farewell);
}

} // namespace server
