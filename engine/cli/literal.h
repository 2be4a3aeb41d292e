// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json.hpp>

#include <optional>
#include <string_view>

namespace cli {

/// Reads a Python literal as data: numbers, strings, True, False, None, lists, tuples (as lists), dictionaries with string keys.
/// Nothing is computed: names, calls, operators, leading zeros and anything behind the literal make it no literal.
/// @return nothing when @p text is not exactly one literal (white space around it aside), or nests deeper than 32.
///         Numbers too large for a double are no literal either.
std::optional<nlohmann::json> parseLiteral(std::string_view text);

} // namespace cli
