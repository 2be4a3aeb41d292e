// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace CLI {
class App;
}

namespace cli {

/// `recto-engine serve`: engine/server/README.md says what it does and how it ends.
void addServe(CLI::App &app, int &exitCode);

} // namespace cli
