// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/arguments.h"
#include "app/settings/settings.h"

namespace cli {

/// What a person chose in the window's settings, where no option says otherwise: the server, with its key and the pages in flight,
/// and the languages. Options always win: a server that was named with --engine takes neither the key nor the number.
[[nodiscard]] ConvertArguments applySettings(ConvertArguments arguments, const settings::Settings &settings);

} // namespace cli
