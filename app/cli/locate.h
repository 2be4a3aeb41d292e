// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/arguments.h"

#include <string>
#include <vector>

namespace cli {

/// What `recto locate …` ends with; as grep has it, with 3 where "not there" is not sure.
enum LocateExitCode {
    Found = 0,
    NotFound = 1, ///< everything was read, and it is not there
    LocateUsageError = 2,
    NotSure = 3, ///< nothing found, and some pages or files could not be searched
};

/// What `recto locate TEXT FILE…` was asked.
struct LocateArguments {
    QString text;
    ConvertArguments reading; ///< inputs and how they are read; its outputs are unused
    bool wantsJson = false; ///< --json
    bool alwaysAsksModel = false; ///< --ask-model: also where the text was found
};

/// Reads what follows `recto locate`. Pure. @return RequestRejected with what is wrong.
[[nodiscard]] base::Result<LocateArguments> parseLocate(const std::vector<std::string> &arguments);

/// `recto locate …`. Needs a QCoreApplication. @param errors  descriptor of standard error as the person has it.
/// @return a LocateExitCode, or 130 when interrupted.
[[nodiscard]] int locate(const std::vector<std::string> &arguments, int errors);

} // namespace cli
