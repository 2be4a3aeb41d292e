// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/exceptions.h"
#include "engine/base/rgb8_image.h"
#include "engine/image/cut_tiles.h"
#include "engine/image/mode.h"

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace runtime {

/// The prompt and its picture alone fill the model's context.
class ContextExceeded : public base::BadRequest {
public:
    using BadRequest::BadRequest;
};

/// How repeated n-grams are barred (specification 7.2, 7.3).
enum class NgramRule {
    None,
    Windowed, ///< in the last `ngramWindow` generated ids, with a whitelist
    Standard ///< anywhere in prompt and output, as Hugging Face has it
};

/// How tokens are chosen, and when to end.
struct Sampling {
    double temperature = 0.0; ///< 0: greedy; else 0 < t ≤ 100
    double topP = 1.0; ///< 0 < p ≤ 1; the smallest set of best ids with that much probability
    std::uint64_t seed = 0; ///< the same seed, request and model give the same answer, whatever runs beside it
    std::int64_t maxTokens = 8192; ///< ≥ 1; cut to what the context leaves
    std::vector<std::int32_t> stopIds; ///< beside the end token, which always stops
    std::vector<std::string> stop; ///< none empty; the text ends before the first of them
    NgramRule ngramRule = NgramRule::None;
    std::int64_t ngramSize = 0; ///< ≥ 2 for the rules to act
    std::int64_t ngramWindow = 0; ///< Windowed only
    std::vector<std::int32_t> ngramWhitelist;
    bool logprobs = false;
    int topLogprobs = 0; ///< 0..20, of each token
    bool skipSpecialTokens = false; ///< true loses tables and boxes
    bool endLoops = true; ///< false: only mark them
};

/// What is asked of the network.
struct Request {
    /// Stripped of outer white space, then encoded. At most one `<image>`; it is put before the prompt, with a newline,
    /// when there is a picture and no such mark. Special tokens in it count as such.
    std::string prompt;
    std::vector<std::int32_t> ids; ///< not empty: taken instead of the prompt (no picture then)
    std::optional<base::Rgb8Image> picture;
    image::Mode mode;
    Sampling sampling;
};

/// A token and how probable the model found it (its own distribution, before bans and temperature).
struct TokenLogprob {
    std::int32_t id = 0;
    std::string bytes; ///< may be part of a character
    float logprob = 0;
};

/// One step's news.
struct Token {
    std::int32_t id = 0;
    std::string text; ///< what became certain with it: whole characters, perhaps none
    std::optional<TokenLogprob> logprob;
    std::vector<TokenLogprob> topLogprobs; ///< most probable first
};

enum class FinishReason {
    Stop, ///< end token, stop id or stop string
    Length, ///< maxTokens, or the context is full
    Repetition, ///< the loop guard cut it
    Cancelled
};

/// A suffix that repeats itself.
struct Repetition {
    std::int64_t period = 0; ///< tokens, ≤ 256
    std::int64_t repetitions = 0; ///< whole ones, ≥ 3
    std::int64_t firstToken = 0; ///< of the output, where the first of them begins
};

struct Timings {
    std::chrono::milliseconds queue{}; ///< until the engine took it up
    std::chrono::milliseconds encode{}; ///< picture to rows
    std::chrono::milliseconds prefill{};
    std::chrono::milliseconds decode{}; ///< first token to last
};

/// The whole answer.
struct Result {
    std::vector<std::int32_t> ids; ///< all that were generated, the end token included
    std::string text; ///< without end token and stop string; after a loop was cut: up to the end of its first round
    FinishReason finishReason = FinishReason::Stop;
    std::optional<Repetition> repetition; ///< cut, or marked: the output ended in ≥ 3 rounds of a period
    std::int64_t promptTokens = 0; ///< placeholders included
    std::int64_t visionTokens = 0; ///< image features alone
    std::int64_t validVisionTokens = 0; ///< as the official script counts them
    Timings timings;
};

/// Called for each token, on the thread that called generate.
using OnToken = std::function<void(const Token &)>;

} // namespace runtime
