// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/page_ranges.h"
#include "app/exporters/document_writer.h"
#include "app/pipeline/digitize_page.h"

#include <optional>
#include <string>
#include <vector>

namespace cli {

/// What `recto convert …` was asked.
struct ConvertArguments {
    std::vector<base::NativePath> inputs; ///< files, folders, "-"
    QList<exporters::Format> formats{exporters::Format::Markdown};
    std::optional<base::NativePath> outputFolder; ///< -o DIR
    bool toStandardOutput = false; ///< -o -
    PageRanges pages;
    pipeline::ReadOptions read;
    QString engine; ///< URL[#id]; empty: our own
    base::NativePath apiKeyFile;
    base::NativePath passwordFile;
    base::NativePath modelFolder; ///< --model; empty: RECTO_MODEL or the setting
    int concurrency = 0; ///< 0: chosen by itself
    bool isForced = false;
    bool isQuiet = false;
    bool wantsJsonLines = false;
    bool savesResults = false; ///< the official script's files too
    bool testsCompression = false;
};

/// Reads what follows `recto convert`. Pure: looks at no file.
/// @param arguments  as the system gave them, any bytes.
/// @return RequestRejected with what is wrong.
[[nodiscard]] base::Result<ConvertArguments> parseConvert(const std::vector<std::string> &arguments);

/// The text of `recto --help`.
[[nodiscard]] QString helpText();

} // namespace cli
