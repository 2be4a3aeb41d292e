// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace CLI {
class App;
}

namespace cli {

/// ngram < cases.jsonl: one JSON array of banned ids a line.
void addNgram(CLI::App &app, int &exitCode);

} // namespace cli
