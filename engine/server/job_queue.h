// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/readers/reader.h"
#include "engine/server/answer_channel.h"

#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>
#include <stop_token>
#include <thread>
#include <vector>

namespace server {

/// One accepted request on its way. Shared by the connection that waits for it and the thread that reads.
struct Job {
    std::unique_ptr<readers::Reading> reading; ///< the reader's thread owns it once it runs
    AnswerChannel channel;
    std::stop_source stop; ///< asked when the client is gone
    std::chrono::steady_clock::time_point queuedAt = std::chrono::steady_clock::now();
};

/// A reader's threads and the bounded queue before them.
class JobQueue {
public:
    /// @param slots  threads. @param mostWaiting  jobs that wait beyond those that run.
    JobQueue(int slots, std::size_t mostWaiting);
    /// Asks all jobs to stop and waits for the threads.
    ~JobQueue();

    /// A place in the queue, taken before a picture is decoded so that a full queue costs nothing.
    /// @throws readers::RequestError 503 queue_full.
    void checkRoom();
    /// @throws readers::RequestError 503 queue_full.
    void add(std::shared_ptr<Job> job);

    /// Asks what runs to stop and turns away what waits. Does not wait.
    void giveUpAll();

    std::size_t running() const;
    std::size_t waiting() const;

private:
    void work(const std::stop_token &stop);
    void forgetGivenUp();

    const std::size_t m_slots;
    const std::size_t m_mostWaiting;
    mutable std::mutex m_mutex; ///< guards the two lists
    std::condition_variable_any m_arrived;
    std::deque<std::shared_ptr<Job>> m_waiting;
    std::vector<std::shared_ptr<Job>> m_running;
    std::vector<std::jthread> m_threads;
};

} // namespace server
