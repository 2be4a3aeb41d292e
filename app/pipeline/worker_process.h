// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/pipeline/page_source.h"
#include "app/pipeline/worker_messages.h"

#include <sys/types.h>

namespace pipeline {

/// One page worker as its parent sees it. One thread at a time.
class WorkerProcess {
public:
    /// WorkerDied when the program cannot be started.
    [[nodiscard]] static base::Result<std::unique_ptr<WorkerProcess>> start(const WorkerSettings &settings);
    /// Ends the process.
    ~WorkerProcess();
    WorkerProcess(const WorkerProcess &) = delete;
    WorkerProcess &operator=(const WorkerProcess &) = delete;

    /// Sends a request and waits for its answer, for so long as the settings allow. After an error of its own the process is dead.
    /// @return TimedOut; WorkerDied (crash, memory limit); Cancelled, after which it may be alive.
    [[nodiscard]] base::Result<Frame> ask(const Request &request, std::stop_token stop);
    [[nodiscard]] bool isAlive() const { return m_socket.isOpen(); }
    /// Requests so far, answered or not.
    [[nodiscard]] int callCount() const { return m_callCount; }
    /// Ends the process and says why a frame that made no sense is no answer.
    [[nodiscard]] base::Error refuseAnswer();

private:
    enum class Wait { Answered, Ended, TimedOut, Cancelled };

    WorkerProcess(const WorkerSettings &settings, pid_t process, Descriptor socket);
    [[nodiscard]] Wait waitForAnswer(Frame &answer, const std::stop_token &stop);
    /// Kills it if it still runs, and tells how it died.
    [[nodiscard]] base::Error bury();
    [[nodiscard]] base::Error outOfTime() const;

    WorkerSettings m_settings;
    pid_t m_process;
    Descriptor m_socket;
    FrameReader m_reader;
    int m_callCount = 0;
};

} // namespace pipeline
