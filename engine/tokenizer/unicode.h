// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace tokenizer {

/// What the pre-tokenizer asks of a character, as bits.
enum CharacterKind : std::uint8_t {
    Letter = 1, ///< \p{L}
    Mark = 2, ///< \p{M}
    Number = 4, ///< \p{N}
    Punctuation = 8, ///< \p{P}
    Symbol = 16, ///< \p{S}
    Space = 32, ///< \s: the property White_Space
    Newline = 64, ///< \r or \n
    EastAsian = 128, ///< U+4E00–9FA5, U+3040–30FF
};

struct UnicodeRange {
    char32_t first;
    char32_t last;
    CharacterKind kind;
};

/// The five general categories, ascending, without overlap. Unassigned, control and private characters are in none.
std::span<const UnicodeRange> unicodeRanges();

/// Kinds of a character; 0 for what has none and for numbers that are no character.
std::uint8_t kindsOf(char32_t character);

/// One character of a UTF-8 text.
struct Character {
    char32_t code = 0; ///< 0xFFFFFFFF where the bytes are no UTF-8: such a byte is a character of no kind
    std::size_t bytes = 1;
};

/// @pre position < text.size()
Character characterAt(std::string_view text, std::size_t position);

/// The text without the blanks around it that Python's strip() takes away, as the reference does with prompts and answers.
std::string_view stripped(std::string_view text);

/// Splits @p bytes into what is certain and an unfinished character at the end (0 to 3 bytes that may still become one).
/// Invalid sequences turn into U+FFFD, one for each maximal invalid part, and are appended with the rest to @p text.
/// @return how many bytes at the end were left.
std::size_t appendUtf8(std::string &text, std::string_view bytes);

} // namespace tokenizer
