// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout/text_lines.h"

#include "app/layout/script.h"

#include <QHash>

#include <algorithm>
#include <cmath>

namespace layout {

namespace {

constexpr double sameLineOverlap = 0.5; // of the lower one's height
constexpr double raisedSize = 0.85; // superscripts are set at most this large against their line
constexpr double dropCapitalSize = 1.9; // of the body: a single letter at least this large spans lines
constexpr std::size_t linesLookedBack = 6; // words come sorted by height, so their line is among the last ones
constexpr int fewestCapitals = 5; // "REFERENCES" is a heading, "USA" a name
constexpr double spaceGap = 0.12; // of the font size, where the layer does not say

bool isDropCapital(const Sheet &sheet, const Token &token)
{
    return token.text.size() == 1 && token.text[0].isLetter() && token.size >= dropCapitalSize * sheet.bodySize
        && token.box.height() >= dropCapitalSize * sheet.bodySize;
}

struct OpenLine {
    QRectF core; ///< of its largest words: what others are held against
    double size = 0;
    std::vector<int> tokens;
};

double overlap(const QRectF &a, const QRectF &b)
{
    return std::min(a.bottom(), b.bottom()) - std::max(a.top(), b.top());
}

void addToLine(OpenLine &line, const Token &token, int index)
{
    if (token.size > 1.05 * line.size) {
        line.core = token.box;
        line.size = token.size;
    } else if (token.size >= 0.95 * line.size) {
        line.core.setLeft(std::min(line.core.left(), token.box.left()));
        line.core.setRight(std::max(line.core.right(), token.box.right()));
    }
    line.tokens.push_back(index);
}

std::vector<OpenLine> openLines(const Sheet &sheet, std::vector<int> tokens)
{
    std::sort(tokens.begin(), tokens.end(), [&](int a, int b) {
        const QRectF &boxA = sheet.tokens[std::size_t(a)].box;
        const QRectF &boxB = sheet.tokens[std::size_t(b)].box;
        return std::pair(boxA.center().y(), boxA.left()) < std::pair(boxB.center().y(), boxB.left());
    });
    std::vector<OpenLine> lines;
    for (const int index : tokens) {
        const Token &token = sheet.tokens[std::size_t(index)];
        OpenLine *best = nullptr;
        double most = 0;
        for (std::size_t back = 0; back < std::min(linesLookedBack, lines.size()); ++back) {
            OpenLine &line = lines[lines.size() - 1 - back];
            const double common
                = overlap(line.core, token.box) / std::max(0.1, std::min(line.core.height(), token.box.height()));
            if (common >= sameLineOverlap && common > most) {
                most = common;
                best = &line;
            }
        }
        if (best == nullptr) {
            lines.push_back({token.box, token.size, {}});
            best = &lines.back();
        }
        addToLine(*best, token, index);
    }
    return lines;
}

/// From left to right as printed to the order of reading: a right-to-left line is turned round but for its runs of other words.
void orderTokens(const Sheet &sheet, std::vector<int> &tokens, bool isLineRightToLeft)
{
    std::sort(tokens.begin(), tokens.end(), [&](int a, int b) {
        const QRectF &boxA = sheet.tokens[std::size_t(a)].box;
        const QRectF &boxB = sheet.tokens[std::size_t(b)].box;
        return std::pair(boxA.left(), a) < std::pair(boxB.left(), b);
    });
    const auto isRight = [&](int i) { return isRightToLeft(sheet.tokens[std::size_t(i)].text); };
    const auto isNeutral = [&](int i) {
        const QString &text = sheet.tokens[std::size_t(i)].text;
        return std::none_of(text.cbegin(), text.cend(), [](QChar c) { return c.isLetterOrNumber(); });
    };
    if (isLineRightToLeft)
        std::reverse(tokens.begin(), tokens.end());
    for (std::size_t i = 0; i < tokens.size();) { // runs against the line's direction are turned back
        if (isRight(tokens[i]) == isLineRightToLeft || isNeutral(tokens[i])) {
            ++i;
            continue;
        }
        std::size_t end = i + 1;
        for (std::size_t k = end;
            k < tokens.size() && (isNeutral(tokens[k]) || isRight(tokens[k]) != isLineRightToLeft); ++k) {
            if (!isNeutral(tokens[k]))
                end = k + 1;
        }
        std::reverse(tokens.begin() + std::ptrdiff_t(i), tokens.begin() + std::ptrdiff_t(end));
        i = end;
    }
}

TextLine finishLine(Sheet &sheet, const OpenLine &open)
{
    TextLine line;
    line.tokens = open.tokens;
    QHash<int, qsizetype> widthsBySize;
    qsizetype all = 0;
    qsizetype bold = 0;
    qsizetype monospace = 0;
    qsizetype other = 0;
    QString text;
    for (const int index : open.tokens) {
        Token &token = sheet.tokens[std::size_t(index)];
        const document::FontStyle &font = sheet.wordOf(token).font;
        const qsizetype widths = letterWidths(token.text);
        line.box = line.box.united(token.box);
        widthsBySize[int(std::lround(token.size * 10))] += widths;
        all += widths;
        bold += font.bold ? widths : 0;
        monospace += font.monospace ? widths : 0;
        other += font.family != sheet.bodyFamily ? widths : 0;
        text += token.text;
        token.isRaised = token.size <= raisedSize * open.size && token.box.height() < open.core.height()
            && token.box.bottom() < open.core.bottom() - 0.15 * open.core.height();
    }
    qsizetype most = 0;
    for (auto it = widthsBySize.cbegin(); it != widthsBySize.cend(); ++it) {
        if (it.value() > most || (it.value() == most && it.key() / 10.0 > line.size)) {
            most = it.value();
            line.size = it.key() / 10.0;
        }
    }
    line.isBold = bold * 10 >= all * 9;
    line.isOtherFamily = other * 10 >= all * 9;
    line.isCapitals = std::count_if(text.cbegin(), text.cend(), [](QChar c) { return c.isUpper(); }) >= fewestCapitals
        && std::none_of(text.cbegin(), text.cend(), [](QChar c) { return c.isLower(); });
    line.isMonospace = monospace * 10 >= all * 8;
    line.isRightToLeft = isRightToLeft(text);
    orderTokens(sheet, line.tokens, line.isRightToLeft);
    return line;
}

void placeDropCapital(const Sheet &sheet, int index, std::vector<TextLine> &lines)
{
    const QRectF &box = sheet.tokens[std::size_t(index)].box;
    for (TextLine &line : lines) {
        const bool isBeside = line.box.center().y() > box.top() && line.box.center().y() < box.bottom()
            && line.box.left() > box.center().x() && line.box.left() < box.right() + 2 * sheet.bodySize;
        if (isBeside) {
            line.tokens.insert(line.tokens.begin(), index);
            line.dropCapital = box;
            return;
        }
    }
    TextLine own;
    own.tokens = {index};
    own.box = box;
    own.size = sheet.tokens[std::size_t(index)].size;
    const auto at = std::find_if(
        lines.begin(), lines.end(), [&](const TextLine &l) { return l.box.center().y() > box.center().y(); });
    lines.insert(at, own);
}

} // namespace

std::vector<TextLine> gatherLines(Sheet &sheet, const std::vector<int> &tokens)
{
    std::vector<int> ordinary;
    std::vector<int> dropCapitals;
    for (const int token : tokens)
        (isDropCapital(sheet, sheet.tokens[std::size_t(token)]) ? dropCapitals : ordinary).push_back(token);
    std::vector<TextLine> lines;
    for (const OpenLine &open : openLines(sheet, std::move(ordinary)))
        lines.push_back(finishLine(sheet, open));
    std::sort(lines.begin(), lines.end(), [](const TextLine &a, const TextLine &b) {
        return std::pair(a.box.center().y(), a.box.left()) < std::pair(b.box.center().y(), b.box.left());
    });
    for (const int index : dropCapitals)
        placeDropCapital(sheet, index, lines);
    return lines;
}

bool isSpaceBetween(const Sheet &sheet, const Token &first, const Token &second)
{
    const Token &left = first.box.left() <= second.box.left() ? first : second;
    const Token &right = &left == &first ? second : first;
    const double gap = right.box.left() - left.box.right();
    static const QString closing = QStringLiteral(",.;:!?)]}");
    if (first.isRaised && gap < spaceGap * right.size && closing.contains(second.text[0]))
        return false; // what follows a raised mark keeps a hair's breadth from it
    if (right.word == left.word + 1 && sheet.wordOf(left).spaceAfter)
        return true;
    return gap > spaceGap * std::min(left.size, right.size);
}

} // namespace layout
