// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/tokenizer/split_words.h"

#include "engine/tokenizer/unicode.h"

namespace tokenizer {

const std::string_view numberPattern = R"(\p{N}{1,3})";
const std::string_view eastAsianPattern = "[一-龥\u3040-ゟ゠-ヿ]+";
const std::string_view wordPattern
    = R"([!"#$%&'()*+,\-./:;<=>?@\[\\\]^_`{|}~][A-Za-z]+|[^\r\n\p{L}\p{P}\p{S}]?[\p{L}\p{M}]+)"
      R"(| ?[\p{P}\p{S}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+)";

namespace {

constexpr std::size_t digitsTogether = 3;

bool isAsciiLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// The pattern's list is ASCII's punctuation and symbols, all 32.
bool isAsciiMark(char c)
{
    return (c >= '!' && c <= '/') || (c >= ':' && c <= '@') || (c >= '[' && c <= '`') || (c >= '{' && c <= '~');
}

} // namespace

WordSplitter::WordSplitter(std::string_view text)
    : m_text(text)
{
}

/// Steps one and two: up to three digits, or a run of East Asian characters, or what lies between.
void WordSplitter::findSlice()
{
    const auto sliceKind = [&](std::size_t position, std::size_t &bytes) {
        const Character character = characterAt(m_text, position);
        bytes = character.bytes;
        return kindsOf(character.code) & (Number | EastAsian);
    };
    std::size_t bytes = 0;
    const int kind = sliceKind(m_position, bytes);
    m_sliceEnd = m_position + bytes;
    for (std::size_t characters = 1; m_sliceEnd < m_text.size(); ++characters) {
        if ((kind == Number && characters == digitsTogether) || sliceKind(m_sliceEnd, bytes) != kind)
            return;
        m_sliceEnd += bytes;
    }
}

/// First position at or behind @p position, inside the slice, whose character is of none of @p kinds.
std::size_t WordSplitter::runEnd(std::size_t position, unsigned kinds) const
{
    while (position < m_sliceEnd) {
        const Character character = characterAt(m_text, position);
        if ((kindsOf(character.code) & kinds) == 0)
            break;
        position += character.bytes;
    }
    return position;
}

/// \s*[\r\n]+ or \s+(?!\S) or \s+, at a white space.
std::size_t WordSplitter::matchSpace(std::size_t position) const
{
    std::size_t end = position, lastStart = position, newlineEnd = 0;
    while (end < m_sliceEnd) {
        const Character character = characterAt(m_text, end);
        const unsigned kinds = kindsOf(character.code);
        if ((kinds & Space) == 0)
            break;
        lastStart = end;
        end += character.bytes;
        if (kinds & Newline)
            newlineEnd = end;
    }
    if (newlineEnd != 0)
        return newlineEnd;
    // Before something else the last white space stays for it, unless it is the only one.
    return end == m_sliceEnd || lastStart == position ? end : lastStart;
}

/// Step three: end of the match that starts here, or @p position when none does.
std::size_t WordSplitter::matchAt(std::size_t position) const
{
    const char first = m_text[position];
    if (isAsciiMark(first) && position + 1 < m_sliceEnd && isAsciiLetter(m_text[position + 1])) {
        std::size_t end = position + 2;
        while (end < m_sliceEnd && isAsciiLetter(m_text[end]))
            ++end;
        return end;
    }
    const Character character = characterAt(m_text, position);
    const unsigned kinds = kindsOf(character.code);
    const std::size_t second = position + character.bytes;
    const bool mayLead = (kinds & (Newline | Letter | Punctuation | Symbol)) == 0;
    if (mayLead || (kinds & (Letter | Mark)) != 0) {
        const std::size_t end = runEnd(second, Letter | Mark);
        if (end > second || (kinds & (Letter | Mark)) != 0)
            return end;
    }
    const std::size_t marks = first == ' ' ? second : position;
    if (const std::size_t end = runEnd(marks, Punctuation | Symbol); end > marks)
        return runEnd(end, Newline);
    return (kinds & Space) != 0 ? matchSpace(position) : position;
}

std::string_view WordSplitter::next()
{
    const std::size_t start = m_position;
    if (m_pending != 0) {
        m_position = m_pending;
        m_pending = 0;
        return m_text.substr(start, m_position - start);
    }
    if (start == m_text.size())
        return {};
    if (start == m_sliceEnd)
        findSlice();
    // Characters that no match covers stay together up to the next match, or to the end of the slice.
    std::size_t position = start, end = start;
    while (position < m_sliceEnd && (end = matchAt(position)) == position)
        end = position += characterAt(m_text, position).bytes;
    if (position > start) {
        m_pending = end > position ? end : 0;
        end = position;
    }
    m_position = end;
    return m_text.substr(start, end - start);
}

} // namespace tokenizer
