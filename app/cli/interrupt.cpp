// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/interrupt.h"

#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

namespace cli {

namespace {

constexpr int interruptedExit = 130;
constexpr int patienceMs = 2000; // for unwinding after the second signal
constexpr int ours[] = {SIGINT, SIGTERM, SIGHUP};

volatile sig_atomic_t wakeDescriptor = -1; // all that a handler may know

void wake(int)
{
    const int error = errno;
    [[maybe_unused]] const ssize_t written = write(wakeDescriptor, "!", 1);
    errno = error;
}

void handleWith(void (*handler)(int))
{
    struct sigaction action{};
    action.sa_handler = handler;
    action.sa_flags = SA_RESTART;
    for (const int number : ours)
        sigaction(number, &action, nullptr);
}

} // namespace

Interrupt::Interrupt()
{
    if (pipe2(m_wake, O_CLOEXEC) != 0)
        return;
    wakeDescriptor = m_wake[1];
    handleWith(wake);
    m_thread = std::jthread([this] { listen(); });
}

Interrupt::~Interrupt()
{
    if (!m_thread.joinable())
        return;
    handleWith(SIG_DFL);
    wakeDescriptor = -1;
    close(m_wake[1]); // the listener reads the end of the pipe
    m_thread.join();
    close(m_wake[0]);
}

void Interrupt::listen()
{
    for (int count = 1;; ++count) {
        pollfd waiting{.fd = m_wake[0], .events = POLLIN, .revents = 0};
        if (poll(&waiting, 1, count <= 2 ? -1 : patienceMs) == 0)
            _exit(interruptedExit);
        char mark = 0;
        const ssize_t got = read(m_wake[0], &mark, 1);
        if (got < 0 && errno == EINTR) {
            --count;
            continue;
        }
        if (got <= 0)
            return;
        if (count == 3)
            _exit(interruptedExit);
        (count == 1 ? m_stop : m_stopNow).request_stop();
    }
}

} // namespace cli
