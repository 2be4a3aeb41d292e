// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/output_names.h"

namespace cli {

namespace {

/// "a.pdf" → "a"; ".hidden" and "plain" stay. Only the last extension goes: "a.tar.gz" → "a.tar".
std::string stemOf(const std::string &name)
{
    const size_t dot = name.rfind('.');
    return dot == std::string::npos || dot == 0 ? name : name.substr(0, dot);
}

} // namespace

OutputName OutputNames::take(const base::NativePath &path, const base::NativePath &relative)
{
    const std::string name = path.empty() ? "stdin" : path.filename().native();
    OutputName output;
    output.folder = m_folder ? *m_folder / relative.parent_path() : path.parent_path();
    const auto isFree
        = [&](const std::string &stem) { return m_taken.insert((output.folder / stem).lexically_normal()).second; };
    output.stem = stemOf(name);
    if (isFree(output.stem))
        return output;
    output.stem = name;
    for (int next = 2; !isFree(output.stem); ++next)
        output.stem = name + "-" + std::to_string(next);
    return output;
}

} // namespace cli
