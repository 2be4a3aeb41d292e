// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/cli/ngram.h"

#include "engine/cli/json_lines.h"
#include "engine/runtime/ngram.h"

#include <CLI/CLI.hpp>

#include <iostream>

namespace cli {

namespace {

using nlohmann::json;
using Ids = std::vector<std::int32_t>;

/// A case with a window is the sliding rule over what was generated; any other the rule over prompt and output.
json banned(const json &line)
{
    const auto n = line.at("n").get<std::int64_t>();
    const Ids generated = line.value("generated", Ids());
    if (line.contains("window"))
        return runtime::bannedInWindow(
            generated, n, line.at("window").get<std::int64_t>(), line.value("whitelist", Ids()));
    Ids sequence = line.value("prompt", Ids());
    sequence.insert(sequence.end(), generated.begin(), generated.end());
    return runtime::bannedAnywhere(sequence, n);
}

} // namespace

void addNgram(CLI::App &app, int &)
{
    CLI::App *command
        = app.add_subcommand("ngram", "Print the ids that the no-repeat rules ban, for cases as JSON lines");
    command->callback([] { answerLines(std::cin, std::cout, banned); });
}

} // namespace cli
