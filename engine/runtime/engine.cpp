// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/runtime/engine.h"

#include "engine/kernels/processor.h"
#include "engine/runtime/device.h"
#include "engine/runtime/engine_loop.h"
#include "engine/runtime/memory.h"

#include <algorithm>
#include <utility>

namespace runtime {

namespace {

/// "auto" becomes what it stands for. @throws base::BadRequest for a wrong option.
EngineOptions resolved(EngineOptions options)
{
    const c10::Device device = deviceNamed(options.device);
    options.device = device.str();
    if (options.type == "auto")
        options.type = !device.is_cpu() || kernels::hasFastBfloat16() ? "bfloat16" : "float32";
    (void)model::typeNamed(options.type);
    (void)model::profileNamed(options.profile);
    if (options.concurrency < 1 || options.concurrency > 256)
        throw base::BadRequest("concurrency must be 1 to 256, not " + std::to_string(options.concurrency));
    if (options.contextTokens < 1)
        throw base::BadRequest("the context must be at least 1 token, not " + std::to_string(options.contextTokens));
    return options;
}

/// Activations of the largest picture (nine tiles of 640): the widest layer's inputs and outputs in float.
std::uint64_t workFor(const weights::ModelConfig &config)
{
    const std::int64_t tile = 640 / config.sam.patchSize;
    const std::int64_t tokens = std::max(9 * tile * tile, config.sam.grid() * config.sam.grid());
    return static_cast<std::uint64_t>(tokens * (2 * config.sam.mlpWidth + 6 * config.sam.width)) * sizeof(float);
}

Preflight preflightFor(const weights::Checkpoint &checkpoint, const EngineOptions &options)
{
    const weights::DecoderConfig &decoder = checkpoint.config().decoder;
    const std::int64_t context = std::min(options.contextTokens, decoder.maxPositions);
    const std::int64_t blocks = (context + model::KvCache::blockTokens - 1) / model::KvCache::blockTokens;
    Preflight result;
    result.weightBytes = checkpoint.bytesInUse();
    result.cacheBytes = static_cast<std::uint64_t>(
        options.concurrency * blocks * model::KvCache::bytesPerBlock(decoder, model::typeNamed(options.type)));
    result.workBytes = workFor(checkpoint.config());
    result.availableBytes = availableBytes(deviceNamed(options.device));
    const std::uint64_t needed = result.weightBytes + result.cacheBytes + result.workBytes;
    result.fits = result.availableBytes == 0 || needed <= result.availableBytes;
    result.sentence = "the model needs " + gigabytes(needed) + " (" + gigabytes(result.weightBytes) + " weights, "
        + gigabytes(result.cacheBytes) + " for keys and values of " + std::to_string(options.concurrency)
        + (options.concurrency == 1 ? " request, " : " requests, ") + gigabytes(result.workBytes) + " to work in); "
        + (result.availableBytes ? "there are " + gigabytes(result.availableBytes) : "what there is cannot be told");
    return result;
}

void checkSampling(const Sampling &sampling)
{
    if (!(sampling.temperature >= 0.0 && sampling.temperature <= 100.0))
        throw base::BadRequest("temperature must be 0 to 100");
    if (!(sampling.topP > 0.0 && sampling.topP <= 1.0))
        throw base::BadRequest("top_p must be above 0 and at most 1");
    if (sampling.maxTokens < 1)
        throw base::BadRequest("max_tokens must be at least 1, not " + std::to_string(sampling.maxTokens));
    if (sampling.topLogprobs < 0 || sampling.topLogprobs > 20)
        throw base::BadRequest("top_logprobs must be 0 to 20, not " + std::to_string(sampling.topLogprobs));
    if (sampling.ngramRule != NgramRule::None && sampling.ngramSize < 1)
        throw base::BadRequest("ngram_size must be at least 1, not " + std::to_string(sampling.ngramSize));
}

} // namespace

Preflight preflight(const std::filesystem::path &folder, const EngineOptions &options)
{
    return preflightFor(weights::Checkpoint::open(folder), resolved(options));
}

std::unique_ptr<Engine> Engine::load(const std::filesystem::path &folder, const EngineOptions &options)
{
    warnAboutSlowLibraries();
    const EngineOptions settled = resolved(options);
    const Preflight needs = preflight(folder, settled);
    if (!needs.fits)
        throw base::Busy(needs.sentence);
    return std::unique_ptr<Engine>(new Engine(std::make_unique<Loop>(folder, settled)));
}

Engine::Engine(std::unique_ptr<Loop> loop)
    : m_loop(std::move(loop))
{
}

Engine::~Engine() = default;

std::shared_ptr<const PreparedRequest> Engine::prepare(Request request) const
{
    checkSampling(request.sampling);
    const weights::DecoderConfig &decoder = m_loop->config().decoder;
    auto prepared = std::make_shared<PreparedRequest>();
    if (request.picture)
        prepared->picture = preparePicture(*request.picture, request.mode);
    if (!request.ids.empty()) {
        if (request.picture)
            throw base::BadRequest("ids and a picture cannot be given together");
        for (const std::int32_t id : request.ids)
            if (id < 0 || id >= decoder.vocabulary)
                throw base::BadRequest("id " + std::to_string(id) + " is outside the vocabulary");
        prepared->prompt.ids = std::move(request.ids);
    } else {
        prepared->prompt = promptIds(m_loop->tokenizer(), request.prompt,
            prepared->picture ? prepared->picture->layout.placeholders : 0, static_cast<std::int32_t>(decoder.beginId));
    }
    const auto length = static_cast<std::int64_t>(prepared->prompt.ids.size());
    if (length >= contextTokens())
        throw ContextExceeded("the prompt and its picture take " + std::to_string(length)
            + " tokens, and the context has " + std::to_string(contextTokens()) + " for them and the answer");
    prepared->sampling = std::move(request.sampling);
    prepared->sampling.maxTokens = std::min(prepared->sampling.maxTokens, contextTokens() - length);
    return prepared;
}

Result Engine::run(std::shared_ptr<const PreparedRequest> request, const OnToken &onToken, std::stop_token stop)
{
    TokenChannel channel;
    std::stop_source left; // the caller's wish, or its callback's fault: either ends the request
    const std::stop_callback forward(stop, [&left] { left.request_stop(); });
    m_loop->submit(std::move(request), channel, left.get_token());
    std::exception_ptr fault;
    while (const std::optional<Token> token = channel.next()) {
        if (!onToken || fault)
            continue;
        try {
            onToken(*token);
        } catch (...) {
            fault = std::current_exception();
            left.request_stop();
        }
    }
    if (fault)
        std::rethrow_exception(fault);
    return channel.takeResult();
}

Result Engine::generate(Request request, const OnToken &onToken, std::stop_token stop)
{
    return run(prepare(std::move(request)), onToken, std::move(stop));
}

const EngineOptions &Engine::options() const
{
    return m_loop->options();
}

std::int64_t Engine::contextTokens() const
{
    return m_loop->contextTokens();
}

std::uint64_t Engine::weightBytes() const
{
    return m_loop->weightBytes();
}

} // namespace runtime
