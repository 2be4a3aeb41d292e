// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <stop_token>
#include <thread>

namespace cli {

/// Ctrl-C and SIGTERM while it lives. Once: @c stop is asked, what is written is finished. Twice: @c stopNow too. A third time, or two
/// seconds after the second, the process ends with 130.
///
/// One at a time. Signal handlers, not masks, since children inherit masks.
class Interrupt {
public:
    Interrupt();
    ~Interrupt();
    Interrupt(const Interrupt &) = delete;
    Interrupt &operator=(const Interrupt &) = delete;

    [[nodiscard]] std::stop_token stop() const { return m_stop.get_token(); }
    [[nodiscard]] std::stop_token stopNow() const { return m_stopNow.get_token(); }

private:
    void listen();

    int m_wake[2] = {-1, -1}; ///< pipe from the handler to the listening thread
    std::stop_source m_stop;
    std::stop_source m_stopNow;
    std::jthread m_thread;
};

} // namespace cli
