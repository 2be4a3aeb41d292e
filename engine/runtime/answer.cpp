// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/runtime/answer.h"

#include <algorithm>

namespace runtime {

Answer::Answer(const tokenizer::Tokenizer &tokenizer, const Sampling &sampling, std::int32_t endId)
    : m_tokenizer(tokenizer)
    , m_sampling(sampling)
    , m_endId(endId)
    , m_decoder(tokenizer, sampling.skipSpecialTokens ? tokenizer::SpecialTokens::Skip : tokenizer::SpecialTokens::Keep)
    , m_stopStrings(sampling.stop)
{
}

TokenLogprob Answer::describe(std::int32_t id, float logprob) const
{
    return {id, std::string(m_tokenizer.bytes(id)), logprob};
}

std::optional<FinishReason> Answer::reasonToEnd(std::int32_t id) const
{
    const auto &stopIds = m_sampling.stopIds;
    if (id == m_endId || std::find(stopIds.begin(), stopIds.end(), id) != stopIds.end() || m_stopStrings.stopped())
        return FinishReason::Stop;
    if (m_sampling.endLoops && m_guard.loop())
        return FinishReason::Repetition;
    if (static_cast<std::int64_t>(m_ids.size()) >= m_sampling.maxTokens)
        return FinishReason::Length;
    return std::nullopt;
}

std::string Answer::textOf(std::int32_t id, bool isStop)
{
    return isStop ? std::string() : m_stopStrings.push(m_decoder.push(id));
}

Token Answer::push(const Choice &choice)
{
    const auto &stopIds = m_sampling.stopIds;
    const bool isStop = choice.id == m_endId || std::find(stopIds.begin(), stopIds.end(), choice.id) != stopIds.end();
    m_ids.push_back(choice.id);
    if (!isStop)
        m_guard.push(choice.id); // the end token is no part of a suffix that repeats
    Token token;
    token.id = choice.id;
    token.text = textOf(choice.id, isStop);
    if (m_sampling.logprobs) {
        token.logprob = describe(choice.id, choice.logprob);
        for (const auto &[id, logprob] : choice.top)
            token.topLogprobs.push_back(describe(id, logprob));
    }
    m_finished = reasonToEnd(choice.id);
    if (m_finished && !m_stopStrings.stopped()) {
        token.text += m_stopStrings.push(m_decoder.finish());
        token.text += m_stopStrings.finish();
    }
    m_text += token.text;
    m_textEnds.push_back(m_text.size());
    return token;
}

Result Answer::result() const
{
    Result result;
    result.ids = m_ids;
    result.text = m_text;
    result.finishReason = m_finished.value_or(FinishReason::Cancelled);
    result.repetition = m_guard.suspected();
    if (result.finishReason == FinishReason::Repetition) {
        result.repetition = m_guard.loop();
        const std::int64_t kept = result.repetition->firstToken + result.repetition->period;
        result.text.resize(m_textEnds[static_cast<std::size_t>(kept - 1)]);
    }
    return result;
}

} // namespace runtime
