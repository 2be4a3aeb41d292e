// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/tokenizer/byte_alphabet.h"

#include "engine/tokenizer/unicode.h"

#include <array>
#include <vector>

namespace tokenizer {

namespace {

/// Printable Latin-1 stands for itself; the others take the characters from U+0100 on, in order.
bool standsForItself(unsigned byte)
{
    return (byte >= 0x21 && byte <= 0x7E) || (byte >= 0xA1 && byte != 0xAD);
}

std::array<char32_t, 256> makeLetters()
{
    std::array<char32_t, 256> letters{};
    char32_t next = 0x100;
    for (unsigned byte = 0; byte < letters.size(); ++byte)
        letters[byte] = standsForItself(byte) ? byte : next++;
    return letters;
}

const std::array<char32_t, 256> letters = makeLetters();

} // namespace

std::string letterOf(std::uint8_t byte)
{
    const char32_t code = letters[byte];
    if (code < 0x80)
        return std::string(1, static_cast<char>(code));
    return {static_cast<char>(0xC0 | code >> 6), static_cast<char>(0x80 | (code & 0x3F))};
}

std::optional<std::string> bytesOf(std::string_view text)
{
    static const std::vector<int> byteOf = [] {
        std::vector<int> table(0x200, -1);
        for (unsigned byte = 0; byte < letters.size(); ++byte)
            table[letters[byte]] = static_cast<int>(byte);
        return table;
    }();
    std::string bytes;
    for (std::size_t position = 0; position < text.size();) {
        const Character character = characterAt(text, position);
        if (character.code >= byteOf.size() || byteOf[character.code] < 0)
            return {};
        bytes += static_cast<char>(byteOf[character.code]);
        position += character.bytes;
    }
    return bytes;
}

} // namespace tokenizer
