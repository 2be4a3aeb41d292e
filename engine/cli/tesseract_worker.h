// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace CLI {
class App;
}

namespace cli {

/// `recto-engine tesseract-worker FOLDER`: what `serve` starts to read pages; nothing for people, and not in the help.
void addTesseractWorker(CLI::App &app, int &exitCode);

} // namespace cli
