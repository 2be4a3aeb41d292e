// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/readers/tesseract/characters.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <cstdint>

namespace readers {

namespace {

// ICU's U8_ macros narrow ints on purpose.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"

UChar32 firstCharacter(std::string_view text)
{
    if (text.empty())
        return -1;
    std::int32_t place = 0;
    UChar32 character = -1;
    U8_NEXT(text.data(), place, static_cast<std::int32_t>(text.size()), character);
    return character;
}

UChar32 lastCharacter(std::string_view text)
{
    if (text.empty())
        return -1;
    auto place = static_cast<std::int32_t>(text.size());
    UChar32 character = -1;
    U8_PREV(text.data(), 0, place, character);
    return character;
}

bool isUnspaced(UChar32 character)
{
    return (character >= 0x2E80 && character <= 0x30FF) // radicals, kana, CJK punctuation
        || (character >= 0x31F0 && character <= 0x9FFF) // kana extensions, ideographs
        || (character >= 0xF900 && character <= 0xFAFF) || (character >= 0xFF00 && character <= 0xFF65)
        || (character >= 0x20000 && character <= 0x3FFFF);
}

template <class Question>
std::size_t count(std::string_view text, Question question)
{
    std::size_t found = 0;
    for (std::int32_t place = 0; place < static_cast<std::int32_t>(text.size());) {
        UChar32 character = -1;
        U8_NEXT(text.data(), place, static_cast<std::int32_t>(text.size()), character);
        if (character >= 0 && question(character))
            ++found;
    }
    return found;
}

#pragma GCC diagnostic pop

} // namespace

bool beginsUnspaced(std::string_view text)
{
    return isUnspaced(firstCharacter(text));
}

bool endsUnspaced(std::string_view text)
{
    return isUnspaced(lastCharacter(text));
}

bool beginsLowerCase(std::string_view text)
{
    const UChar32 character = firstCharacter(text);
    return character >= 0 && u_islower(character);
}

bool endsSentence(std::string_view text)
{
    static constexpr std::array<std::string_view, 7> closing{"\"", "'", ")", "]", "\u201D", "\u2019", "\u00BB"};
    static constexpr std::array<std::string_view, 8> ends{".", "!", "?", ":", "\u3002", "\uFF01", "\uFF1F", "\u061F"};
    for (const std::string_view mark : closing)
        if (text.ends_with(mark))
            text.remove_suffix(mark.size());
    return std::any_of(ends.begin(), ends.end(), [text](std::string_view mark) { return text.ends_with(mark); });
}

bool endsWithLetter(std::string_view text)
{
    const UChar32 character = lastCharacter(text);
    return character >= 0 && u_isalpha(character);
}

std::size_t hyphenAtEnd(std::string_view text)
{
    static constexpr std::array<std::string_view, 5> hyphens{"-", "\u2010", "\u00AD", "\u00AC", "\u2E17"};
    for (const std::string_view hyphen : hyphens)
        if (text.ends_with(hyphen))
            return hyphen.size();
    return 0;
}

bool isListMark(std::string_view word)
{
    if (countVisible(word) == 1 && countLettersAndDigits(word) == 0)
        return std::string_view("\"'([{<\u201C\u201E\u00AB\u2018&.,").find(word) == std::string_view::npos;
    if (word.starts_with('('))
        word.remove_prefix(1);
    if (word.size() < 2 || word.size() > 4 || (word.back() != '.' && word.back() != ')'))
        return false;
    word.remove_suffix(1);
    bool digits = true;
    bool roman = true;
    for (const char c : word) {
        digits = digits && c >= '0' && c <= '9';
        roman = roman && (c == 'i' || c == 'v' || c == 'x');
    }
    return digits || roman || (word.size() == 1 && word.front() >= 'a' && word.front() <= 'z');
}

std::size_t countVisible(std::string_view text)
{
    return count(text, [](UChar32 character) { return u_isgraph(character) != 0; });
}

std::size_t countLettersAndDigits(std::string_view text)
{
    return count(text, [](UChar32 character) { return u_isalnum(character) != 0; });
}

std::size_t countLetters(std::string_view text)
{
    return count(text, [](UChar32 character) { return u_isalpha(character) != 0; });
}

} // namespace readers
