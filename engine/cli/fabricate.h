// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace CLI {
class App;
}

namespace cli {

/// fabricate --config CONFIG.json|official --seed N -o DIR [--tokenizer F]: a model folder by the golden formula.
void addFabricate(CLI::App &app, int &exitCode);

} // namespace cli
