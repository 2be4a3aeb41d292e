// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/readers/base64.h"

#include <array>
#include <cstdint>

namespace readers {

namespace {

constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
constexpr std::uint8_t bad = 255;
constexpr std::uint8_t blank = 254;

constexpr std::array<std::uint8_t, 256> valueOfByte = [] {
    std::array<std::uint8_t, 256> values{};
    values.fill(bad);
    for (std::size_t i = 0; i < alphabet.size(); ++i)
        values[static_cast<std::uint8_t>(alphabet[i])] = static_cast<std::uint8_t>(i);
    for (const char c : {' ', '\n', '\r', '\t'})
        values[static_cast<std::uint8_t>(c)] = blank;
    return values;
}();

} // namespace

std::optional<std::string> decodeBase64(std::string_view text)
{
    while (!text.empty() && (text.back() == '=' || valueOfByte[static_cast<std::uint8_t>(text.back())] == blank))
        text.remove_suffix(1);
    std::string bytes;
    bytes.reserve(text.size() / 4 * 3 + 3);
    std::uint32_t bits = 0;
    int count = 0;
    for (const char c : text) {
        const std::uint8_t value = valueOfByte[static_cast<std::uint8_t>(c)];
        if (value == blank)
            continue;
        if (value == bad)
            return std::nullopt;
        bits = bits << 6 | value;
        count += 6;
        if (count >= 8) {
            count -= 8;
            bytes += static_cast<char>(bits >> count & 0xFF);
        }
    }
    if (count == 6) // one letter alone is no byte
        return std::nullopt;
    return bytes;
}

std::string encodeBase64(std::string_view bytes)
{
    std::string text;
    text.reserve((bytes.size() + 2) / 3 * 4);
    std::size_t i = 0;
    const auto byte = [&](std::size_t at) { return static_cast<std::uint32_t>(static_cast<std::uint8_t>(bytes[at])); };
    for (; i + 2 < bytes.size(); i += 3) {
        const std::uint32_t bits = byte(i) << 16 | byte(i + 1) << 8 | byte(i + 2);
        for (const int shift : {18, 12, 6, 0})
            text += alphabet[bits >> shift & 63];
    }
    if (i + 1 == bytes.size()) {
        const std::uint32_t bits = byte(i) << 16;
        text += {alphabet[bits >> 18 & 63], alphabet[bits >> 12 & 63], '=', '='};
    } else if (i + 2 == bytes.size()) {
        const std::uint32_t bits = byte(i) << 16 | byte(i + 1) << 8;
        text += {alphabet[bits >> 18 & 63], alphabet[bits >> 12 & 63], alphabet[bits >> 6 & 63], '='};
    }
    return text;
}

} // namespace readers
