// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace CLI {
class App;
}

namespace cli {

/// postprocess --size WxH --format hf|pdf < transcript: the clean text, the crops and the boxes as JSON.
void addPostprocess(CLI::App &app, int &exitCode);

} // namespace cli
