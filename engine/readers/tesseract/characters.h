// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

namespace readers {

/// Questions about UTF-8 text; broken bytes are no letter of any kind.

/// Chinese or Japanese characters and their punctuation: written without blanks between words.
bool beginsUnspaced(std::string_view text);
bool endsUnspaced(std::string_view text);

bool beginsLowerCase(std::string_view text);
/// ". ! ? :" and their like, with closing quotes and brackets after them.
bool endsSentence(std::string_view text);
bool endsWithLetter(std::string_view text);

/// Bytes of the hyphen that @p text ends with (-, ‐, soft hyphen, ¬, ⸗); 0 for none.
std::size_t hyphenAtEnd(std::string_view text);

/// "•", "-", "*", "1.", "12)", "(a)", "iv." and the like, alone; also any lone sign that is no letter, digit, quote or
/// bracket, because bullets are often misread (©, ¢, ®).
bool isListMark(std::string_view word);

/// Characters that leave ink.
std::size_t countVisible(std::string_view text);
/// Letters and digits in @p text.
std::size_t countLettersAndDigits(std::string_view text);
std::size_t countLetters(std::string_view text);

} // namespace readers
