// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/complaint.h"
#include "engine/base/version.h"
#include "engine/cli/command.h"
#include "engine/runtime/device.h"

#include <CLI/CLI.hpp>

#include <cstdio>
#include <exception>
#include <string_view>

int main(int argumentCount, char **arguments)
{
    // The commands that run the network; the others start faster without.
    const std::string_view command = argumentCount > 1 ? arguments[1] : "";
    if (command == "serve" || command == "check" || command == "bench")
        runtime::makeThreadsPatient(arguments);
    CLI::App app("Reads page images with an OCR model, for recto and for any OpenAI client.", "recto-engine");
    app.set_version_flag("--version", std::string(base::productName) + " " + base::productVersion);
    app.require_subcommand(1);
    int exitCode = 0;
    for (const cli::AddCommand add : cli::commands())
        add(app, exitCode);
    try {
        app.parse(argumentCount, arguments);
    } catch (const CLI::ParseError &fault) {
        // Help and version are 0; a wrong option is 2, so that 1 stays "it was tried and failed".
        return app.exit(fault) == 0 ? 0 : 2;
    } catch (const std::exception &fault) {
        std::fprintf(stderr, "recto-engine: %s\n", base::complaintOf(fault).c_str());
        return 1;
    }
    return exitCode;
}
