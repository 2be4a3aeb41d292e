// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout/margins.h"

#include "app/layout/script.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace layout {

namespace {

constexpr double marginShare = 0.1; // of the page's height: where running heads and feet stand
constexpr double numberShare = 0.18; // a page number alone may stand further in
constexpr double largestSize = 1.15; // against the body
constexpr double clearance = 0.75; // of the body size, between the row and the text
constexpr double partGap = 2.0; // of the body size: a wider gap parts a running head from a page number
constexpr int mostRows = 3;
constexpr qsizetype mostWidths = 160;

struct Row {
    QRectF box;
    std::vector<int> tokens;
};

/// Rows over the whole width, top to bottom; what overlaps in height is one row.
std::vector<Row> rowsOf(const Sheet &sheet, std::vector<int> tokens)
{
    const auto boxOf = [&](int i) -> const QRectF & { return sheet.tokens[std::size_t(i)].box; };
    std::sort(
        tokens.begin(), tokens.end(), [&](int a, int b) { return boxOf(a).center().y() < boxOf(b).center().y(); });
    std::vector<Row> rows;
    for (const int token : tokens) {
        const QRectF &box = boxOf(token);
        if (rows.empty() || box.center().y() > rows.back().box.bottom() - 0.2 * box.height())
            rows.push_back({box, {token}});
        else {
            rows.back().box = rows.back().box.united(box);
            rows.back().tokens.push_back(token);
        }
    }
    return rows;
}

QString textOf(const Sheet &sheet, const std::vector<int> &tokens)
{
    QString text;
    for (const int token : tokens)
        text += (text.isEmpty() ? QString() : QStringLiteral(" ")) + sheet.tokens[std::size_t(token)].text;
    return text;
}

bool isSmall(const Sheet &sheet, const Row &row)
{
    return std::all_of(row.tokens.begin(), row.tokens.end(), [&](int t) {
        return sheet.tokens[std::size_t(t)].size <= largestSize * sheet.bodySize;
    }) && letterWidths(textOf(sheet, row.tokens)) <= mostWidths;
}

/// The pieces of a row between wide gaps, each told by what it says.
void addParts(const Sheet &sheet, Row row, bool isAbove, std::vector<MarginPart> &parts)
{
    const auto boxOf = [&](int i) -> const QRectF & { return sheet.tokens[std::size_t(i)].box; };
    std::sort(row.tokens.begin(), row.tokens.end(), [&](int a, int b) { return boxOf(a).left() < boxOf(b).left(); });
    std::vector<std::vector<int>> pieces;
    double reached = 0;
    for (const int token : row.tokens) {
        if (pieces.empty() || boxOf(token).left() - reached > partGap * sheet.bodySize)
            pieces.emplace_back();
        pieces.back().push_back(token);
        reached = std::max(reached, boxOf(token).right());
    }
    for (std::vector<int> &piece : pieces) {
        const bool isNumber = isPageNumber(textOf(sheet, piece));
        parts.push_back({isNumber ? QStringLiteral("page_number")
                : isAbove         ? QStringLiteral("header")
                                  : QStringLiteral("footer"),
            std::move(piece), isAbove});
    }
}

/// The usual gap between rows: a page set with double spacing has no running heads for that.
double usualGap(const std::vector<Row> &rows)
{
    std::vector<double> gaps;
    for (std::size_t i = 1; i < rows.size(); ++i)
        gaps.push_back(rows[i].box.top() - rows[i - 1].box.bottom());
    if (gaps.size() < 8)
        return 0;
    const auto middle = gaps.begin() + std::ptrdiff_t(gaps.size() / 2);
    std::nth_element(gaps.begin(), middle, gaps.end());
    return std::max(0.0, *middle);
}

/// How many rows from the outer edge are margin.
std::size_t countMarginRows(const Sheet &sheet, const std::vector<Row> &rows, bool isAbove)
{
    const double wideGap = std::max(clearance * sheet.bodySize, 1.5 * usualGap(rows));
    const double height = sheet.size.height();
    const auto at = [&](std::size_t i) -> const Row & { return rows[isAbove ? i : rows.size() - 1 - i]; };
    std::size_t last = 0;
    for (std::size_t i = 0; i < std::min<std::size_t>(mostRows, rows.size()); ++i) {
        const Row &row = at(i);
        const double middle = row.box.center().y();
        const double depth = isAbove ? middle : height - middle;
        const bool isNumber = isPageNumber(textOf(sheet, row.tokens));
        if (depth > (isNumber && i == 0 ? numberShare : marginShare) * height || !isSmall(sheet, row))
            break;
        if (i + 1 == rows.size())
            return isNumber ? i + 1 : last; // nothing else on the page: text, unless it is a bare number
        const double gap = isAbove ? at(i + 1).box.top() - row.box.bottom() : row.box.top() - at(i + 1).box.bottom();
        if (gap >= wideGap)
            last = i + 1;
    }
    return last;
}

} // namespace

bool isPageNumber(const QString &text)
{
    static const QRegularExpression number(
        QStringLiteral(
            "^\\s*(?:[-\u2013\u2014|\u00B7.]\\s*)?"
            "(?:(?:page:?|p\\.|seite|s\\.|pagina|p\u00E1gina|\u0441\\.|\u0441\u0442\u0440\\.)?\\s*(?:\\d{1,4}|"
            "[ivxlc]{1,7})"
            "(?:\\s*(?:/|of|von|sur|de|di|\u0438\u0437)\\s*\\d{1,4})?|\u7B2C\\s*\\d{1,4}\\s*[\u9875\u9801])"
            "(?:\\s*[-\u2013\u2014|\u00B7.])?\\s*$"),
        QRegularExpression::CaseInsensitiveOption);
    return number.match(text).hasMatch();
}

std::vector<MarginPart> takeMargins(const Sheet &sheet, std::vector<int> &tokens)
{
    const std::vector<Row> rows = rowsOf(sheet, tokens);
    std::vector<MarginPart> parts;
    const std::size_t above = countMarginRows(sheet, rows, true);
    const std::size_t below = std::min(countMarginRows(sheet, rows, false), rows.size() - above);
    for (std::size_t i = 0; i < above; ++i)
        addParts(sheet, rows[i], true, parts);
    for (std::size_t i = rows.size() - below; i < rows.size(); ++i)
        addParts(sheet, rows[i], false, parts);
    std::vector<bool> isTaken(sheet.tokens.size(), false);
    for (const MarginPart &part : parts) {
        for (const int token : part.tokens)
            isTaken[std::size_t(token)] = true;
    }
    std::erase_if(tokens, [&](int token) { return isTaken[std::size_t(token)]; });
    return parts;
}

} // namespace layout
