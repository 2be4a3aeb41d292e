// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/document/block_markdown.h"

#include "app/document/formulas.h"
#include "app/document/safe_html.h"

#include <QStringList>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace document {

namespace {

/// Whether @p line goes on with the paragraph above rather than begin a list item, a table row, a quotation, code, or a heading.
bool continuesParagraph(QStringView line)
{
    line = line.trimmed();
    if (line.isEmpty() || line.startsWith(u'|') || line.startsWith(u'>') || line.startsWith(u"```")
        || line.startsWith(u"~~~"))
        return false;
    if ((line[0] == u'-' || line[0] == u'*' || line[0] == u'+') && (line.size() == 1 || line[1].isSpace()))
        return false;
    if (line[0] == u'#' || line.startsWith(u"<table"))
        return false;
    qsizetype digits = 0;
    while (digits < line.size() && line[digits].isDigit())
        ++digits;
    return digits == 0 || digits + 1 >= line.size() || !(line[digits] == u'.' || line[digits] == u')')
        || !line[digits + 1].isSpace();
}

/// A line break inside a paragraph is a backslash before it, or other readers join the lines.
void appendLineBreak(QString &markdown, QStringView before, QStringView after)
{
    const qsizetype lineStart = before.lastIndexOf(u'\n') + 1;
    const QStringView line = before.sliced(lineStart).trimmed();
    const QStringView next = after.first(after.indexOf(u'\n') < 0 ? after.size() : after.indexOf(u'\n'));
    const bool isHard
        = !line.isEmpty() && !line.startsWith(u'|') && !line.startsWith(u"```") && continuesParagraph(next);
    markdown.append(isHard ? "\\\n"_L1 : "\n"_L1);
}

/// Words of Markdown outside formulas: line breaks made hard, dollars escaped where they would open a formula.
void appendWords(QString &markdown, QStringView whole, QStringView words, MathDelimiters delimiters)
{
    const qsizetype offset = words.data() - whole.data();
    for (qsizetype i = 0; i < words.size(); ++i) {
        const QChar c = words[i];
        if (c == u'\\' && i + 1 < words.size() && words[i + 1] != u'\n') {
            markdown.append(c).append(words[++i]);
        } else if (c == u'\n') {
            appendLineBreak(markdown, whole.first(offset + i), whole.sliced(offset + i + 1));
        } else {
            if (c == u'$' && delimiters == MathDelimiters::Dollars)
                markdown.append(u'\\');
            markdown.append(c);
        }
    }
}

void appendFormula(QString &markdown, QStringView whole, const FormulaPiece &piece, MathDelimiters delimiters)
{
    if (delimiters == MathDelimiters::Tex) {
        markdown.append(piece.source);
        return;
    }
    QString tex = piece.tex.toString();
    while (tex.contains("\n\n"_L1))
        tex.replace(u"\n\n"_s, u"\n"_s); // an empty line ends a formula for pandoc
    if (tex.isEmpty())
        return;
    if (piece.kind == FormulaPiece::Kind::Inline) {
        markdown.append(u'$').append(tex.replace(u'\n', u' ')).append(u'$');
        return;
    }
    const qsizetype begin = piece.source.data() - whole.data();
    const qsizetype end = begin + piece.source.size();
    const bool alone = (begin == 0 || whole[begin - 1] == u'\n') && (end == whole.size() || whole[end] == u'\n');
    markdown.append(alone ? u"$$\n%1\n$$"_s.arg(tex) : u"$$%1$$"_s.arg(tex.replace(u'\n', u' ')));
}

/// Tables with the formulas of other readers; their lines are rows already.
QString writtenTables(const QString &tables, MathDelimiters delimiters)
{
    if (delimiters == MathDelimiters::Tex)
        return tables;
    QString markdown;
    for (const FormulaPiece &piece : splitFormulas(tables)) {
        if (piece.isFormula()) {
            appendFormula(markdown, tables, piece, delimiters);
            continue;
        }
        for (const QChar c : piece.source) {
            if (c != u'$')
                markdown.append(c);
            else if (tables.startsWith("<table"_L1)) // in HTML a backslash is a letter
                markdown.append("&#36;"_L1);
            else
                markdown.append("\\$"_L1);
        }
    }
    return markdown;
}

QString written(QStringView source, MathDelimiters delimiters)
{
    QString markdown;
    if (source.contains(u"```")) { // program text stays as it is
        return source.toString();
    }
    for (const FormulaPiece &piece : splitFormulas(source)) {
        if (piece.isFormula())
            appendFormula(markdown, source, piece, delimiters);
        else
            appendWords(markdown, source, piece.source, delimiters);
    }
    return markdown;
}

} // namespace

QString blockMarkdown(const Block &block, MathDelimiters delimiters, const QString &imagesFolder)
{
    if (!block.html.isEmpty())
        return writtenTables(tablesMarkdown(block.html), delimiters);
    const QStringView source = QStringView(block.markdown).trimmed();
    QString markdown;
    if (!block.image.isEmpty()) {
        const QString folder = imagesFolder.isEmpty() ? QString() : imagesFolder + u'/';
        const QByteArray address = QUrl::toPercentEncoding(folder + block.image, "/");
        markdown = u"![%1](%2)"_s.arg(escapedMarkdown(block.text.simplified()), QString::fromLatin1(address));
        return source.isEmpty() ? markdown : markdown + u"\n\n"_s + written(source, delimiters);
    }
    if (block.level > 0 && !source.isEmpty())
        return QString(block.level, u'#') + u' ' + written(source.toString().replace(u'\n', u' '), delimiters);
    return written(source, delimiters);
}

} // namespace document
