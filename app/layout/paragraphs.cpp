// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout/paragraphs.h"

#include "app/layout/inline_text.h"

#include <QRegularExpression>

#include <algorithm>
#include <cmath>

namespace layout {

namespace {

// In font sizes unless said otherwise.
constexpr double indent = 0.7;
constexpr double deepestIndent = 5;
constexpr double otherSize = 1.08; // ratio between two sizes that a reader tells apart
constexpr double wideLeading = 1.3; // ratio to the leading of the column
constexpr double widestLeading = 2.2; // no paragraph is set wider
constexpr std::size_t mostCodeInProse = 4; // lines
constexpr double roomToSpare
    = 1.0; // a line that ends so far before the next word would have fitted was ended on purpose

/// A line seen in its reading direction: positions grow the way the text runs.
struct Run {
    double start;
    double end;
};

Run runOf(const TextLine &line, bool isRightToLeft)
{
    return isRightToLeft ? Run{-line.box.right(), -line.box.left()} : Run{line.box.left(), line.box.right()};
}

/// Set apart from the body by more than its words.
bool isHeadingLike(const TextLine &line)
{
    return line.isBold || (line.isCapitals && line.isOtherFamily);
}

class Gatherer {
public:
    Gatherer(const Sheet &sheet, std::vector<TextLine> lines);
    std::vector<Paragraph> gather();

private:
    [[nodiscard]] bool isNewParagraph(std::size_t i) const;
    [[nodiscard]] bool isNewByShape(std::size_t i) const;
    [[nodiscard]] bool isBoldAtBreak(std::size_t i) const;
    [[nodiscard]] bool isInProse(std::size_t first, std::size_t end) const;
    [[nodiscard]] bool runsOn(std::size_t i) const;
    void freeCodeInProse();
    [[nodiscard]] bool isNewByIndent(std::size_t i) const;
    [[nodiscard]] bool endedOnPurpose(std::size_t i) const;
    [[nodiscard]] bool endsSentence(std::size_t i) const;
    [[nodiscard]] bool startsWithNumber(std::size_t i) const;
    [[nodiscard]] Run run(std::size_t i) const { return runOf(m_lines[i], m_isRightToLeft); }
    [[nodiscard]] double leading(std::size_t i) const { return m_lines[i].box.bottom() - m_lines[i - 1].box.bottom(); }
    [[nodiscard]] QString textOf(std::size_t i) const { return lineText(m_sheet, m_lines[i]); }

    const Sheet &m_sheet;
    std::vector<TextLine> m_lines;
    bool m_isRightToLeft = false;
    double m_start = 0; ///< where most lines begin
    double m_end = 0; ///< where full lines end
    double m_leading = 0; ///< of lines of one size
    std::size_t m_first = 0; ///< first line of the paragraph in hand
};

Gatherer::Gatherer(const Sheet &sheet, std::vector<TextLine> lines)
    : m_sheet(sheet)
    , m_lines(std::move(lines))
{
    std::size_t rightToLeft = 0;
    for (const TextLine &line : m_lines)
        rightToLeft += line.isRightToLeft ? 1 : 0;
    m_isRightToLeft = rightToLeft * 2 > m_lines.size();
    std::vector<double> starts;
    std::vector<double> ends;
    std::vector<double> leadings;
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        starts.push_back(run(i).start);
        ends.push_back(run(i).end);
        if (i > 0 && std::abs(m_lines[i].size - m_lines[i - 1].size) < 0.5 && leading(i) > 0)
            leadings.push_back(leading(i) / std::max(1.0, m_lines[i].size));
    }
    std::sort(starts.begin(), starts.end());
    m_start = starts.empty() ? 0 : starts[starts.size() / 10];
    std::sort(ends.begin(), ends.end());
    m_end = ends.empty() ? 0 : ends[ends.size() * 9 / 10];
    // The lower third rather than the middle: a column of one-line paragraphs has more wide leadings than close ones.
    std::sort(leadings.begin(), leadings.end());
    m_leading = leadings.empty() ? 1.3 : leadings[leadings.size() / 3];
    freeCodeInProse();
}

bool Gatherer::endedOnPurpose(std::size_t i) const
{
    const TextLine &next = m_lines[i + 1];
    if (next.tokens.empty())
        return false;
    const double word = m_sheet.tokens[std::size_t(next.tokens.front())].box.width();
    return run(i).end + word + (0.3 + roomToSpare) * m_lines[i].size < m_end;
}

/// Whether weight changes with the line rather than inside it, as after the bold words that a caption begins with.
bool Gatherer::isBoldAtBreak(std::size_t i) const
{
    const TextLine &last = m_lines[i - 1];
    const TextLine &line = m_lines[i];
    if (last.isBold == line.isBold || last.tokens.empty() || line.tokens.empty())
        return true;
    const auto isBold = [&](int index) { return m_sheet.wordOf(m_sheet.tokens[std::size_t(index)]).font.bold; };
    return isBold(last.tokens.back()) != isBold(line.tokens.front());
}

/// Whether line i - 1 is full and line i follows it at the column's leading and margin, whatever their typefaces.
bool Gatherer::runsOn(std::size_t i) const
{
    const double size = m_lines[i - 1].size;
    const double step = leading(i) / std::max(1.0, size);
    return std::max(size, m_lines[i].size) <= otherSize * std::min(size, m_lines[i].size)
        && step <= wideLeading * m_leading && !isHeadingLike(m_lines[i - 1])
        && std::abs(run(i).start - run(i - 1).start) < 2 * size && !endedOnPurpose(i - 1);
}

bool Gatherer::isInProse(std::size_t first, std::size_t end) const
{
    return (first > 0 && runsOn(first)) || (end < m_lines.size() && runsOn(end));
}

/// A line of names from a program inside a paragraph is no listing.
void Gatherer::freeCodeInProse()
{
    for (std::size_t first = 0; first < m_lines.size();) {
        std::size_t end = first;
        while (end < m_lines.size() && m_lines[end].isMonospace)
            ++end;
        if (end > first && end - first <= mostCodeInProse && isInProse(first, end)) {
            for (std::size_t i = first; i < end; ++i)
                m_lines[i].isMonospace = false;
        }
        first = std::max(end, first + 1);
    }
}

bool Gatherer::isNewByShape(std::size_t i) const
{
    const TextLine &last = m_lines[i - 1];
    const TextLine &line = m_lines[i];
    const double ratio = std::max(last.size, line.size) / std::max(0.1, std::min(last.size, line.size));
    if (ratio > otherSize || last.isMonospace != line.isMonospace)
        return true;
    if (isHeadingLike(last) != isHeadingLike(line) && isBoldAtBreak(i))
        return true;
    const double step = leading(i) / std::max(1.0, line.size);
    return step > widestLeading || step > wideLeading * std::max(m_leading, 1.0);
}

bool Gatherer::isNewByIndent(std::size_t i) const
{
    const double em = m_lines[i].size;
    const double first = run(m_first).start;
    const double here = run(i).start;
    const QRectF &initial = m_lines[m_first].dropCapital;
    if (!initial.isEmpty() && m_lines[i - 1].box.top() < initial.bottom())
        return false; // lines beside a large initial stand in, the one below it stands out
    if (i - m_first >= 2) {
        const double body = run(i - 1).start;
        if (here > body + indent * em)
            return true;
        return here < body - indent * em;
    }
    const double last = run(i - 1).start;
    if (here > last + indent * em) { // the first line of an indented paragraph, or the second of a hanging one
        if (endedOnPurpose(i - 1))
            return true;
        const bool isFollowedInside = i + 1 < m_lines.size() && run(i + 1).start > first + indent * em;
        return i + 1 < m_lines.size() && !isFollowedInside && endsSentence(i - 1) && !startsWithNumber(i - 1);
    }
    return here < last - indent * em && (endedOnPurpose(i - 1) || here < last - deepestIndent * em);
}

bool Gatherer::endsSentence(std::size_t i) const
{
    static const QString stops = QStringLiteral(".!?:;\u3002\uFF01\uFF1F\u061F\u06D4\u2026");
    const QString text = textOf(i);
    return !text.isEmpty() && stops.contains(text.back());
}

bool Gatherer::startsWithNumber(std::size_t i) const
{
    const QString text = textOf(i);
    return !text.isEmpty() && (text[0].isDigit() || listMark(text) > 0);
}

bool Gatherer::isNewParagraph(std::size_t i) const
{
    if (isNewByShape(i))
        return true;
    const TextLine &last = m_lines[i - 1];
    if (last.isMonospace)
        return false;
    if (listMark(textOf(i)) > 0 && run(i).start < run(m_first).start + indent * m_lines[i].size
        && (listMark(textOf(m_first)) > 0 || isBullet(textOf(i)) || endedOnPurpose(i - 1)))
        return true;
    const bool isHeading = last.size > otherSize * m_sheet.bodySize || isHeadingLike(last);
    if (isHeading)
        return false;
    if (isNewByIndent(i))
        return true;
    return endedOnPurpose(i - 1) && endsSentence(i - 1);
}

std::vector<Paragraph> Gatherer::gather()
{
    std::vector<Paragraph> paragraphs;
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        if (i == 0 || isNewParagraph(i)) {
            m_first = i;
            paragraphs.emplace_back();
            paragraphs.back().size = m_lines[i].size;
            paragraphs.back().isBold = m_lines[i].isBold;
            paragraphs.back().isMonospace = m_lines[i].isMonospace;
            paragraphs.back().isHeadingLike = isHeadingLike(m_lines[i]);
            paragraphs.back().boxes = {m_lines[i].box};
            paragraphs.back().columnWidth = m_end - m_start;
            paragraphs.back().startsIndented = run(i).start > m_start + indent * m_lines[i].size;
        } else if (!m_lines[i].isMonospace && endedOnPurpose(i - 1) && m_lines[i].size <= otherSize * m_sheet.bodySize
            && !isHeadingLike(m_lines[i])) {
            paragraphs.back().hardBreaks.push_back(i - 1 - m_first);
        }
        // Bold words at a paragraph's beginning do not make it bold.
        paragraphs.back().isBold = paragraphs.back().isBold && m_lines[i].isBold;
        paragraphs.back().isHeadingLike = paragraphs.back().isHeadingLike && isHeadingLike(m_lines[i]);
        paragraphs.back().lines.push_back(m_lines[i]);
        paragraphs.back().roomAtEnd = m_end - run(i).end;
        paragraphs.back().boxes.front() = paragraphs.back().boxes.front().united(m_lines[i].box);
    }
    if (!paragraphs.empty()) {
        paragraphs.front().startsColumn = true;
        paragraphs.back().endsColumn = true;
    }
    return paragraphs;
}

} // namespace

std::vector<Paragraph> gatherParagraphs(const Sheet &sheet, std::vector<TextLine> lines)
{
    return Gatherer(sheet, std::move(lines)).gather();
}

bool isBullet(QStringView text)
{
    static const QString bullets = QStringLiteral("\u2022\u2023\u2043\u00B7");
    if (text.isEmpty())
        return false;
    // Symbol fonts give their bullets, boxes and arrows private characters.
    return bullets.contains(text[0]) || text[0].category() == QChar::Other_PrivateUse
        || (text[0].unicode() >= 0x2190 && text[0].category() == QChar::Symbol_Other)
        || (text[0].unicode() >= 0x25A0 && text[0].unicode() <= 0x27BF);
}

qsizetype listMark(QStringView text)
{
    if (isBullet(text)) {
        qsizetype end = 1;
        while (end < text.size() && text[end].isSpace())
            ++end;
        return end < text.size()
                && (end > 1 || text[0].unicode() < 0x2190 || text[0].category() == QChar::Other_PrivateUse)
            ? end
            : 0;
    }
    static const QRegularExpression mark(
        QStringLiteral("^(?:[-\u2013\u2014*]\\s+|(?:\\d{1,3}|[a-zA-Z]|[ivx]{1,4})[.)]\\s+|"
                       "\\((?:\\d{1,3}|[a-zA-Z]|[ivx]{1,4})\\)\\s+|\\[\\d{1,3}\\]\\s+)(?=\\S)"));
    const auto match = mark.matchView(text);
    return match.hasMatch() ? match.capturedLength() : 0;
}

} // namespace layout
