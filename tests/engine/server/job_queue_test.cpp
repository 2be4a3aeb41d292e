// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/server/job_queue.h"

#include <gtest/gtest.h>

#include <future>
#include <new>

using namespace server;
using namespace std::chrono_literals;

namespace {

/// A reading that does what it is told.
class Told final : public readers::Reading {
public:
    explicit Told(std::function<void(readers::Output &, std::stop_token)> work)
        : m_work(std::move(work))
    {
    }
    readers::ReadResult run(readers::Output &output, std::stop_token stop) override
    {
        m_work(output, stop);
        return {};
    }

private:
    std::function<void(readers::Output &, std::stop_token)> m_work;
};

std::shared_ptr<Job> job(std::function<void(readers::Output &, std::stop_token)> work)
{
    auto made = std::make_shared<Job>();
    made->reading = std::make_unique<Told>(std::move(work));
    return made;
}

void untilStopped(readers::Output &, std::stop_token stop)
{
    std::promise<void> stopped;
    const std::stop_callback wake(stop, [&] { stopped.set_value(); });
    stopped.get_future().wait();
}

template <class Failure>
int statusAfter(Failure failure)
{
    JobQueue queue(1, 4);
    auto failing = job([failure](readers::Output &, std::stop_token) { throw failure; });
    queue.add(failing);
    const auto event = failing->channel.next(10s);
    return event && std::holds_alternative<FailedEvent>(*event) ? std::get<FailedEvent>(*event).error.status() : 0;
}

} // namespace

TEST(JobQueue, textsComeInOrderAndThenTheEnd)
{
    JobQueue queue(1, 4);
    auto reading = job([](readers::Output &output, std::stop_token) {
        output.text("a");
        output.text("b");
    });
    queue.add(reading);
    EXPECT_EQ(std::get<TextEvent>(*reading->channel.next(10s)).text, "a");
    EXPECT_EQ(std::get<TextEvent>(*reading->channel.next(10s)).text, "b");
    EXPECT_TRUE(std::holds_alternative<FinishedEvent>(*reading->channel.next(10s)));
}

TEST(JobQueue, aFullQueueRefusesAndAGivenUpPlaceIsFree)
{
    JobQueue queue(1, 1);
    auto running = job(untilStopped);
    queue.add(running);
    while (queue.running() == 0)
        std::this_thread::yield();
    auto waiting = job(untilStopped);
    queue.add(waiting);
    EXPECT_THROW(queue.checkRoom(), readers::RequestError);
    waiting->stop.request_stop();
    EXPECT_NO_THROW(queue.checkRoom());
    running->stop.request_stop();
}

TEST(JobQueue, aFailureIsItsOwnRequestsAlone)
{
    EXPECT_EQ(statusAfter(readers::RequestError(404, "x", "", "m")), 404);
    EXPECT_EQ(statusAfter(base::Busy("full")), 503);
    EXPECT_EQ(statusAfter(base::BadPicture("bad")), 400);
    EXPECT_EQ(statusAfter(std::bad_alloc()), 500);
    EXPECT_EQ(statusAfter(std::runtime_error("odd")), 500);
}

TEST(JobQueue, itsEndStopsWhatRunsAndTellsWhatWaits)
{
    auto queue = std::make_unique<JobQueue>(1, 4);
    auto running = job(untilStopped);
    auto waiting = job(untilStopped);
    queue->add(running);
    while (queue->running() == 0)
        std::this_thread::yield();
    queue->add(waiting);
    queue.reset();
    EXPECT_TRUE(running->stop.stop_requested());
    EXPECT_EQ(std::get<FailedEvent>(*waiting->channel.next(0s)).error.status(), 503);
}
