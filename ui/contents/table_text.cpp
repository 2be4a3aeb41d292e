// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/contents/table_text.h"

#include <QSet>

#include <algorithm>

namespace contents {

namespace {

using document::TableCell;
using document::TablePart;

/// Rows of texts with every span filled up by empty cells, so that columns stay under each other.
QList<QStringList> grid(const TablePart &table)
{
    QList<QStringList> rows(table.rows.size());
    QSet<std::pair<qsizetype, qsizetype>> taken;
    for (qsizetype row = 0; row < table.rows.size(); ++row) {
        qsizetype column = 0;
        for (const TableCell &cell : table.rows[row]) {
            while (taken.contains({row, column})) {
                rows[row].append(QString());
                ++column;
            }
            rows[row].append(cell.text);
            for (qsizetype down = 0; down < cell.rowSpan; ++down) {
                for (qsizetype right = 0; right < cell.columnSpan; ++right) {
                    if (down > 0)
                        taken.insert({row + down, column + right});
                    else if (right > 0)
                        rows[row].append(QString());
                }
            }
            column += cell.columnSpan;
        }
    }
    return rows;
}

QString inCsv(QString cell)
{
    const bool needsQuotes = cell.contains(u',') || cell.contains(u'"') || cell.contains(u'\n') || cell.contains(u'\r');
    return needsQuotes ? u'"' + cell.replace(u'"', QStringLiteral("\"\"")) + u'"' : cell;
}

} // namespace

QString tableText(const QString &html, TableFormat format)
{
    const QList<TablePart> parts = document::readTables(html);
    if (format == TableFormat::Markdown)
        return document::tablesMarkdown(parts);
    QString text;
    for (const TablePart &part : parts) {
        if (!part.isTable()) {
            text += (format == TableFormat::Csv ? inCsv(part.paragraph) : part.paragraph.simplified()) + u'\n';
            continue;
        }
        for (QStringList row : grid(part)) {
            for (QString &cell : row)
                cell = format == TableFormat::Csv ? inCsv(cell) : cell.simplified();
            text += row.join(format == TableFormat::Csv ? u',' : u'\t') + u'\n';
        }
    }
    return text;
}

TableSize tableSize(const QList<TablePart> &parts)
{
    TableSize size;
    for (const TablePart &part : parts) {
        size.rows += int(part.rows.size());
        for (const QStringList &row : grid(part))
            size.columns = std::max(size.columns, int(row.size()));
    }
    return size;
}

} // namespace contents
