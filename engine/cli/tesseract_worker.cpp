// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/cli/tesseract_worker.h"

#include "engine/readers/tesseract/worker.h"

#include <CLI/CLI.hpp>

#include <memory>
#include <string>

namespace cli {

void addTesseractWorker(CLI::App &app, int &)
{
    const auto folder = std::make_shared<std::string>();
    CLI::App *command = app.add_subcommand("tesseract-worker", "Read pages for an engine");
    command->group(""); // hidden
    command->add_option("folder", *folder, "Where the language data is")->required();
    command->callback([folder] { readers::runTesseractWorker(*folder); });
}

} // namespace cli
