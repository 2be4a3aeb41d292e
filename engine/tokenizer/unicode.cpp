// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/tokenizer/unicode.h"

#include <algorithm>
#include <vector>

namespace tokenizer {

namespace {

constexpr char32_t characters = 0x110000;

constexpr UnicodeRange whiteSpace[] = {
    {0x9, 0xD, Space},
    {0x20, 0x20, Space},
    {0x85, 0x85, Space},
    {0xA0, 0xA0, Space},
    {0x1680, 0x1680, Space},
    {0x2000, 0x200A, Space},
    {0x2028, 0x2029, Space},
    {0x202F, 0x202F, Space},
    {0x205F, 0x205F, Space},
    {0x3000, 0x3000, Space},
    {0xA, 0xA, Newline},
    {0xD, 0xD, Newline},
    {0x4E00, 0x9FA5, EastAsian},
    {0x3040, 0x30FF, EastAsian},
};

std::vector<std::uint8_t> makeTable()
{
    std::vector<std::uint8_t> table(characters);
    const auto add = [&](std::span<const UnicodeRange> ranges) {
        for (const UnicodeRange &range : ranges)
            for (char32_t code = range.first; code <= range.last; ++code)
                table[code] = static_cast<std::uint8_t>(table[code] | range.kind);
    };
    add(unicodeRanges());
    add(whiteSpace);
    return table;
}

constexpr Character invalid{0xFFFFFFFF, 1};

/// How a sequence starts and what its second byte may be (Unicode, table 3-7).
struct Lead {
    std::size_t bytes = 0; ///< 0: no such start
    std::uint8_t lowest = 0x80;
    std::uint8_t highest = 0xBF;
};

Lead leadOf(std::uint8_t byte)
{
    if (byte < 0x80)
        return {1};
    if (byte >= 0xC2 && byte <= 0xDF)
        return {2};
    if (byte >= 0xE0 && byte <= 0xEF)
        return {3, static_cast<std::uint8_t>(byte == 0xE0 ? 0xA0 : 0x80),
            static_cast<std::uint8_t>(byte == 0xED ? 0x9F : 0xBF)};
    if (byte >= 0xF0 && byte <= 0xF4)
        return {4, static_cast<std::uint8_t>(byte == 0xF0 ? 0x90 : 0x80),
            static_cast<std::uint8_t>(byte == 0xF4 ? 0x8F : 0xBF)};
    return {};
}

/// How many bytes from the start of @p bytes belong to one sequence: its whole length, or up to the first that does not fit.
std::size_t fittingBytes(std::string_view bytes, const Lead &lead)
{
    std::size_t fitting = 1;
    while (fitting < lead.bytes && fitting < bytes.size()) {
        const auto byte = static_cast<std::uint8_t>(bytes[fitting]);
        const bool second = fitting == 1;
        if (byte < (second ? lead.lowest : 0x80) || byte > (second ? lead.highest : 0xBF))
            break;
        ++fitting;
    }
    return fitting;
}

} // namespace

std::uint8_t kindsOf(char32_t character)
{
    static const std::vector<std::uint8_t> table = makeTable();
    return character < characters ? table[character] : std::uint8_t{0};
}

Character characterAt(std::string_view text, std::size_t position)
{
    const auto first = static_cast<std::uint8_t>(text[position]);
    if (first < 0x80)
        return {first, 1};
    const Lead lead = leadOf(first);
    if (lead.bytes == 0 || fittingBytes(text.substr(position), lead) < lead.bytes)
        return invalid;
    char32_t code = first & (0x7Fu >> lead.bytes);
    for (std::size_t i = 1; i < lead.bytes; ++i)
        code = code << 6 | (static_cast<std::uint8_t>(text[position + i]) & 0x3Fu);
    return {code, lead.bytes};
}

std::string_view stripped(std::string_view text)
{
    const auto isBlank = [](char32_t code) { return (kindsOf(code) & Space) != 0 || (code >= 0x1C && code <= 0x1F); };
    std::size_t begin = text.size(), end = text.size();
    for (std::size_t position = 0; position < text.size();) {
        const Character character = characterAt(text, position);
        if (!isBlank(character.code)) {
            begin = std::min(begin, position);
            end = position + character.bytes;
        }
        position += character.bytes;
    }
    return begin == text.size() ? std::string_view() : text.substr(begin, end - begin);
}

std::size_t appendUtf8(std::string &text, std::string_view bytes)
{
    while (!bytes.empty()) {
        const Lead lead = leadOf(static_cast<std::uint8_t>(bytes.front()));
        const std::size_t fitting = fittingBytes(bytes, lead);
        if (lead.bytes != 0 && fitting == lead.bytes)
            text.append(bytes.substr(0, fitting));
        else if (lead.bytes != 0 && fitting == bytes.size())
            return fitting;
        else
            text.append("\xEF\xBF\xBD");
        bytes.remove_prefix(fitting);
    }
    return 0;
}

} // namespace tokenizer
