// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/tokenizer/stream_decoder.h"

#include "engine/tokenizer/unicode.h"

namespace tokenizer {

StreamDecoder::StreamDecoder(const Tokenizer &tokenizer, SpecialTokens special)
    : m_tokenizer(&tokenizer)
    , m_special(special)
{
}

std::string StreamDecoder::push(std::int32_t id)
{
    if (m_special == SpecialTokens::Skip && m_tokenizer->isSpecial(id))
        return {};
    m_waiting += m_tokenizer->bytes(id);
    std::string text;
    const std::size_t left = appendUtf8(text, m_waiting);
    m_waiting.erase(0, m_waiting.size() - left);
    return text;
}

std::string StreamDecoder::finish()
{
    const bool unfinished = !m_waiting.empty();
    m_waiting.clear();
    return unfinished ? "\xEF\xBF\xBD" : std::string();
}

} // namespace tokenizer
