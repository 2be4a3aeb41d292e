// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/readers/deepseek_ocr/deepseek_reader.h"

#include "engine/base/version.h"
#include "engine/image/decode.h"
#include "engine/readers/sha256.h"

#include <algorithm>
#include <random>
#include <vector>

namespace readers {

namespace {

using nlohmann::json;

constexpr std::int64_t tokensUnlessAsked = 8192; ///< the model's whole context; the runtime cuts it to what is left

/// SHA-256 of the safetensors files: of the one, or of their hashes in the order of their names.
std::string hashOfWeights(const std::filesystem::path &folder, const std::stop_token &stop)
{
    std::vector<std::string> files;
    std::error_code ignored;
    for (const auto &entry : std::filesystem::directory_iterator(folder, ignored))
        if (entry.path().extension() == ".safetensors")
            files.push_back(entry.path().string());
    std::sort(files.begin(), files.end());
    std::string hashes;
    for (const std::string &file : files) {
        if (stop.stop_requested())
            return {};
        hashes += sha256OfFile(file, stop);
    }
    return files.size() == 1 ? hashes : sha256(hashes);
}

json describe(const runtime::TokenLogprob &token)
{
    json bytes = json::array();
    for (const char c : token.bytes)
        bytes.push_back(static_cast<int>(static_cast<unsigned char>(c)));
    return {{"token", token.bytes}, {"logprob", token.logprob}, {"bytes", bytes}};
}

image::Mode modeOf(const ReadRequest &request)
{
    image::Mode mode = image::modeNamed("gundam");
    if (request.mode && !request.mode->name.empty())
        mode = image::modeNamed(request.mode->name);
    else if (request.mode)
        mode = {request.mode->baseSize, request.mode->imageSize, request.mode->crop, mode.maxTiles};
    if (request.maxTiles)
        mode.maxTiles = *request.maxTiles;
    image::checkMode(mode);
    return mode;
}

/// Without a seed no two answers that are drawn are alike, as with every other server.
std::uint64_t anySeed()
{
    std::random_device random;
    return std::uint64_t{random()} << 32 | random();
}

runtime::Sampling samplingOf(const Sampling &wish)
{
    runtime::Sampling sampling;
    sampling.temperature = wish.temperature;
    sampling.topP = wish.topP;
    sampling.seed = wish.seed ? static_cast<std::uint64_t>(*wish.seed) : anySeed();
    sampling.maxTokens = wish.maxTokens ? std::int64_t{*wish.maxTokens} : tokensUnlessAsked;
    sampling.stop = wish.stop;
    sampling.logprobs = wish.logprobs;
    sampling.topLogprobs = wish.topLogprobs;
    sampling.skipSpecialTokens = wish.skipSpecialTokens;
    if (wish.ngramSize) {
        sampling.ngramRule = runtime::NgramRule::Windowed;
        sampling.ngramSize = *wish.ngramSize;
        sampling.ngramWindow = wish.ngramWindow.value_or(100); // as vLLM's processor has it
        sampling.ngramWhitelist.assign(wish.ngramWhitelist.begin(), wish.ngramWhitelist.end());
    }
    return sampling;
}

const char *nameOf(runtime::FinishReason reason)
{
    switch (reason) {
    case runtime::FinishReason::Length:
        return "length";
    case runtime::FinishReason::Repetition:
        return "repetition";
    default:
        return "stop";
    }
}

double milliseconds(std::chrono::milliseconds time)
{
    return static_cast<double>(time.count());
}

class DeepSeekReading final : public Reading {
public:
    DeepSeekReading(std::shared_ptr<runtime::Engine> engine, std::shared_ptr<const runtime::PreparedRequest> request,
        std::shared_future<std::string> hash)
        : m_engine(std::move(engine))
        , m_request(std::move(request))
        , m_hash(std::move(hash))
    {
    }

    ReadResult run(Output &output, std::stop_token stop) override
    {
        const auto onToken = [&](const runtime::Token &token) { output.text(token.text, logprobsOf(token)); };
        const runtime::Result answer = m_engine->run(std::move(m_request), onToken, stop);
        if (answer.finishReason == runtime::FinishReason::Cancelled && !stop.stop_requested())
            throw base::Exception("The engine is ending.");
        ReadResult result;
        result.finishReason = nameOf(answer.finishReason);
        result.promptTokens = static_cast<int>(answer.promptTokens);
        result.completionTokens = static_cast<int>(answer.ids.size());
        result.visionTokens = static_cast<int>(answer.visionTokens);
        result.validVisionTokens = static_cast<int>(answer.validVisionTokens);
        result.repetition = answer.repetition.has_value();
        result.timings = {{"engine_queue_ms", milliseconds(answer.timings.queue)},
            {"encode_ms", milliseconds(answer.timings.encode)}, {"prefill_ms", milliseconds(answer.timings.prefill)},
            {"read_ms", milliseconds(answer.timings.decode)}};
        if (!stop.stop_requested())
            result.modelSha256 = m_hash.get();
        return result;
    }

private:
    std::shared_ptr<runtime::Engine> m_engine;
    std::shared_ptr<const runtime::PreparedRequest> m_request;
    std::shared_future<std::string> m_hash;
};

} // namespace

DeepSeekReader::DeepSeekReader(const std::filesystem::path &folder, const runtime::EngineOptions &options)
    : m_engine(runtime::Engine::load(folder, options))
    , m_slots(options.concurrency)
{
    std::promise<std::string> promise;
    m_hash = promise.get_future().share();
    m_hashing = std::jthread([folder, found = std::move(promise)](const std::stop_token &stop) mutable {
        try {
            found.set_value(hashOfWeights(folder, stop));
        } catch (const std::exception &) {
            found.set_value({}); // a shard that went away after loading: the answer is still good
        }
    });
}

DeepSeekReader::~DeepSeekReader() = default;

ReaderInfo DeepSeekReader::info() const
{
    const bool known = m_hash.wait_for(std::chrono::seconds(0)) == std::future_status::ready;
    return {"deepseek-ocr", base::productVersion, known ? m_hash.get() : std::string(), {}};
}

std::unique_ptr<Reading> DeepSeekReader::accept(ReadRequest request)
{
    try {
        auto prepared = m_engine->prepare(runtimeRequest(request));
        return std::make_unique<DeepSeekReading>(m_engine, std::move(prepared), m_hash);
    } catch (const runtime::ContextExceeded &error) {
        throw RequestError(400, "context_length_exceeded", "messages", error.what());
    }
}

runtime::Request runtimeRequest(const ReadRequest &request)
{
    runtime::Request wish;
    wish.prompt = request.prompt;
    wish.mode = modeOf(request);
    wish.sampling = samplingOf(request.sampling);
    if (!request.picture.empty()) {
        const auto *bytes = reinterpret_cast<const std::uint8_t *>(request.picture.data());
        wish.picture = image::decode({bytes, request.picture.size()});
    }
    return wish;
}

json logprobsOf(const runtime::Token &token)
{
    if (!token.logprob)
        return nullptr;
    json entry = describe(*token.logprob);
    entry["top_logprobs"] = json::array();
    for (const runtime::TokenLogprob &other : token.topLogprobs)
        entry["top_logprobs"].push_back(describe(other));
    return {{"content", json::array({entry})}};
}

} // namespace readers
