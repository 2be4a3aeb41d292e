// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace cli {

/// What a command ends with; scripts rely on it.
enum ExitCode {
    AllGood = 0,
    SomeFailed = 1, ///< some pages or files failed, at least one page was read
    UsageError = 2,
    NothingRead = 3, ///< no page of any source was read
    Interrupted = 130,
};

/// `recto convert …`. Needs a QCoreApplication. @param errors  descriptor of standard error as the person has it.
/// @return the exit code.
[[nodiscard]] int convert(const std::vector<std::string> &arguments, int errors);

} // namespace cli
