// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tokenizer {

/// The byte-level alphabet: every byte as one printable character, as vocabularies write their tokens.
std::string letterOf(std::uint8_t byte);

/// The bytes that a token's letters stand for; nothing when a character is not of the alphabet.
std::optional<std::string> bytesOf(std::string_view letters);

} // namespace tokenizer
