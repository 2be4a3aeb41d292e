// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace CLI {
class App;
}

namespace cli {

/// `check`: runs golden cases through a model and says, stage by stage, how far it is off. See command.h.
void addCheck(CLI::App &app, int &exitCode);

} // namespace cli
