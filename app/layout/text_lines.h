// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/layout/sheet.h"

namespace layout {

/// One printed line of a column.
struct TextLine {
    std::vector<int> tokens; ///< into Sheet::tokens, in reading order
    QRectF box;
    double size = 0; ///< the font size that most of its characters have
    bool isBold = false; ///< nearly all of it
    bool isMonospace = false; ///< nearly all of it
    bool isOtherFamily = false; ///< nearly all of it is set in another typeface than the body
    bool isCapitals = false; ///< no small letter, several capitals
    QRectF dropCapital; ///< of the large initial that it begins with; empty for none
    bool isRightToLeft = false;
};

/// Gathers words into lines, top to bottom. Superscripts join the line that they are raised from, a drop capital the first of the
/// lines beside it. Marks superscripts in @p sheet.
[[nodiscard]] std::vector<TextLine> gatherLines(Sheet &sheet, const std::vector<int> &tokens);

/// Whether the page has a space between two words that follow each other on a line.
[[nodiscard]] bool isSpaceBetween(const Sheet &sheet, const Token &first, const Token &second);

} // namespace layout
