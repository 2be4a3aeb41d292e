// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/markdown/clean_text.h"

#include "app/document/formulas.h"
#include "app/document/html_tokens.h"
#include "app/document/markdown_events.h"

#include <QSet>
#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace markdown {

namespace {

constexpr qsizetype longestCodeSpan = 2000; // a backtick whose partner is further away is a letter
constexpr int deepestContainers = 8; // quotations and lists in one another; a page has two or three

bool isSmallLetter(QStringView text, qsizetype at)
{
    return at >= 0 && at < text.size() && text[at].isLetter() && text[at].isLower();
}

bool isConjunction(QStringView word)
{
    static const QSet<QString> words{u"and"_s, u"or"_s, u"nor"_s, u"to"_s, u"as"_s, u"und"_s, u"oder"_s, u"bis"_s,
        u"bzw"_s, u"sowie"_s, u"wie"_s, u"et"_s, u"ou"_s, u"y"_s, u"o"_s, u"e"_s, u"i"_s, u"ed"_s, u"en"_s, u"och"_s,
        u"og"_s};
    return words.contains(word.toString());
}

/// `\[ 1995 \]` amid words: brackets that the model escaped, no formula.
bool isEscapedBracket(const document::FormulaPiece &piece, QStringView whole)
{
    if (piece.kind != document::FormulaPiece::Kind::Display || piece.tex.isEmpty() || piece.tex.size() > 12)
        return false;
    if (!std::ranges::all_of(piece.tex, [](QChar c) { return c >= u'0' && c <= u'9'; }))
        return false;
    const qsizetype begin = piece.source.data() - whole.data();
    const qsizetype end = begin + piece.source.size();
    const bool startsLine = whole.first(begin).trimmed().isEmpty() || whole.first(begin).endsWith(u'\n');
    const bool endsLine = end == whole.size() || whole[end] == u'\n';
    return !(startsLine && endsLine);
}

/// Length of the code span at @p at, its backticks included; 0 when none closes nearby.
qsizetype codeSpanLength(QStringView text, qsizetype at)
{
    qsizetype ticks = 0;
    while (at + ticks < text.size() && text[at + ticks] == u'`')
        ++ticks;
    const QStringView window = text.sliced(at, std::min(text.size() - at, longestCodeSpan));
    for (qsizetype i = ticks; i < window.size();) {
        qsizetype run = 0;
        while (i + run < window.size() && window[i + run] == u'`')
            ++run;
        if (run == ticks)
            return i + run;
        i += std::max<qsizetype>(run, 1);
    }
    return 0;
}

/// A link's address that may not be followed: anything but http, https and mailto. @p at stands on `](`.
bool isForeignLink(QStringView text, qsizetype at)
{
    QStringView address = text.sliced(at + 2, std::min<qsizetype>(text.size() - at - 2, 40)).trimmed();
    if (address.startsWith(u'<'))
        address = address.sliced(1);
    return !document::isSafeLink(address);
}

/// What stands at `<`: kept marks are rewritten without attributes, everything else becomes letters.
qsizetype appendTag(QString &cleaned, QStringView text, qsizetype at)
{
    const QStringView rest = text.sliced(at);
    const document::HtmlTag tag = document::readTag(rest);
    if (tag.length > 0 && document::isInlineMark(tag.name)) {
        cleaned.append(tag.isEnd ? "</"_L1 : "<"_L1).append(tag.name).append(u'>');
        return tag.length;
    }
    const bool isAddress = document::isSafeLink(rest.sliced(1).first(std::min<qsizetype>(rest.size() - 1, 10)));
    const bool opensMarkup = !isAddress && rest.size() > 1 && !rest[1].isSpace();
    if (opensMarkup)
        cleaned.append(u'\\');
    cleaned.append(u'<');
    return 1;
}

/// A code span is copied as it is behind the words so far; backticks without a partner become letters. Returns the length read.
qsizetype appendTicks(QString &whole, QString &words, QStringView text, qsizetype at)
{
    if (const qsizetype code = codeSpanLength(text, at); code > 0) {
        whole.append(joinedHyphens(words)).append(text.sliced(at, code));
        words.clear();
        return code;
    }
    qsizetype ticks = 0;
    for (; at + ticks < text.size() && text[at + ticks] == u'`'; ++ticks)
        words.append("\\`"_L1);
    return ticks;
}

bool isAsciiWord(QStringView text, qsizetype at)
{
    return at >= 0 && at < text.size() && text[at].unicode() < 128 && text[at].isLetterOrNumber();
}

/// Stars between letters without a blank are a product or a power (`6*x**2`), not a mark. Returns how many were written.
qsizetype appendStars(QString &cleaned, QStringView text, qsizetype at)
{
    qsizetype stars = 0;
    while (at + stars < text.size() && text[at + stars] == u'*')
        ++stars;
    const bool isOperator = isAsciiWord(text, at - 1) && isAsciiWord(text, at + stars);
    for (qsizetype i = 0; i < stars; ++i)
        cleaned.append(isOperator ? "\\*"_L1 : "*"_L1);
    return stars;
}

QString cleanWords(QStringView text)
{
    QString whole;
    QString cleaned; // since the last code span
    for (qsizetype i = 0; i < text.size();) {
        const QChar c = text[i];
        const QChar next = i + 1 < text.size() ? text[i + 1] : QChar();
        if (c == u'\\' && i + 1 < text.size()) {
            cleaned.append(c).append(next);
            i += 2;
        } else if (c == u'`') {
            i += appendTicks(whole, cleaned, text, i);
        } else if (c == u'*') {
            i += appendStars(cleaned, text, i);
        } else if (c == u'<') {
            i += appendTag(cleaned, text, i);
        } else {
            const bool isForeignPicture = c == u'!' && next == u'['; // a picture from elsewhere: a link at most
            const bool endsForeignLink = c == u']' && (next == u':' || (next == u'(' && isForeignLink(text, i)));
            if (isForeignPicture || endsForeignLink)
                cleaned.append(u'\\');
            cleaned.append(c);
            ++i;
        }
    }
    return whole.append(joinedHyphens(cleaned));
}

/// A row of `=` or `-` under words would make them a heading, more quotation marks than any page has a parser slow.
bool isForeignMarkup(QStringView line)
{
    if (line.size() > 1 && std::ranges::all_of(line, [&](QChar c) { return c == line[0] && (c == u'=' || c == u'-'); }))
        return true;
    int markers = 0;
    for (const QChar c : line) {
        if (!c.isSpace() && !u">-+*.)"_s.contains(c) && !c.isDigit())
            break;
        markers += !c.isSpace() && !c.isDigit();
    }
    return markers > deepestContainers;
}

QString cleanLines(QStringView source)
{
    QStringList lines;
    for (QStringView line : source.split(u'\n')) {
        while (!line.isEmpty() && line.back().isSpace())
            line.chop(1);
        if (line.endsWith(u'\\') && !line.endsWith(u"\\\\"))
            line.chop(1); // a hard break of Markdown's: the newline says it
        QString cleaned = line.toString();
        if (isForeignMarkup(line.trimmed()))
            cleaned = u'\\' + line.trimmed().toString();
        lines.append(cleaned);
    }
    return lines.join(u'\n');
}

} // namespace

QString joinedHyphens(QStringView words)
{
    QString joined;
    joined.reserve(words.size());
    for (qsizetype i = 0; i < words.size(); ++i) {
        joined.append(words[i]);
        const bool isBroken = words[i] == u'-' && i + 1 < words.size() && words[i + 1] == u' '
            && isSmallLetter(words, i - 1) && isSmallLetter(words, i + 2);
        if (!isBroken)
            continue;
        qsizetype end = i + 2;
        while (end < words.size() && end < i + 40 && words[end].isLetter())
            ++end;
        if (!isConjunction(words.sliced(i + 2, end - i - 2)))
            ++i;
    }
    return joined;
}

QString withoutCenter(QStringView source)
{
    QString rest = source.toString();
    for (const QString &tag : {u"<center>"_s, u"</center>"_s})
        rest.replace(tag, QString(), Qt::CaseInsensitive);
    return rest;
}

QString cleanMarkdown(QStringView source)
{
    const QString lines = cleanLines(source);
    QString cleaned;
    for (const document::FormulaPiece &piece : document::splitFormulas(lines)) {
        if (!piece.isFormula())
            cleaned.append(cleanWords(piece.source));
        else if (isEscapedBracket(piece, lines))
            cleaned.append(u'[').append(piece.tex).append(u']');
        else
            cleaned.append(piece.source);
    }
    return cleaned;
}

} // namespace markdown
