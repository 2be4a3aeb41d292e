// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringView>

namespace document {

/// A cell as read from HTML.
struct TableCell {
    QString html; ///< safe, inline marks and breaks alone
    QString text;
    int rowSpan = 1;
    int columnSpan = 1;
    bool isHeader = false;
};

/// A table, or a paragraph that stands beside tables.
struct TablePart {
    QList<QList<TableCell>> rows; ///< empty for a paragraph
    QString paragraph; ///< its words, Markdown escaped by nobody

    [[nodiscard]] bool isTable() const { return !rows.isEmpty(); }
};

/// The tables of loose HTML in order, with the words between them. Formulas stay as TeX in the cells. Tables in cells become their words.
[[nodiscard]] QList<TablePart> readTables(QStringView html);

[[nodiscard]] QString tablesHtml(const QList<TablePart> &parts); ///< as safeTables; empty without a table
[[nodiscard]] QString tablesMarkdown(const QList<TablePart> &parts); ///< pipes, or HTML where cells span
[[nodiscard]] QString tablesText(const QList<TablePart> &parts); ///< a line a row, tabs between cells

} // namespace document
