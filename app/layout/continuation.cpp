// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout/continuation.h"

#include "app/layout/script.h"

#include <cmath>

namespace layout {

namespace {

// In font sizes unless said otherwise.
constexpr double sameSize = 0.04; // of the size itself
constexpr double narrowestText = 12; // narrower columns are labels, and labels do not go on elsewhere
constexpr double otherWidth = 1.25; // ratio between the widths of two columns that do not carry one text
constexpr double roomToSpare = 1.3; // a line with more room than this behind the next word has ended

/// Whether the first word of @p second would have fitted behind the last line of @p first: then that line ended on purpose.
bool isRoomFor(const Sheet &sheet, const Paragraph &first, const Paragraph &second)
{
    const Token &next = sheet.tokens[std::size_t(second.lines.front().tokens.front())];
    const bool breaksAnywhere = !next.text.isEmpty() && isIdeographic(next.text.front().unicode());
    return first.roomAtEnd > (breaksAnywhere ? first.size : next.box.width()) + roomToSpare * first.size;
}

/// Whether two columns carry one text: equally wide, or with one margin in common where text runs round a picture or sidebar.
bool sharesMeasure(const Paragraph &first, const Paragraph &second)
{
    const QRectF &a = first.boxes.back();
    const QRectF &b = second.boxes.front();
    if (std::abs(a.left() - b.left()) < first.size || std::abs(a.right() - b.right()) < first.size)
        return true;
    const bool isOneLine = second.lines.size() == 1; // it says nothing about its column's width
    return second.columnWidth <= otherWidth * first.columnWidth
        && (isOneLine || first.columnWidth <= otherWidth * second.columnWidth);
}

bool isOneSentence(const QString &first, const QString &second)
{
    static const QString stops = QStringLiteral(".!?:\u3002\uFF01\uFF1F\u061F\u06D4\"\u201D");
    if (first.isEmpty() || second.isEmpty() || stops.contains(first.back()) || listMark(second) > 0)
        return false;
    const QChar last = first.back();
    const QChar next = second.front();
    if (isIdeographic(last.unicode()) || (last.isLetter() && !last.isLower() && !last.isUpper()))
        return isIdeographic(next.unicode()) || (next.isLetter() && !next.isUpper());
    return next.isLower() || (last == u'-' && next.isLetterOrNumber());
}

} // namespace

bool isContinuation(const Sheet &sheet, const RunningText &first, const RunningText &second)
{
    const Paragraph &a = first.paragraph;
    const Paragraph &b = second.paragraph;
    if (std::abs(a.size - b.size) > sameSize * a.size || a.isMonospace || b.isMonospace || a.isBold != b.isBold
        || a.columnWidth < narrowestText * a.size || b.startsIndented)
        return false;
    return isOneSentence(first.text, second.text) && sharesMeasure(a, b) && !isRoomFor(sheet, a, b);
}

} // namespace layout
