// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/layout/tables.h"
#include "app/layout/text_lines.h"

namespace layout {

/// A table without a grid, among the lines of a column.
struct AlignedTable {
    std::size_t firstLine = 0;
    std::size_t lineCount = 0;
    Table table;
};

/// Finds runs of lines whose words stand in columns: the same empty strips go through (nearly) all of them, cells are short, and no
/// column is merely list marks or a table of contents' page numbers. Where rules lie between the rows, they tell which lines share a row;
/// otherwise a line that leaves the first column empty goes on with the row above.
[[nodiscard]] std::vector<AlignedTable> findAlignedTables(const Sheet &sheet, const std::vector<TextLine> &lines);

} // namespace layout
