// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/document/tables.h"

namespace contents {

enum class TableFormat { Tsv, Csv, Markdown };

/// A table for the clipboard. Cells that span others stand in their first place, the rest is empty; a line break in a cell becomes a space
/// in TSV and stays in quotes in CSV (RFC 4180).
[[nodiscard]] QString tableText(const QString &html, TableFormat format);

struct TableSize {
    int rows = 0;
    int columns = 0;
};
[[nodiscard]] TableSize tableSize(const QList<document::TablePart> &parts);

} // namespace contents
