// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace CLI {
class App;
}

namespace cli {

/// preprocess --mode M [--max-tiles N] [--raw WxH] FILE…: one JSON object per picture, its grid, counts and view hashes.
void addPreprocess(CLI::App &app, int &exitCode);

} // namespace cli
