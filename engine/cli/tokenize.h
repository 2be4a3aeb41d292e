// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace CLI {
class App;
}

namespace cli {

/// tokenize --model DIR [--decode [--skip-special]] < lines: one JSON array of ids a line, or the reverse.
void addTokenize(CLI::App &app, int &exitCode);

} // namespace cli
