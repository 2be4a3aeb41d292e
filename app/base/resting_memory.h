// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace base {

/// Gives back what only work that is over needed: free memory between what is in use, and pages of program code that were looked at once
/// (the kernel still has them, and lends them again when they are used). Some milliseconds; any thread, while others go on. A debugger's
/// breakpoints are lost.
void giveBackRestingMemory();

} // namespace base
