// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/arguments.h"
#include "app/cli/output_names.h"

#include <vector>

namespace cli {

/// One source of a run and where its files go.
struct PlannedSource {
    base::NativePath path;
    QString shown; ///< the path as it was named, for error lines and events; not yet printable
    OutputName output;
    QList<exporters::Format> formats; ///< those whose file may be written
    bool isStandardInput = false;
};

/// What is to be done, and what cannot be.
struct Plan {
    struct Problem {
        QString shown;
        base::Error error;
    };
    std::vector<PlannedSource> sources;
    std::vector<Problem> problems;
    int passedOver = 0; ///< files in folders that are no documents
};

/// Lists the sources, names their files and looks before anything is read whether these may be written: not over a source, not over
/// a file that exists (unless forced), in a folder that can be written.
/// @param standardInput  a file with the bytes of standard input, where one of the inputs is "-".
[[nodiscard]] Plan makePlan(const ConvertArguments &arguments, const base::NativePath &standardInput);

} // namespace cli
