// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace CLI {
class App;
}

namespace cli {

/// `bench`: how fast a model runs here, beside what this machine can do at all. See command.h.
void addBench(CLI::App &app, int &exitCode);

} // namespace cli
