// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace readers {

/// RFC 4648 with + and /; white space is passed over, padding may be missing. nullopt for anything else.
std::optional<std::string> decodeBase64(std::string_view text);

/// With padding, no line breaks.
std::string encodeBase64(std::string_view bytes);

} // namespace readers
