// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/markdown/fill_block.h"

#include "app/document/block_markdown.h"
#include "app/document/safe_html.h"
#include "app/document/tables.h"
#include "app/markdown/clean_text.h"
#include "app/markdown/labels.h"

#include <QStringList>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;
using document::Block;

namespace markdown {

namespace {

int hashesOf(QStringView line)
{
    qsizetype hashes = 0;
    while (hashes < line.size() && line[hashes] == u'#')
        ++hashes;
    const bool isHeading = hashes > 0 && hashes <= 6 && (hashes == line.size() || line[hashes].isSpace());
    return isHeading ? static_cast<int>(hashes) : 0;
}

/// The source without empty lines before and after.
QStringView trimmedLines(QStringView source)
{
    while (true) {
        const qsizetype end = source.indexOf(u'\n');
        if (end < 0 || !source.first(end).trimmed().isEmpty())
            break;
        source = source.sliced(end + 1);
    }
    while (!source.isEmpty() && source.back().isSpace())
        source.chop(1);
    return source;
}

/// Sets level and takes the hashes away. The level comes from the hashes; a label that is no heading is one only if it is one line,
/// since program text has comments with hashes.
QString takeHeading(QStringView source, Block &block)
{
    QStringList lines;
    for (const QStringView line : source.split(u'\n'))
        lines.append(line.toString());
    const bool isHeading = isHeadingLabel(block.type);
    const int hashes = hashesOf(lines.first());
    if (isHeading || (lines.size() == 1 && hashes > 0)) {
        block.level = hashes > 0 ? hashes : block.type == u"title" ? 1 : 2;
        for (QString &line : lines)
            line = line.sliced(hashesOf(line)).trimmed();
        return lines.join(u' ').trimmed();
    }
    for (QString &line : lines) {
        if (hashesOf(line) > 0)
            line.prepend(u'\\');
    }
    return lines.join(u'\n');
}

/// `![words](folder/name.png)`, as blockMarkdown writes it.
bool takePicture(QStringView source, Block &block)
{
    if (!source.startsWith(u"![") || !source.endsWith(u')') || source.contains(u'\n'))
        return false;
    const qsizetype middle = source.lastIndexOf(u"](");
    const QStringView address = source.sliced(middle + 2).chopped(1);
    if (middle < 2 || address.contains(u':'))
        return false;
    const QString path = QUrl::fromPercentEncoding(address.toUtf8());
    block.image = path.sliced(path.lastIndexOf(u'/') + 1);
    block.markdown.clear();
    block.text = document::plainText(source.sliced(2, middle - 2));
    return true;
}

bool takeTables(QStringView source, Content content, Block &block)
{
    QList<document::TablePart> parts;
    const bool hasHtml = source.contains(u"<table", Qt::CaseInsensitive);
    if (hasHtml && (content == Content::Markdown || block.type == u"table")) {
        parts = document::readTables(source);
    } else if (block.type == u"table" && source.contains(u'|') && content == Content::Markdown) {
        const QString html = document::markdownHtml(cleanMarkdown(source));
        if (html.contains("<table>"_L1))
            parts = document::readTables(html);
    }
    block.html = document::tablesHtml(parts);
    if (block.html.isEmpty())
        return false;
    block.markdown = document::tablesMarkdown(parts);
    block.text = document::tablesText(parts);
    return true;
}

} // namespace

Block fillBlock(const RawBlock &raw, Content content, int pageNumber, qsizetype index)
{
    Block block;
    block.id = u"p%1-b%2"_s.arg(pageNumber).arg(index + 1);
    block.type = raw.region.label;
    block.boxes = raw.region.boxes;
    const QStringView source = trimmedLines(raw.source);
    if (source.isEmpty() || takeTables(source, content, block))
        return block;
    if (block.type == u"image" && takePicture(source, block))
        return block;
    if (source.startsWith(u"```") || source.startsWith(u"~~~")) {
        block.markdown = source.toString();
    } else if (content == Content::PlainText) {
        const QString words = withoutCenter(source);
        block.markdown
            = document::escapedMarkdown(isHeadingLabel(block.type) ? takeHeading(words, block) : words).trimmed();
    } else if (source.contains(u"<table", Qt::CaseInsensitive)) { // a table without a cell: its words
        const QString words = document::plainText(document::safeHtml(source));
        block.markdown = document::escapedMarkdown(words);
    } else {
        block.markdown = takeHeading(cleanMarkdown(trimmedLines(withoutCenter(source))).trimmed(), block);
    }
    block.text = document::plainText(block.markdown);
    return block;
}

} // namespace markdown
