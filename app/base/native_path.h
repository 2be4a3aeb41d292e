// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <filesystem>
#include <string>

namespace base {

/// A file name as the system has it: any bytes but NUL. QString cannot hold every one, so paths travel as this.
using NativePath = std::filesystem::path;

/// Command-line bytes as a QString that loses nothing: a byte that is not UTF-8 becomes the lone surrogate U+DC00 + byte
/// (as Python's surrogateescape has it). Undone by @c encodeNative.
[[nodiscard]] QString decodeNative(const std::string &bytes);
[[nodiscard]] std::string encodeNative(const QString &text);

/// A path for people and logs: undecodable bytes become U+FFFD, control characters (a newline in a name) become visible
/// escapes such as \n, so that an error stays on one line.
[[nodiscard]] QString displayName(const NativePath &path);

} // namespace base
