// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/runtime/loop_guard.h"
#include "engine/runtime/request.h"
#include "engine/runtime/sampler.h"
#include "engine/runtime/stop_strings.h"
#include "engine/tokenizer/stream_decoder.h"

#include <optional>
#include <vector>

namespace runtime {

/// Turns chosen ids into an answer's text and knows when it is over. One thread.
class Answer {
public:
    /// @param tokenizer  outlives this.
    Answer(const tokenizer::Tokenizer &tokenizer, const Sampling &sampling, std::int32_t endId);

    /// Takes the next id. @return what the caller hears of it; with the last one, all text that still waited.
    Token push(const Choice &choice);

    /// Set once the answer is over.
    const std::optional<FinishReason> &finished() const { return m_finished; }

    /// Ids, text, finish reason (Cancelled unless finished) and repetition; the rest is the engine's to fill.
    Result result() const;

private:
    std::optional<FinishReason> reasonToEnd(std::int32_t id) const;
    TokenLogprob describe(std::int32_t id, float logprob) const;
    std::string textOf(std::int32_t id, bool isStop);

    const tokenizer::Tokenizer &m_tokenizer;
    Sampling m_sampling;
    std::int32_t m_endId;
    tokenizer::StreamDecoder m_decoder;
    StopStrings m_stopStrings;
    LoopGuard m_guard;
    std::vector<std::int32_t> m_ids;
    std::string m_text;
    std::vector<std::size_t> m_textEnds; ///< by id: bytes of m_text once it was taken
    std::optional<FinishReason> m_finished;
};

} // namespace runtime
