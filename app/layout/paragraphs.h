// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/layout/text_lines.h"

namespace layout {

/// Lines that belong together: a paragraph, a heading, a list item, a listing.
struct Paragraph {
    std::vector<TextLine> lines;
    std::vector<std::size_t>
        hardBreaks; ///< lines after which the page broke although the next word had room, ascending
    std::vector<QRectF> boxes; ///< one, or two when it goes on in the next column
    double size = 0;
    bool isBold = false;
    bool isMonospace = false;
    bool isHeadingLike = false; ///< bold, or capitals in another typeface than the body
    bool endsColumn = false; ///< its last line is the column's last
    bool startsColumn = false;
    bool startsIndented
        = false; ///< its first line begins right of where the column's lines do (left, from right to left)
    double columnWidth = 0; ///< of the lines that it stands among, points
    double roomAtEnd = 0; ///< between its last line's end and the column's, points

    [[nodiscard]] QRectF box() const { return boxes.empty() ? QRectF() : boxes.front(); }
};

/// Parts the lines of one column into paragraphs by size, weight, leading, indents, list marks and lines that end early.
[[nodiscard]] std::vector<Paragraph> gatherParagraphs(const Sheet &sheet, std::vector<TextLine> lines);

/// The length of a list mark and the blanks behind it at the beginning of a line ("• ", "12. ", "(a) "), or 0.
[[nodiscard]] qsizetype listMark(QStringView text);
[[nodiscard]] bool isBullet(QStringView mark);

} // namespace layout
