// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

namespace CLI {
class App;
}

namespace cli {

/// Adds one subcommand with its options to @p app. Its callback does the work and sets @p exitCode where that is not 0;
/// what it throws (base::Exception) is printed as one sentence by main and ends with exit code 1.
using AddCommand = void (*)(CLI::App &app, int &exitCode);

/// Every subcommand of this build, in the order of the help. A new one is a line in commands.cpp.
std::span<const AddCommand> commands();

} // namespace cli
