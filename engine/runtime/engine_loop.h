// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/model/network.h"
#include "engine/runtime/answer.h"
#include "engine/runtime/block_manager.h"
#include "engine/runtime/engine.h"
#include "engine/runtime/model_runner.h"
#include "engine/runtime/prepared_request.h"
#include "engine/runtime/scheduler.h"
#include "engine/runtime/token_channel.h"

#include <condition_variable>
#include <map>
#include <mutex>
#include <stop_token>
#include <thread>
#include <vector>

namespace runtime {

/// The engine's inside: the thread, the model, and the requests that wait and run.
class Engine::Loop {
public:
    Loop(const std::filesystem::path &folder, EngineOptions options);
    ~Loop();

    /// Puts a request in the queue; its answer comes through @p channel, which outlives it there.
    void submit(std::shared_ptr<const PreparedRequest> request, TokenChannel &channel, std::stop_token stop);

    const EngineOptions &options() const { return m_options; }
    const tokenizer::Tokenizer &tokenizer() const { return m_tokenizer; }
    const weights::ModelConfig &config() const { return m_checkpoint.config(); }
    std::int64_t contextTokens() const { return m_contextTokens; }
    std::uint64_t weightBytes() const { return m_checkpoint.bytes(); }

private:
    using Clock = std::chrono::steady_clock;

    /// A request from its arrival to its end.
    struct Job {
        std::shared_ptr<const PreparedRequest> request;
        TokenChannel *channel;
        std::stop_token stop;
        Clock::time_point arrival;
        Sequence sequence;
        std::optional<Sampler> sampler;
        std::optional<Answer> answer;
        Timings timings;
        Clock::time_point firstToken;
    };

    void work();
    bool takeArrivals();
    void dropStopped();
    void begin(std::uint64_t id);
    at::Tensor prefill(Job &job);
    void step(const std::vector<std::uint64_t> &ids);
    void choose(std::uint64_t id, const at::Tensor &logits);
    void end(std::uint64_t id);
    void fail(std::uint64_t id);

    EngineOptions m_options;
    weights::Checkpoint m_checkpoint;
    tokenizer::Tokenizer m_tokenizer;
    std::int64_t m_contextTokens;

    std::mutex m_mutex; // guards m_arrivals and m_ending
    std::condition_variable m_changed;
    std::vector<Job> m_arrivals;
    bool m_ending = false;

    // The thread's own from here on.
    std::uint64_t m_nextId = 0;
    std::map<std::uint64_t, Job> m_jobs;
    std::optional<Scheduler> m_scheduler;
    std::optional<BlockManager> m_blocks;
    std::optional<model::Network> m_network;
    std::optional<ModelRunner> m_runner;
    std::stop_source m_ended;
    std::thread m_thread;
};

} // namespace runtime
