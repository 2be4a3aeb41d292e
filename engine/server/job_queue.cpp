// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/server/job_queue.h"

#include <algorithm>
#include <new>

namespace server {

namespace {

using readers::RequestError;

double millisecondsSince(std::chrono::steady_clock::time_point start)
{
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
}

/// The step where readers' exceptions end: each fails its own request.
AnswerEvent runReading(Job &job)
{
    const double queued = millisecondsSince(job.queuedAt);
    try {
        readers::ReadResult result = job.reading->run(job.channel, job.stop.get_token());
        result.timings.insert(result.timings.begin(), {"queue_ms", queued});
        result.timings.emplace_back("total_ms", millisecondsSince(job.queuedAt));
        return FinishedEvent{std::move(result)};
    } catch (const RequestError &error) {
        return FailedEvent{error};
    } catch (const base::Busy &error) {
        return FailedEvent{RequestError(503, "queue_full", "", error.what())};
    } catch (const base::BadPicture &error) {
        return FailedEvent{RequestError(400, "picture_undecodable", "messages", error.what())};
    } catch (const base::BadRequest &error) {
        return FailedEvent{RequestError(400, "invalid_value", "", error.what())};
    } catch (const std::bad_alloc &) {
        return FailedEvent{RequestError(500, "out_of_memory", "", "Not enough memory for this page. Send it smaller.")};
    } catch (const std::exception &error) {
        return FailedEvent{RequestError(500, "internal_error", "", error.what())};
    }
}

} // namespace

JobQueue::JobQueue(int slots, std::size_t mostWaiting)
    : m_slots(static_cast<std::size_t>(slots))
    , m_mostWaiting(mostWaiting)
{
    for (std::size_t i = 0; i < m_slots; ++i)
        m_threads.emplace_back([this](const std::stop_token &stop) { work(stop); });
}

JobQueue::~JobQueue()
{
    giveUpAll();
    for (std::jthread &thread : m_threads)
        thread.request_stop();
}

void JobQueue::giveUpAll()
{
    const std::lock_guard lock(m_mutex);
    for (const auto &job : m_running)
        job->stop.request_stop();
    for (const auto &job : m_waiting)
        job->channel.close(FailedEvent{RequestError(503, "shutting_down", "", "The engine is ending.")});
    m_waiting.clear();
}

void JobQueue::checkRoom()
{
    const std::lock_guard lock(m_mutex);
    forgetGivenUp();
    if (m_waiting.size() >= m_mostWaiting)
        throw RequestError(503, "queue_full", "",
            "All " + std::to_string(m_slots) + " readers are at work and " + std::to_string(m_waiting.size())
                + " requests wait. Try again.");
}

void JobQueue::add(std::shared_ptr<Job> job)
{
    checkRoom();
    {
        const std::lock_guard lock(m_mutex);
        m_waiting.push_back(std::move(job));
    }
    m_arrived.notify_one();
}

std::size_t JobQueue::running() const
{
    const std::lock_guard lock(m_mutex);
    return m_running.size();
}

std::size_t JobQueue::waiting() const
{
    const std::lock_guard lock(m_mutex);
    return m_waiting.size();
}

void JobQueue::work(const std::stop_token &stop)
{
    while (true) {
        std::shared_ptr<Job> job;
        {
            std::unique_lock lock(m_mutex);
            if (!m_arrived.wait(lock, stop, [this] { return !m_waiting.empty(); }))
                return;
            job = std::move(m_waiting.front());
            m_waiting.pop_front();
            m_running.push_back(job);
        }
        if (!job->stop.stop_requested()) {
            AnswerEvent end = runReading(*job);
            job->reading.reset(); // its memory goes with its work, not with the client's patience
            job->channel.close(std::move(end));
        }
        const std::lock_guard lock(m_mutex);
        std::erase(m_running, job);
    }
}

void JobQueue::forgetGivenUp()
{
    std::erase_if(m_waiting, [](const auto &job) { return job->stop.stop_requested(); });
}

} // namespace server
