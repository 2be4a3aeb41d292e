// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/layout/sheet.h"

namespace layout {

/// A part of the page that is read from top to bottom: a column, or a stretch that no gutter divides.
struct Column {
    QRectF bounds;
    std::vector<int> tokens; ///< into Sheet::tokens, no particular order
    std::vector<int> objects; ///< into the objects given, no particular order
};

/// Divides a sheet into columns, in reading order (right columns first when the sheet runs from right to left).
///
/// A gutter is a tall empty strip with running text on both sides. The region is cut at the tallest: what lies above it, its left
/// side, its right side, what lies below; then each of the four in turn. Strips inside tables and beside list marks are no gutters.
/// @param tokens   those to be ordered; the others are neither seen nor returned.
/// @param objects  pictures and tables, as places that a gutter may not cross.
[[nodiscard]] std::vector<Column> readingOrder(
    const Sheet &sheet, const std::vector<int> &tokens, const std::vector<QRectF> &objects);

} // namespace layout
