// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/native_path.h"

#include <optional>
#include <set>

namespace cli {

/// What one source's files are called.
struct OutputName {
    base::NativePath folder;
    std::string stem; ///< "report", or "report.pdf" when another source of this run has taken "report" there

    [[nodiscard]] base::NativePath file(const std::string &extension) const
    {
        return folder / (stem + "." + extension);
    }
    [[nodiscard]] std::string imagesName() const { return stem + "_images"; }
    [[nodiscard]] base::NativePath imagesFolder() const { return folder / imagesName(); }
};

/// Gives every source of one run its own output name. Pure: looks at no file.
class OutputNames {
public:
    /// @param folder  as given by -o; none: beside each source (standard input: the current folder).
    explicit OutputNames(std::optional<base::NativePath> folder)
        : m_folder(std::move(folder))
    {
    }

    /// @param path      the source; empty for standard input.
    /// @param relative  its place under the folder that was named, kept under the output folder; the bare name for a named file.
    OutputName take(const base::NativePath &path, const base::NativePath &relative);

private:
    std::optional<base::NativePath> m_folder;
    std::set<base::NativePath> m_taken; ///< folder / stem, lexically normal
};

} // namespace cli
