// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/engine/golden/golden.h"

#include "engine/runtime/ngram.h"

#include <vector>

namespace golden {

void checkNgram(const std::filesystem::path &folder, Tally &tally)
{
    using Ids = std::vector<std::int32_t>;
    const auto windowed = readJson(folder / "ngram" / "windowed.json");
    for (const auto &row : windowed.at("cases")) {
        const auto banned = runtime::bannedInWindow(
            row.at("generated").get<Ids>(), row.at("n"), row.at("window"), row.at("whitelist").get<Ids>());
        tally.count("n-gram: in a window", row.at("banned").get<Ids>() == banned, row.dump());
    }
    const auto standard = readJson(folder / "ngram" / "standard.json");
    for (const auto &row : standard.at("cases")) {
        Ids sequence = row.at("prompt").get<Ids>();
        const Ids generated = row.at("generated").get<Ids>();
        sequence.insert(sequence.end(), generated.begin(), generated.end());
        tally.count("n-gram: anywhere", row.at("banned").get<Ids>() == runtime::bannedAnywhere(sequence, row.at("n")),
            row.dump());
    }
}

} // namespace golden
