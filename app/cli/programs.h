// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace cli {

/// What a person types, from the first argument on.
enum class Command { Convert, Locate, Engine, Window, Version, Help, PageWorker, Unknown };

/// Tells the command. Looks whether the first argument is a file, which opens the window; anything else that is no command is Unknown.
[[nodiscard]] Command commandOf(const std::vector<std::string> &arguments);

/// Becomes the program @p name that stands beside this one. Comes back only when that fails, with the exit code; says why on
/// @p errors.
[[nodiscard]] int becomeProgram(const char *name, const std::vector<std::string> &arguments, int errors);

} // namespace cli
