// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/layout/inline_text.h"
#include "app/layout/sheet.h"

namespace layout {

struct TableCell {
    int row = 0;
    int column = 0;
    int rowSpan = 1;
    int columnSpan = 1;
    std::vector<int> tokens; ///< into Sheet::tokens
};

struct Table {
    QRectF box;
    int rows = 0;
    int columns = 0;
    std::vector<TableCell> cells; ///< by row, then column; together they cover the grid once

    [[nodiscard]] std::vector<int> tokens() const;
};

/// Tables whose rules form a grid: cells without a rule between them are one cell with spans. Takes their words out of @p tokens.
/// Grids that are nearly empty (charts) or have one cell (boxes round text) are left alone.
[[nodiscard]] std::vector<Table> takeRuledTables(const Sheet &sheet, std::vector<int> &tokens);

/// Puts an empty cell wherever no cell lies, and all in order: by row, then column.
void fillGrid(Table &table);

/// Turns the columns round, for pages that run from right to left.
void mirror(Table &table);

/// <table><tr><td>…, text escaped, spans where greater than 1.
[[nodiscard]] QString tableHtml(Sheet &sheet, const Table &table, const HyphenEvidence &evidence);
/// A line for each row, cells parted by tabs.
[[nodiscard]] QString tableText(Sheet &sheet, const Table &table, const HyphenEvidence &evidence);

} // namespace layout
