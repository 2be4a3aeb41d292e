// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/arguments.h"
#include "app/cli/console.h"
#include "app/cli/interrupt.h"

namespace cli {

/// `recto convert --task text=WORDS`: the network goes on with the words. Without -o DIR the answer appears on standard output as it comes (in
/// Markdown and plain text; other formats when it is whole), else in DIR/text.FORMAT.
/// @return the exit code.
[[nodiscard]] int continueText(
    const ConvertArguments &arguments, pipeline::Engine &engine, Console &console, const Interrupt &interrupt);

} // namespace cli
