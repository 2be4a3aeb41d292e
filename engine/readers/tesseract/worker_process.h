// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/readers/reader.h"
#include "engine/readers/tesseract/worker_channel.h"

#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <string>
#include <sys/types.h>
#include <vector>

namespace readers {

/// A Tesseract worker that ended in the middle of a page.
class WorkerDied : public RequestError {
public:
    /// @param isWorthAnother  it may have been killed for no fault of the page's.
    WorkerDied(const std::string &code, const std::string &message, bool isWorthAnother)
        : RequestError(500, code, "", message)
        , m_isWorthAnother(isWorthAnother)
    {
    }
    bool isWorthAnother() const { return m_isWorthAnother; }

private:
    bool m_isWorthAnother;
};

/// What is started for a worker.
struct WorkerProgram {
    std::string path; ///< of recto-tesseract
    std::string dataFolder; ///< of the language data
};

/// A child process that reads pages with Tesseract, one at a time: it can be killed, which Tesseract's layout analysis cannot be stopped otherwise.
/// Ends with this object, and by itself when this process is gone. One thread at a time.
class WorkerProcess {
public:
    /// @throws base::Exception when it cannot be started.
    explicit WorkerProcess(const WorkerProgram &program);
    ~WorkerProcess();
    WorkerProcess(const WorkerProcess &) = delete;
    WorkerProcess &operator=(const WorkerProcess &) = delete;

    /// Asks and waits for the last message. @param picture  goes beside @p request. @param output  takes the text; may be null.
    /// @return nothing after a stop request: first it is asked to stop, after 2 s killed.
    /// @throws RequestError what it answers with, WorkerDied, and what @p output throws.
    std::optional<nlohmann::json> ask(
        const nlohmann::json &request, const Descriptor &picture, Output *output, const std::stop_token &stop);

    bool isAlive() const { return m_pid > 0; }

private:
    std::optional<nlohmann::json> follow(Output *output, const std::stop_token &stop);
    [[noreturn]] void bury();
    int end();

    pid_t m_pid = -1;
    Descriptor m_socket;
    MessageReader m_reader;
};

/// Workers lent to one page at a time; started when there is none, kept while nobody uses them. Any thread.
class WorkerPool {
public:
    /// @param mostIdle  processes kept.
    WorkerPool(WorkerProgram program, std::size_t mostIdle);

    /// WorkerProcess::ask of some worker. One that was killed for no fault of the page's is replaced once, as long as no text went out.
    std::optional<nlohmann::json> ask(
        const nlohmann::json &request, const std::string &picture, Output *output, const std::stop_token &stop);

private:
    std::unique_ptr<WorkerProcess> take();
    void giveBack(std::unique_ptr<WorkerProcess> worker);

    const WorkerProgram m_program;
    const std::size_t m_mostIdle;
    std::mutex m_mutex; ///< guards m_idle
    std::vector<std::unique_ptr<WorkerProcess>> m_idle;
};

} // namespace readers
