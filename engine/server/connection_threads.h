// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <httplib.h>

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>

namespace server {

/// Counts open connections and remembers since when there is none. Any thread.
class ClientCount {
public:
    using Clock = std::chrono::steady_clock;

    void opened();
    void closed();
    std::size_t open() const;
    /// How long nobody has been connected; 0 while somebody is.
    Clock::duration idle() const;
    /// @return false when connections are still open after @p limit.
    bool waitForNone(std::chrono::milliseconds limit) const;

private:
    mutable std::mutex m_mutex; ///< guards the rest
    mutable std::condition_variable m_changed;
    std::size_t m_open = 0;
    Clock::time_point m_lastClosed = Clock::now();
};

/// A thread for each connection, so that a slow or idle client never keeps another waiting. cpp-httplib calls
/// enqueue() once a connection; beyond @p mostConnections the newest is closed at once.
class ConnectionThreads final : public httplib::TaskQueue {
public:
    ConnectionThreads(ClientCount &clients, std::size_t mostConnections);

    bool enqueue(std::function<void()> serveConnection) override;
    /// Waits a moment for open connections to end. Those that do not are left behind: see Server::run.
    void shutdown() override;

private:
    ClientCount &m_clients;
    const std::size_t m_mostConnections;
};

} // namespace server
