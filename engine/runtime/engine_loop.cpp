// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/runtime/engine_loop.h"

#include "engine/base/complaint.h"
#include "engine/base/log.h"
#include "engine/runtime/device.h"

#include <c10/util/Exception.h>

#include <algorithm>
#include <cstdlib>
#include <exception>
#include <new>
#include <string>

namespace runtime {

namespace {

constexpr int deviceFaultExit = 86; // the supervisor starts the engine anew; a CUDA context does not survive a fault

std::chrono::milliseconds since(std::chrono::steady_clock::time_point then)
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - then);
}

/// The exception being handled, as what a caller can use.
std::exception_ptr explained()
{
    try {
        throw;
    } catch (const base::Exception &) {
        return std::current_exception();
    } catch (const c10::OutOfMemoryError &) {
        return std::make_exception_ptr(base::Busy("there is not enough memory on the GPU for this request right now"));
    } catch (const std::bad_alloc &) {
        return std::make_exception_ptr(base::Busy("there is not enough memory for this request right now"));
    } catch (const std::exception &fault) {
        const std::string what = fault.what();
        if (what.find("CUDA error") != std::string::npos) {
            base::log(base::LogLevel::Error, "the GPU failed; ending, so that a fresh process can go on: " + what);
            std::_Exit(deviceFaultExit);
        }
        if (what.find("not enough memory") != std::string::npos)
            return std::make_exception_ptr(base::Busy("there is not enough memory for this request right now"));
        return std::make_exception_ptr(base::Exception("the network failed: " + base::complaintOf(fault)));
    }
}

} // namespace

Engine::Loop::Loop(const std::filesystem::path &folder, EngineOptions options)
    : m_options(std::move(options))
    , m_checkpoint(weights::Checkpoint::open(folder))
    , m_tokenizer(tokenizer::Tokenizer::load(folder))
    , m_contextTokens(std::min(m_options.contextTokens, m_checkpoint.config().decoder.maxPositions))
{
    const c10::Device device = deviceNamed(m_options.device);
    const model::Numerics numerics{model::typeNamed(m_options.type), model::profileNamed(m_options.profile)};
    m_network.emplace(m_checkpoint, device, numerics);
    const std::int64_t perRequest = (m_contextTokens + model::KvCache::blockTokens - 1) / model::KvCache::blockTokens;
    m_blocks.emplace(perRequest * m_options.concurrency, model::KvCache::blockTokens);
    m_scheduler.emplace(m_options.concurrency, m_blocks->blocks());
    m_runner.emplace(*m_network, m_blocks->blocks());
    m_thread = std::thread([this] { work(); });
}

Engine::Loop::~Loop()
{
    {
        const std::lock_guard lock(m_mutex);
        m_ending = true;
        m_ended.request_stop();
        m_changed.notify_one();
    }
    m_thread.join();
}

void Engine::Loop::submit(std::shared_ptr<const PreparedRequest> request, TokenChannel &channel, std::stop_token stop)
{
    Job job;
    job.request = std::move(request);
    job.channel = &channel;
    job.stop = std::move(stop);
    job.arrival = Clock::now();
    const std::lock_guard lock(m_mutex);
    m_arrivals.push_back(std::move(job));
    m_changed.notify_one();
}

void Engine::Loop::work()
{
    setThreads(m_options.threads); // OpenMP keeps the number per thread: it must be said here
    while (takeArrivals()) {
        dropStopped();
        const Plan plan = m_scheduler->next();
        if (plan.kind == Plan::Kind::Begin)
            begin(plan.requests.front());
        else if (plan.kind == Plan::Kind::Step)
            step(plan.requests);
    }
    while (!m_jobs.empty())
        end(m_jobs.begin()->first);
}

/// Waits while there is nothing at all to do. @return false when the engine ends.
bool Engine::Loop::takeArrivals()
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_ending || !m_arrivals.empty() || !m_scheduler->isIdle(); });
    for (Job &job : m_arrivals) {
        const Sampling &sampling = job.request->sampling;
        job.sequence.ids = job.request->prompt.ids;
        job.sequence.promptLength = job.sequence.length();
        job.sequence.firstPlaceholder = job.request->prompt.firstPlaceholder;
        job.sampler.emplace(sampling, m_options.allIds ? 0 : m_tokenizer.size());
        job.answer.emplace(m_tokenizer, sampling, static_cast<std::int32_t>(config().decoder.endId));
        m_scheduler->add(m_nextId, m_blocks->blocksFor(job.sequence.promptLength + sampling.maxTokens));
        m_jobs.emplace(m_nextId++, std::move(job));
    }
    m_arrivals.clear();
    return !m_ending;
}

void Engine::Loop::dropStopped()
{
    std::vector<std::uint64_t> left;
    for (const auto &[id, job] : m_jobs)
        if (job.stop.stop_requested())
            left.push_back(id);
    for (const std::uint64_t id : left)
        end(id);
}

at::Tensor Engine::Loop::prefill(Job &job)
{
    model::Observer observer;
    observer.shouldStop = [&job, this] { return job.stop.stop_requested() || m_ended.stop_requested(); };
    const auto began = Clock::now();
    job.timings.queue = since(job.arrival);
    if (job.request->picture)
        job.sequence.vision = m_runner->encode(*job.request->picture, observer);
    job.timings.encode = since(began);
    const auto encoded = Clock::now();
    if (!m_blocks->grow(job.sequence.blocks, job.sequence.promptLength + job.request->sampling.maxTokens))
        throw base::Busy("the cache has no room for this request"); // the scheduler has counted: cannot happen
    const BatchPart part{&job.sequence, job.sequence.promptLength};
    const at::Tensor logits = m_runner->run(std::span(&part, 1), observer);
    job.sequence.vision.reset();
    job.timings.prefill = since(encoded);
    job.firstToken = Clock::now();
    return logits.select(0, 0);
}

void Engine::Loop::begin(std::uint64_t id)
{
    try {
        choose(id, prefill(m_jobs.at(id)));
    } catch (const model::Stopped &) {
        end(id);
    } catch (...) {
        fail(id);
    }
}

void Engine::Loop::step(const std::vector<std::uint64_t> &ids)
{
    try {
        std::vector<BatchPart> batch;
        batch.reserve(ids.size());
        for (const std::uint64_t id : ids)
            batch.push_back({&m_jobs.at(id).sequence, 1});
        const at::Tensor logits = m_runner->run(batch, {});
        for (std::size_t i = 0; i < ids.size(); ++i)
            choose(ids[i], logits.select(0, static_cast<std::int64_t>(i)));
    } catch (...) {
        for (const std::uint64_t id : ids)
            if (m_jobs.contains(id))
                fail(id);
    }
}

void Engine::Loop::choose(std::uint64_t id, const at::Tensor &logits)
{
    Job &job = m_jobs.at(id);
    const std::span row(logits.mutable_data_ptr<float>(), static_cast<std::size_t>(logits.numel()));
    const Choice choice = job.sampler->next(row, job.sequence.ids, job.sequence.promptLength);
    job.sequence.ids.push_back(choice.id);
    job.channel->push(job.answer->push(choice));
    if (job.answer->finished())
        end(id);
}

void Engine::Loop::end(std::uint64_t id)
{
    Job &job = m_jobs.at(id);
    Result result = job.answer->result();
    result.promptTokens = job.sequence.promptLength;
    if (job.request->picture) {
        result.visionTokens = job.request->picture->layout.visionTokens;
        result.validVisionTokens = job.request->picture->layout.validTokens;
    }
    result.timings = job.timings;
    if (!result.ids.empty())
        result.timings.decode = since(job.firstToken);
    m_blocks->release(job.sequence.blocks);
    m_scheduler->remove(id);
    TokenChannel *channel = job.channel;
    m_jobs.erase(id);
    channel->finish(std::move(result)); // last: the caller may go at once
}

void Engine::Loop::fail(std::uint64_t id)
{
    const std::exception_ptr fault = explained();
    Job &job = m_jobs.at(id);
    m_blocks->release(job.sequence.blocks);
    m_scheduler->remove(id);
    TokenChannel *channel = job.channel;
    m_jobs.erase(id);
    channel->fail(fault);
}

} // namespace runtime
