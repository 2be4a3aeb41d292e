// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/document/tables.h"

#include "app/document/block_markdown.h"
#include "app/document/formulas.h"
#include "app/document/html_tokens.h"
#include "app/document/html_tree.h"
#include "app/document/markdown_events.h"
#include "app/document/safe_html.h"

#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace document {

namespace {

/// A cell's content as inline HTML: blocks inside it become line breaks, a table inside it its words.
void appendInline(const GumboNode *node, QString &html)
{
    const QString name = elementName(node);
    if (isText(node)) {
        html.append(QString::fromUtf8(node->v.text.text).toHtmlEscaped());
    } else if (name == u"br") {
        html.append("<br>"_L1);
    } else if (isInlineMark(name)) {
        QString inside;
        for (const GumboNode *child : childrenOf(node))
            appendInline(child, inside);
        if (!inside.isEmpty())
            html.append(u"<%1>"_s.arg(name)).append(inside).append(u"</%1>"_s.arg(name));
    } else {
        const bool isBlock = name != u"a";
        if (isBlock && !html.isEmpty() && !html.endsWith("<br>"_L1))
            html.append("<br>"_L1);
        for (const GumboNode *child : childrenOf(node))
            appendInline(child, html);
    }
}

/// Collects the parts of a fragment in order.
class TableReader {
public:
    explicit TableReader(const FormulasAside &formulas)
        : m_formulas(formulas)
    {
    }

    QList<TablePart> parts;

    void read(const GumboNode *node)
    {
        if (isElement(node, GUMBO_TAG_TABLE)) {
            endParagraph();
            parts.append(TablePart());
            readRows(node, parts.last());
            if (parts.last().rows.isEmpty())
                parts.removeLast();
            return;
        }
        if (isText(node)) {
            m_words.append(QString::fromUtf8(node->v.text.text));
            return;
        }
        for (const GumboNode *child : childrenOf(node))
            read(child);
        if (const QString name = elementName(node); name == u"br" || (!isInlineMark(name) && name != u"a"))
            m_words.append(u'\n');
    }

    /// Loose words become a paragraph; lines of cells parted by bars become rows of the table before.
    void endParagraph()
    {
        QStringList paragraph;
        const QStringList lines = m_words.split(u'\n');
        for (const QString &line : lines) {
            if (line.contains(u'|') && !parts.isEmpty() && parts.last().isTable() && paragraph.isEmpty())
                appendBarRow(line, parts.last());
            else if (!line.trimmed().isEmpty())
                paragraph.append(m_formulas.restored(line.trimmed()));
        }
        m_words.clear();
        if (!paragraph.isEmpty())
            parts.append({{}, paragraph.join(u'\n')});
    }

private:
    void readRows(const GumboNode *node, TablePart &table)
    {
        for (const GumboNode *child : childrenOf(node)) {
            if (isElement(child, GUMBO_TAG_CAPTION)) {
                appendWords(child, m_words);
            } else if (isElement(child, GUMBO_TAG_TR)) {
                QList<TableCell> row;
                for (const GumboNode *cell : childrenOf(child)) {
                    if (isElement(cell, GUMBO_TAG_TD) || isElement(cell, GUMBO_TAG_TH))
                        row.append(readCell(cell));
                }
                if (!row.isEmpty())
                    table.rows.append(row);
            } else if (!isText(child)) {
                readRows(child, table); // thead, tbody, tfoot
            }
        }
    }

    TableCell readCell(const GumboNode *node) const
    {
        TableCell cell;
        QString html;
        QString words;
        for (const GumboNode *child : childrenOf(node)) {
            appendInline(child, html);
            appendWords(child, words);
        }
        html.replace(u'\n', u' ');
        m_formulas.restore(
            html, [&](QStringView piece) { cell.html.append(piece); },
            [&](const FormulaPiece &piece) {
                cell.html.append(decodedEntities(piece.source).replace(u'\n', u' ').toHtmlEscaped());
            });
        cell.html = cell.html.trimmed();
        cell.text = decodedEntities(m_formulas.restored(words)).trimmed();
        cell.rowSpan = spanOf(node, "rowspan");
        cell.columnSpan = spanOf(node, "colspan");
        cell.isHeader = isElement(node, GUMBO_TAG_TH);
        return cell;
    }

    void appendBarRow(QStringView line, TablePart &table) const
    {
        line = line.trimmed();
        if (line.startsWith(u'|'))
            line = line.sliced(1);
        if (line.endsWith(u'|'))
            line.chop(1);
        if (std::ranges::all_of(line, [](QChar c) { return c == u'-' || c == u':' || c == u'|' || c.isSpace(); }))
            return;
        QList<TableCell> row;
        for (const QStringView words : line.split(u'|')) {
            TableCell cell;
            cell.text = m_formulas.restored(words.trimmed());
            cell.html = cell.text.toHtmlEscaped();
            row.append(cell);
        }
        table.rows.append(row);
    }

    const FormulasAside &m_formulas;
    QString m_words;
};

bool isSimple(const TablePart &table)
{
    return std::ranges::all_of(table.rows, [](const QList<TableCell> &row) {
        return std::ranges::all_of(
            row, [](const TableCell &cell) { return cell.rowSpan == 1 && cell.columnSpan == 1; });
    });
}

QString tableHtml(const TablePart &table, QStringView rowEnd)
{
    QString html = u"<table>"_s.append(rowEnd);
    for (const QList<TableCell> &row : table.rows) {
        html.append("<tr>"_L1);
        for (const TableCell &cell : row) {
            const QChar kind = cell.isHeader ? u'h' : u'd';
            html.append("<t"_L1).append(kind);
            if (cell.rowSpan > 1)
                html.append(u" rowspan=\"%1\""_s.arg(cell.rowSpan));
            if (cell.columnSpan > 1)
                html.append(u" colspan=\"%1\""_s.arg(cell.columnSpan));
            html.append(u'>').append(cell.html).append("</t"_L1).append(kind).append(u'>');
        }
        html.append("</tr>"_L1).append(rowEnd);
    }
    return html.append("</table>"_L1);
}

/// Words as Markdown in the middle of a line, where nothing is a list or a heading; blanks at the ends stay.
QString escapedInline(QStringView words)
{
    return escapedMarkdown(QString(u'.').append(words).append(u'.')).sliced(1).chopped(1);
}

/// A cell's HTML as Markdown inside a pipe table: marks stay HTML, letters are escaped, bars too.
QString cellMarkdown(const TableCell &cell)
{
    QString markdown;
    QStringView rest = cell.html;
    const auto appendText = [&](QStringView escapedHtml) {
        const QString text = decodedEntities(escapedHtml);
        for (const FormulaPiece &piece : splitFormulas(text))
            markdown.append(piece.isFormula() ? piece.source.toString() : escapedInline(piece.source));
    };
    while (!rest.isEmpty()) {
        const qsizetype at = rest.indexOf(u'<');
        appendText(at < 0 ? rest : rest.first(at));
        if (at < 0)
            break;
        const qsizetype end = rest.indexOf(u'>', at);
        markdown.append(rest.sliced(at, end + 1 - at));
        rest = rest.sliced(end + 1);
    }
    return markdown.replace(u'|', u"\\|"_s).trimmed();
}

QString pipeTable(const TablePart &table)
{
    qsizetype columns = 0;
    for (const QList<TableCell> &row : table.rows)
        columns = std::max(columns, row.size());
    QStringList lines;
    for (const QList<TableCell> &row : table.rows) {
        QString line = u"|"_s;
        for (qsizetype i = 0; i < columns; ++i)
            line.append(u' ').append(i < row.size() ? cellMarkdown(row[i]) : QString()).append(" |"_L1);
        lines.append(line);
        if (lines.size() == 1)
            lines.append(u"|"_s + u" --- |"_s.repeated(columns));
    }
    return lines.join(u'\n');
}

} // namespace

QList<TablePart> readTables(QStringView html)
{
    const FormulasAside formulas(html);
    const HtmlTree tree(allowedTags(formulas.text()));
    TableReader reader(formulas);
    reader.read(tree.root());
    reader.endParagraph();
    return reader.parts;
}

QString safeTables(QStringView html)
{
    return tablesHtml(readTables(html));
}

QString tablesMarkdown(QStringView html)
{
    return tablesMarkdown(readTables(html));
}

QString tablesText(QStringView html)
{
    return tablesText(readTables(html));
}

QString tablesHtml(const QList<TablePart> &parts)
{
    if (std::ranges::none_of(parts, &TablePart::isTable))
        return {};
    QString safe;
    for (const TablePart &part : parts)
        safe.append(part.isTable() ? tableHtml(part, {})
                                   : u"<p>%1</p>"_s.arg(part.paragraph.toHtmlEscaped().replace(u'\n', u"<br>"_s)));
    return safe;
}

QString tablesMarkdown(const QList<TablePart> &parts)
{
    QStringList pieces;
    for (const TablePart &part : parts) {
        if (!part.isTable())
            pieces.append(escapedMarkdown(part.paragraph));
        else
            pieces.append(isSimple(part) ? pipeTable(part) : tableHtml(part, u"\n"));
    }
    return pieces.join(u"\n\n"_s);
}

QString tablesText(const QList<TablePart> &parts)
{
    QStringList lines;
    for (const TablePart &part : parts) {
        if (!part.isTable())
            lines.append(part.paragraph);
        for (const QList<TableCell> &row : part.rows) {
            QStringList cells;
            for (const TableCell &cell : row)
                cells.append(cell.text.simplified());
            lines.append(cells.join(u'\t'));
        }
    }
    return lines.join(u'\n');
}

} // namespace document
