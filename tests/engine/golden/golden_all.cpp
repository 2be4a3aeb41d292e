// SPDX-License-Identifier: GPL-3.0-or-later
// golden_all GOLDEN_FOLDER SAMPLES_FOLDER: compares everything that must be bit-equal and prints the counts.
#include "tests/engine/golden/golden.h"

#include <cstdio>
#include <fstream>
#include <stdexcept>

namespace golden {

void Tally::count(const std::string &heading, bool equal, const std::string &what)
{
    Numbers &numbers = m_numbers[heading];
    ++(equal ? numbers.equal : numbers.different);
    if (!equal)
        std::printf("  different: %s: %s\n", heading.c_str(), what.substr(0, 300).c_str());
}

bool Tally::print() const
{
    bool allEqual = true;
    std::printf("%-75s %8s %10s\n", "", "equal", "different");
    for (const auto &[heading, numbers] : m_numbers) {
        std::printf("%-75s %8d %10d\n", heading.c_str(), numbers.equal, numbers.different);
        allEqual = allEqual && numbers.different == 0;
    }
    return allEqual;
}

nlohmann::json readJson(const std::filesystem::path &path)
{
    std::ifstream file(path);
    if (!file)
        throw std::runtime_error(path.string() + ": cannot be read");
    return nlohmann::json::parse(file);
}

} // namespace golden

int main(int argumentCount, char **arguments)
{
    if (argumentCount != 3) {
        std::fprintf(stderr, "usage: golden_all GOLDEN_FOLDER SAMPLES_FOLDER\n");
        return 2;
    }
    golden::Tally tally;
    const std::filesystem::path folder = arguments[1];
    golden::checkNgram(folder, tally);
    golden::checkPostprocess(folder, tally);
    golden::checkWeights(folder, tally);
    golden::checkPreprocess(folder, arguments[2], tally);
    golden::checkTokenizer(folder / "tokenizer", folder / "small", tally);
    golden::checkTokenizer(folder / "official-vocabulary", folder / "official-vocabulary", tally);
    return tally.print() ? 0 : 1;
}
