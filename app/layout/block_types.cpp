// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout/block_types.h"

#include "app/document/block_markdown.h"
#include "app/layout/script.h"

#include <QRegularExpression>

#include <algorithm>
#include <cmath>

namespace layout {

namespace {

// Sizes against the body. Steps of a typical type scale (12, 14, 17, 20 over 10), so that the levels of a document's pages agree.
constexpr double titleSize = 1.6;
constexpr double sectionSize = 1.3;
constexpr double headingSize = 1.15;
constexpr qsizetype longestHeading = 200; // half-width characters
constexpr qsizetype longestBoldHeading = 120;
constexpr std::size_t mostHeadingLines = 4;
constexpr qsizetype mostIndent = 200; // characters
constexpr double footnoteSize = 0.93;

/// A lone letter is a label in a picture.
bool hasLetters(const QString &text)
{
    qsizetype widths = 0;
    for (const QChar c : text)
        widths += c.isLetter() ? std::max<qsizetype>(1, letterWidths(QString(c))) : 0;
    return widths > 1;
}

/// More signs and single letters than words.
bool isFormulaLike(const QString &text)
{
    qsizetype signs = 0;
    qsizetype words = 0;
    qsizetype lone = 0;
    for (const QString &word : text.split(u' ', Qt::SkipEmptyParts)) {
        const bool isSign
            = std::any_of(word.cbegin(), word.cend(), [](QChar c) { return c.category() == QChar::Symbol_Math; });
        const auto letters = std::count_if(word.cbegin(), word.cend(), [](QChar c) { return c.isLetter(); });
        signs += isSign ? 1 : 0;
        if (letters >= 3 || letterWidths(word) > word.size())
            ++words;
        else
            ++lone;
    }
    return words == 0 ? signs > 0 || lone > 2 : signs > words;
}

bool isBodyBold(const Sheet &sheet)
{
    qsizetype bold = 0;
    qsizetype all = 0;
    for (const Token &token : sheet.tokens) {
        all += token.text.size();
        bold += sheet.wordOf(token).font.bold ? token.text.size() : 0;
    }
    return bold * 2 > all;
}

/// "2" → 2, "2.1" → 3, "2.1.3" → 4; 0 for none.
int levelByNumber(const QString &text)
{
    static const QRegularExpression number(QStringLiteral("^(\\d{1,2}(?:\\.\\d{1,2}){0,3})\\.?\\s+\\p{L}"));
    const auto match = number.match(text);
    return match.hasMatch() ? int(match.captured(1).count(u'.')) + 2 : 0;
}

QString fenced(const QString &code)
{
    QString fence = QStringLiteral("```");
    while (code.contains(fence))
        fence += u'`';
    return fence + u'\n' + code + u'\n' + fence;
}

InlineText listing(const Sheet &sheet, const Paragraph &paragraph)
{
    double left = paragraph.lines.front().box.left();
    double advance = 0;
    qsizetype characters = 0;
    for (const TextLine &line : paragraph.lines) {
        left = std::min(left, line.box.left());
        for (const int index : line.tokens) {
            advance += sheet.tokens[std::size_t(index)].box.width();
            characters += sheet.tokens[std::size_t(index)].text.size();
        }
    }
    const double pitch = characters > 0 && advance > 0 ? advance / double(characters) : sheet.bodySize;
    QStringList lines;
    for (const TextLine &line : paragraph.lines) {
        const auto indent = qsizetype(std::lround((line.box.left() - left) / pitch));
        QString text(std::min(indent, mostIndent), u' ');
        const Token *last = nullptr;
        for (const int index : line.tokens) {
            const Token &token = sheet.tokens[std::size_t(index)];
            if (last != nullptr) { // letters set apart leave gaps too, but narrower ones than a character
                const double gap = (token.box.left() - last->box.right()) / pitch;
                text += QString(std::clamp<qsizetype>(qsizetype(std::lround(gap - 0.2)), 0, mostIndent), u' ');
            }
            text += token.text;
            last = &token;
        }
        lines.append(text);
    }
    const QString code = lines.join(u'\n');
    return {fenced(code), code};
}

/// The mark of a list item as Markdown has it.
QString markdownMark(const QString &mark)
{
    static const QRegularExpression number(QStringLiteral("^(\\d{1,3})([.)])\\s+$"));
    const auto match = number.match(mark);
    if (match.hasMatch())
        return match.captured(1) + match.captured(2) + u' ';
    const bool isDash = mark.size() > 1 && QStringLiteral("-\u2013\u2014*").contains(mark[0]);
    return isBullet(mark) || isDash ? QStringLiteral("- ") : QString();
}

} // namespace

bool isCaption(const QString &text, bool isBesideObject, bool &ofTable)
{
    static const QRegularExpression named(
        QStringLiteral(
            "^(?:(figure|fig\\.|abbildung|abb\\.|figura|scheme|chart|\u56FE|\u5716|\u56F3|\uADF8\uB9BC|"
            "\u0440\u0438\u0441\\.|\u0440\u0438\u0441\u0443\u043D\u043E\u043A)|"
            "(table|tab\\.|tabelle|tableau|tabla|tabella|\u8868|\uD45C|\u0442\u0430\u0431\u043B\u0438\u0446\u0430))\\s*"
            "[A-Z]?\\d+(?:[.-]\\d+)*\\s*([.:\uFF1A|\u2013\u2014-]|$)?"),
        QRegularExpression::CaseInsensitiveOption);
    const auto match = named.match(text);
    if (!match.hasMatch() || (match.captured(3).isEmpty() && !isBesideObject))
        return false;
    ofTable = match.capturedLength(2) > 0;
    return true;
}

BlockType typeOf(const Sheet &sheet, const Paragraph &paragraph, const QString &text, bool isBesideObject)
{
    if (paragraph.isMonospace)
        return {};
    bool ofTable = false;
    if (isCaption(text, isBesideObject, ofTable))
        return {ofTable ? QStringLiteral("table_caption") : QStringLiteral("image_caption"), 0};
    const qsizetype widths = letterWidths(text);
    const double ratio = paragraph.size / sheet.bodySize;
    if (!hasLetters(text) || widths > longestHeading || paragraph.lines.size() > mostHeadingLines)
        return {};
    const bool isLarge = ratio >= headingSize;
    const bool endsSentence
        = text.endsWith(u'.') || text.endsWith(u',') || text.endsWith(u';') || text.endsWith(u'\u3002');
    const bool isBoldLine
        = paragraph.isBold && ratio >= 0.95 && widths <= longestBoldHeading && !endsSentence && !isBodyBold(sheet);
    if (!isLarge && !isBoldLine)
        return {};
    if (isFormulaLike(text) || isBullet(text) || (isLarge && ratio < sectionSize && !paragraph.isBold && endsSentence))
        return {};
    int level = ratio >= titleSize ? 1 : ratio >= sectionSize ? 2 : 3;
    if (const int byNumber = levelByNumber(text); byNumber > 0 && level > 1)
        level = byNumber;
    return {level == 1 ? QStringLiteral("title") : QStringLiteral("sub_title"), level};
}

bool isFootnote(const Sheet &sheet, const Paragraph &paragraph, const QString &text)
{
    if (text.isEmpty() || paragraph.size > footnoteSize * sheet.bodySize || paragraph.isMonospace)
        return false;
    const Token &first = sheet.tokens[std::size_t(paragraph.lines.front().tokens.front())];
    static const QString marks
        = QStringLiteral("*\u2217\u2020\u2021\u00A7\u00B6\u00B9\u00B2\u00B3\u2074\u2075\u2076\u2077\u2078\u2079");
    static const QRegularExpression number(QStringLiteral("^\\d{1,3}[.)]?\\s"));
    return first.isRaised || marks.contains(text[0]) || number.match(text).hasMatch();
}

InlineText contentOf(const Sheet &sheet, const Paragraph &paragraph, const HyphenEvidence &evidence)
{
    if (paragraph.isMonospace)
        return listing(sheet, paragraph);
    InlineText content = joinLines(sheet, paragraph.lines, evidence, paragraph.hardBreaks);
    const QString mark = content.text.left(listMark(content.text));
    const QString markdown = markdownMark(mark);
    if (!markdown.isEmpty()) {
        const QString escapedMark = document::escapedMarkdown(mark.trimmed());
        for (const QString &form : {escapedMark, mark.trimmed(), u'\\' + mark.trimmed()}) {
            if (content.markdown.startsWith(form)) {
                content.markdown = markdown + content.markdown.mid(form.size()).trimmed();
                break;
            }
        }
    }
    return content;
}

} // namespace layout
