// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exporters/office/column_widths.h"

#include "app/document/tables.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace exporters {

namespace {

constexpr double padding = 3; // of a cell, in letters
constexpr double widest = 36; // longer cells are read over several lines
constexpr double lettersOfALine = 64; // of a page in a wide type
constexpr qsizetype mostColumns = 60; // Word refuses more than 63

/// Letters, padding included.
struct ColumnNeed {
    double least = padding + 1; ///< the longest word
    double wished = padding + 1; ///< the longest cell on one line
};

/// Han, kana and hangul are two letters wide.
double lettersOf(QStringView text)
{
    return static_cast<double>(
        text.size() + std::ranges::count_if(text, [](QChar c) { return c.unicode() >= 0x2E80; }));
}

double longestWord(const QString &text)
{
    static const QRegularExpression breaks(u"[\\s\\x{2E80}-\\x{FFFF}]"_s);
    double most = 0;
    for (const QString &word : text.split(breaks)) // lines break between Han characters
        most = std::max(most, lettersOf(word));
    return most;
}

/// What each column needs; a cell over several columns asks for nothing.
QList<ColumnNeed> columnNeeds(const document::TablePart &table)
{
    QList<ColumnNeed> needs;
    QList<int> covered; ///< rows that a cell from above still fills, per column
    for (const QList<document::TableCell> &row : table.rows) {
        qsizetype column = 0;
        for (const document::TableCell &cell : row) {
            while (column < covered.size() && covered[column] > 0)
                ++column;
            const qsizetype end = column + cell.columnSpan;
            if (end > mostColumns)
                break;
            if (needs.size() < end) {
                needs.resize(end);
                covered.resize(end, 0);
            }
            if (cell.columnSpan == 1) {
                ColumnNeed &need = needs[column];
                need.least = std::clamp(longestWord(cell.text) + padding, need.least, widest);
                need.wished = std::max({need.wished, need.least, std::min(lettersOf(cell.text) + padding, widest)});
            }
            std::fill(covered.begin() + column, covered.begin() + end, cell.rowSpan);
            column = end;
        }
        for (int &rows : covered)
            rows = std::max(0, rows - 1);
    }
    return needs;
}

/// Shares of a line: what is wished if there is room, else at least the longest words.
QList<double> shares(const QList<ColumnNeed> &needs)
{
    double least = 0;
    double wished = 0;
    for (const ColumnNeed &need : needs) {
        least += need.least;
        wished += need.wished;
    }
    const double room
        = std::clamp((lettersOfALine - least) / std::max(wished - least, 1.0), 0.0, 1.0); // for more than words
    const double whole = std::max(lettersOfALine, least);
    QList<double> widths;
    for (const ColumnNeed &need : needs)
        widths.append((need.least + room * (need.wished - need.least)) / whole);
    return widths;
}

QString columnGroup(const QList<double> &widths)
{
    QString group = u"<colgroup>"_s;
    for (const double width : widths)
        group.append(u"<col style=\"width: %1%\">"_s.arg(100 * width, 0, 'f', 1));
    return group + u"</colgroup>"_s;
}

} // namespace

QString withColumnWidths(QString html, const QString &source)
{
    qsizetype at = 0;
    for (const document::TablePart &part : document::readTables(source)) {
        if (!part.isTable())
            continue;
        at = html.indexOf("<table>"_L1, at);
        if (at < 0)
            break;
        at += 7;
        html.insert(at, columnGroup(shares(columnNeeds(part))));
    }
    return html;
}

} // namespace exporters
