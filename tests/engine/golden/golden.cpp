// SPDX-License-Identifier: GPL-3.0-or-later
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

int Tally::allEqual(const std::string &heading) const
{
    int equal = 0, different = 0;
    for (const auto &[name, numbers] : m_numbers)
        if (name.starts_with(heading)) {
            equal += numbers.equal;
            different += numbers.different;
        }
    return different == 0 && equal > 0 ? equal : -1;
}

nlohmann::json readJson(const std::filesystem::path &path)
{
    std::ifstream file(path);
    if (!file)
        throw std::runtime_error(path.string() + ": cannot be read");
    return nlohmann::json::parse(file);
}

} // namespace golden
