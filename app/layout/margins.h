// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/layout/sheet.h"

namespace layout {

/// A running head, foot or page number with its words.
struct MarginPart {
    QString type; ///< "header", "footer" or "page_number"
    std::vector<int> tokens;
    bool isAbove = false;
};

/// Takes running heads, feet and page numbers out of @p tokens: rows in the outer tenth of the page, set no larger than the body
/// and parted from it by more than its leading.
[[nodiscard]] std::vector<MarginPart> takeMargins(const Sheet &sheet, std::vector<int> &tokens);

/// "12", "– 12 –", "xii", "Page 3 of 10", "3 / 10", "第3页"
[[nodiscard]] bool isPageNumber(const QString &text);

} // namespace layout
