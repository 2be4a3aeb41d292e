// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/model/numerics.h"
#include "engine/runtime/request.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <stop_token>
#include <string>

namespace runtime {

/// How a model is brought up.
struct EngineOptions {
    std::string device = "auto"; ///< cpu, cuda, cuda:N, auto
    std::string type = "auto"; ///< float32, bfloat16; auto: bfloat16 where products of it are fast
    std::string profile = "serve"; ///< serve, hf, precise
    int threads = 0; ///< of the processor; 0: as many as there are
    int concurrency = 1; ///< requests that are read together, 1..256
    std::int64_t contextTokens = 8192; ///< of prompt and output together; cut to the model's own limit
    bool allIds = false; ///< also choose ids that have no token (made-up weights do); a real model never should
};

/// What a model will need, told before anything is loaded.
struct Preflight {
    std::uint64_t weightBytes = 0; ///< mapped from the files on the CPU, copied on a GPU
    std::uint64_t cacheBytes = 0; ///< keys and values when all asked requests fill their context
    std::uint64_t workBytes = 0; ///< estimate for one picture's activations
    std::uint64_t availableBytes = 0; ///< of the device; 0: unknown
    bool fits = true;
    std::string sentence; ///< "needs 6.7 GB for weights, …; there are 14.2 GB"
};

/// @throws base::BadModel when the folder is not a good model, base::BadRequest for a wrong option.
Preflight preflight(const std::filesystem::path &folder, const EngineOptions &options);

/// A request that has been checked and made ready: ids, cut picture. Move-only value; any thread.
class PreparedRequest;

/// The network behind a queue: one thread owns the model and every tensor on it; callers wait on their own channel.
///
/// Running requests take their steps together; a new one is taken up between two steps. A request that fails or leaves does
/// not touch the others. All functions may be called by any number of threads.
class Engine {
public:
    /// Maps the weights and starts the thread. @throws base::BadModel, base::BadRequest, and base::Busy when preflight
    /// says that it cannot fit.
    static std::unique_ptr<Engine> load(const std::filesystem::path &folder, const EngineOptions &options);

    /// Gives up what runs (its callers get Cancelled) and ends the thread.
    ~Engine();
    Engine(const Engine &) = delete;
    Engine &operator=(const Engine &) = delete;

    /// Checks the request and cuts its picture, on the caller's thread, without waiting for the model.
    /// @throws base::BadRequest (BadPicture, ContextExceeded) saying what is wrong.
    std::shared_ptr<const PreparedRequest> prepare(Request request) const;

    /// Reads. Blocks until the answer is whole; @p onToken (may be empty) is called on this thread, as fast as it returns
    /// — a slow one never holds up the model. @p stop ends it within one step: the result is then Cancelled.
    /// @throws base::Exception when the network failed for this request.
    Result run(std::shared_ptr<const PreparedRequest> request, const OnToken &onToken, std::stop_token stop);

    /// prepare and run.
    Result generate(Request request, const OnToken &onToken, std::stop_token stop);

    const EngineOptions &options() const; ///< with auto resolved
    std::int64_t contextTokens() const; ///< prompt and output together
    std::uint64_t weightBytes() const;

private:
    class Loop;
    explicit Engine(std::unique_ptr<Loop> loop);
    std::unique_ptr<Loop> m_loop;
};

} // namespace runtime
