// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

#include <functional>

namespace document {

/// Turns the TeX of a formula (without delimiters) into HTML; what it returns is not looked at again.
using FormulaHtml = std::function<QString(const QString &tex, bool display)>;

/// Block::markdown → an HTML fragment of allowed elements only. A newline is a line break. HTML inside the Markdown passes
/// @c safeHtml. Formulas become what @p formula makes of them; without it, TeX in \( … \) and \[ … \].
[[nodiscard]] QString markdownHtml(QStringView markdown, const FormulaHtml &formula = {});

/// Any HTML → the same through an HTML parser and an allow-list, tags closed and nested well: text, links to http, https and
/// mailto, inline marks, lists, tables with rowspan and colspan. No script, style, event, id, class or foreign source survives.
/// Never fails; linear time; nesting deeper than any page has becomes plain text.
[[nodiscard]] QString safeHtml(QStringView html, const FormulaHtml &formula = {});

/// Block::html of a table region's content: its <table>s, cleaned, with loose text as <p> and `a | b` lines after a table as rows of it.
/// Empty when there is no table with a cell in it.
[[nodiscard]] QString safeTables(QStringView html);

/// Tables of @c safeTables as Markdown: pipes, or HTML for a table whose cells span.
[[nodiscard]] QString tablesMarkdown(QStringView html);
/// Tables of @c safeTables as text: a line a row, tabs between cells.
[[nodiscard]] QString tablesText(QStringView html);

} // namespace document
