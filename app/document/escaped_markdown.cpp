// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/document/block_markdown.h"

#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace document {

namespace {

bool isWordCharacter(QStringView text, qsizetype index)
{
    return index >= 0 && index < text.size() && (text[index].isLetterOrNumber() || text[index].isSurrogate());
}

bool startsEntity(QStringView text)
{
    qsizetype end = 1;
    while (end < text.size() && end < 40 && (isWordCharacter(text, end) || text[end] == u'#'))
        ++end;
    return end > 1 && end < text.size() && text[end] == u';';
}

bool needsBackslash(QStringView line, qsizetype i)
{
    const QChar next = i + 1 < line.size() ? line[i + 1] : QChar(u' ');
    switch (line[i].unicode()) {
    case u'\\':
    case u'*':
    case u'`':
    case u'~':
        return true;
    case u'_': // inside a word it means nothing
        return !(isWordCharacter(line, i - 1) && isWordCharacter(line, i + 1));
    case u'<':
        return !next.isSpace();
    case u'&':
        return startsEntity(line.sliced(i));
    case u']': // `[` is never escaped: that would open a formula
        return next == u'(' || next == u'[' || next == u':';
    default:
        return false;
    }
}

/// Where a backslash keeps the line from becoming a heading, list, quotation, ruler, table or fence; -1 for nowhere.
qsizetype startOfBlockMarkup(QStringView line)
{
    if (line.isEmpty())
        return -1;
    const QChar first = line[0];
    const auto spaceAfter = [&](qsizetype i) { return i == line.size() || line[i].isSpace(); };
    const bool onlyRules = std::ranges::all_of(line, [](QChar c) { return u"-:|=_+ \t"_s.contains(c); });
    if (first == u'>' || (onlyRules && first != u'_'))
        return 0;
    if ((first == u'-' || first == u'+') && spaceAfter(1))
        return 0;
    qsizetype end = 0;
    while (end < line.size() && line[end] == u'#')
        ++end;
    if (end > 0 && end <= 6 && spaceAfter(end))
        return 0;
    for (end = 0; end < line.size() && end < 10 && line[end] >= u'0' && line[end] <= u'9';)
        ++end;
    if (end > 0 && end < 10 && end < line.size() && (line[end] == u'.' || line[end] == u')') && spaceAfter(end + 1))
        return end;
    return -1;
}

} // namespace

QString escapedMarkdown(QStringView plain)
{
    QString markdown;
    markdown.reserve(plain.size() + plain.size() / 16);
    const auto lines = plain.split(u'\n');
    for (qsizetype n = 0; n < lines.size(); ++n) {
        if (n > 0)
            markdown.append(u'\n');
        const QStringView line = lines[n].trimmed();
        const qsizetype markup = startOfBlockMarkup(line);
        for (qsizetype i = 0; i < line.size(); ++i) {
            if (i == markup || needsBackslash(line, i))
                markdown.append(u'\\');
            markdown.append(line[i]);
        }
    }
    return markdown;
}

} // namespace document
