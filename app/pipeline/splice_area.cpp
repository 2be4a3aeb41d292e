// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pipeline/splice_area.h"

#include "app/document/block_markdown.h"

#include <QSet>

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

using namespace Qt::StringLiterals;

namespace pipeline {

namespace {

constexpr double wholeShare = 0.8; // of a block without words: so much of it inside is all of it

bool holds(const base::NormalizedRect &area, const base::NormalizedRect &box)
{
    const double x = (box.x0 + box.x1) / 2;
    const double y = (box.y0 + box.y1) / 2;
    return !box.isEmpty() && x >= area.x0 && x <= area.x1 && y >= area.y0 && y <= area.y1;
}

double areaOf(const base::NormalizedRect &box)
{
    return box.isEmpty() ? 0 : box.width() * box.height();
}

/// Words [first, end) of a block that are read anew.
struct Run {
    qsizetype first = 0;
    qsizetype end = 0;
    base::NormalizedRect box;
};

/// How much of a block lies in the area.
struct Inside {
    enum class Extent { None, Part, Whole };
    Extent extent = Extent::None;
    QList<Run> runs; ///< of Part
};

Inside insideOf(const document::Block &block, const base::NormalizedRect &area)
{
    using Extent = Inside::Extent;
    double all = 0;
    double shared = 0;
    for (const base::NormalizedRect &box : block.boxes) {
        all += areaOf(box);
        shared += areaOf(box.intersected(area));
    }
    const bool isMostlyInside = all > 0 && shared >= wholeShare * all;
    if (block.words.isEmpty() || !block.html.isEmpty())
        return {isMostlyInside && !block.text.isEmpty() ? Extent::Whole : Extent::None, {}};
    Inside inside;
    qsizetype count = 0;
    for (qsizetype index = 0; index < block.words.size(); ++index) {
        const document::Word &word = block.words[index];
        if (!holds(area, word.box))
            continue;
        ++count;
        if (inside.runs.isEmpty() || inside.runs.last().end != index)
            inside.runs.append({index, index, {}});
        inside.runs.last().end = index + 1;
        inside.runs.last().box = inside.runs.last().box.united(word.box);
    }
    inside.extent = count == 0 ? Extent::None : count == block.words.size() ? Extent::Whole : Extent::Part;
    return inside;
}

/// A stretch of a block's Markdown.
struct Span {
    qsizetype begin = -1;
    qsizetype end = -1;

    [[nodiscard]] bool isKnown() const { return begin >= 0; }
};

struct Letters {
    QString text;
    QList<qsizetype> at; ///< per letter: where it stands
};

Letters lettersOf(QStringView text)
{
    Letters letters;
    for (qsizetype index = 0; index < text.size(); ++index) {
        if (text[index].isLetterOrNumber() || text[index].isSurrogate()) {
            letters.text += text[index];
            letters.at.append(index);
        }
    }
    return letters;
}

/// Takes in the marks that belong to the word itself: "(word)," with its brackets and comma, escaped or not.
void growOverMarks(Span &span, const QString &markdown, const QString &word)
{
    const Letters letters = lettersOf(word);
    for (qsizetype index = letters.at.first() - 1; index >= 0 && span.begin > 0; --index) {
        if (markdown[span.begin - 1] != word[index])
            break;
        --span.begin;
        if (span.begin > 0 && markdown[span.begin - 1] == u'\\')
            --span.begin;
    }
    for (qsizetype index = letters.at.last() + 1; index < word.size() && span.end < markdown.size(); ++index) {
        const bool isEscaped = markdown[span.end] == u'\\' && span.end + 1 < markdown.size();
        if (markdown[span.end + (isEscaped ? 1 : 0)] != word[index])
            break;
        span.end += isEscaped ? 2 : 1;
    }
}

/// Where each word of a block stands in its Markdown. Letters are laid side by side; where the two disagree (a formula, an edit) the
/// words between the last and the next agreement are not known.
QList<Span> spansOf(const document::Block &block)
{
    QList<Span> spans(block.words.size());
    const Letters letters = lettersOf(block.markdown);
    qsizetype at = 0; // in letters
    qsizetype behind = 0; // in the Markdown: past the last word that was found
    for (qsizetype index = 0; index < block.words.size(); ++index) {
        const QString word = lettersOf(block.words[index].text).text;
        if (word.isEmpty()) { // marks alone stand right behind the word before them
            constexpr qsizetype nearby = 4; // blanks and markup between
            const QString marks = document::escapedMarkdown(block.words[index].text);
            const qsizetype found = marks.isEmpty() ? -1 : block.markdown.indexOf(marks, behind);
            if (found >= 0 && found - behind <= nearby) {
                spans[index] = {found, found + marks.size()};
                behind = spans[index].end;
            }
            continue;
        }
        const qsizetype found = letters.text.indexOf(word, at);
        constexpr qsizetype farthest = 80; // letters passed over: markup and formulas, not another paragraph's word
        if (found < 0 || found - at > farthest)
            continue;
        spans[index] = {letters.at[found], letters.at[found + word.size() - 1] + 1};
        growOverMarks(spans[index], block.markdown, block.words[index].text);
        at = found + word.size();
        behind = spans[index].end;
    }
    return spans;
}

/// The stretch of Markdown that a run of words takes up; unknown where neither it nor its neighbours can be found.
Span spanOf(const Run &run, const QList<Span> &spans, const QString &markdown)
{
    Span span;
    for (qsizetype index = run.first; index < run.end; ++index) {
        if (!spans[index].isKnown())
            continue;
        span.begin = span.isKnown() ? span.begin : spans[index].begin;
        span.end = std::max(span.end, spans[index].end);
    }
    if (span.isKnown())
        return span;
    // Marks alone: between their neighbours.
    qsizetype begin = 0;
    for (qsizetype index = run.first - 1; index >= 0 && begin == 0; --index)
        begin = spans[index].isKnown() ? spans[index].end : 0;
    qsizetype end = markdown.size();
    for (qsizetype index = run.end; index < spans.size() && end == markdown.size(); ++index)
        end = spans[index].isKnown() ? spans[index].begin : end;
    while (begin < end && markdown[begin].isSpace())
        ++begin;
    while (end > begin && markdown[end - 1].isSpace())
        --end;
    return {begin, std::max(begin, end)};
}

/// What a run is replaced by.
struct Piece {
    QStringList markdown;
    QList<document::Word> words;
};

double distance(const base::NormalizedRect &a, const base::NormalizedRect &b)
{
    return std::hypot(
        (a.x0 + a.x1 - b.x0 - b.x1) / 2, 4 * (a.y0 + a.y1 - b.y0 - b.y1) / 2); // lines part more than columns
}

QString inOneLine(const document::Block &block)
{
    return QString(block.markdown).replace(u'\n', u' ').trimmed();
}

/// Deals the reading out to the runs it lies nearest to.
std::vector<Piece> dealtOut(const AreaReading &reading, const QList<base::NormalizedRect> &runs)
{
    std::vector<Piece> pieces(size_t(runs.size()));
    const auto nearest = [&](const base::NormalizedRect &box) -> Piece & {
        if (box.isEmpty())
            return pieces.front();
        const auto found
            = std::ranges::min_element(runs, {}, [&](const base::NormalizedRect &run) { return distance(run, box); });
        return pieces[size_t(found - runs.begin())];
    };
    for (const document::Block &block : reading.blocks) {
        if (runs.size() == 1 || block.words.isEmpty()) {
            Piece &piece = nearest(block.box());
            piece.markdown.append(inOneLine(block));
            piece.words.append(block.words);
            continue;
        }
        for (const document::Word &word : block.words) {
            Piece &piece = nearest(word.box);
            piece.markdown.append(document::escapedMarkdown(word.text));
            piece.words.append(word);
        }
    }
    return pieces;
}

/// A block with its runs replaced, last first so that earlier places stay good.
document::Block replaced(const document::Block &block, const QList<Run> &runs, std::span<const Piece> pieces)
{
    const QList<Span> spans = spansOf(block);
    document::Block after = block;
    for (qsizetype index = runs.size() - 1; index >= 0; --index) {
        const Run &run = runs[index];
        const Piece &piece = pieces[size_t(index)];
        Span span = spanOf(run, spans, block.markdown);
        if (piece.markdown.isEmpty() && span.begin > 0 && after.markdown[span.begin - 1] == u' ')
            --span.begin; // no two blanks where nothing stands any more
        after.markdown.replace(span.begin, span.end - span.begin, piece.markdown.join(u' '));
        QList<document::Word> words = piece.words;
        if (words.isEmpty()) { // a reader that gives no words: each has the box of the run
            for (const QString &text : document::plainText(piece.markdown.join(u' ')).split(u' ', Qt::SkipEmptyParts))
                words.append({text, run.box, -1});
        }
        after.words = after.words.first(run.first) + words + after.words.sliced(run.end);
    }
    after.text = document::plainText(after.markdown);
    after.lines.clear();
    return after;
}

QString freeId(int pageNumber, QSet<QString> &taken)
{
    for (int number = 1;; ++number) {
        const QString id = u"p%1-b%2"_s.arg(pageNumber).arg(number);
        if (!taken.contains(id)) {
            taken.insert(id);
            return id;
        }
    }
}

/// Behind the last block that begins above the area, in its column where there is one.
qsizetype placeFor(const document::Page &page, const base::NormalizedRect &area)
{
    qsizetype place = 0;
    qsizetype anywhere = 0;
    for (qsizetype index = 0; index < page.blocks.size(); ++index) {
        const base::NormalizedRect box = page.blocks[index].box();
        if (box.isEmpty() || box.y0 > area.y0)
            continue;
        anywhere = index + 1;
        if (std::min(box.x1, area.x1) > std::max(box.x0, area.x0))
            place = index + 1;
    }
    return place > 0 ? place : anywhere;
}

} // namespace

document::Page spliceArea(const document::Page &page, const base::NormalizedRect &area, const AreaReading &reading)
{
    using Extent = Inside::Extent;
    QList<Inside> insides;
    QSet<QString> taken;
    bool hasPart = false;
    bool hasAny = false;
    for (const document::Block &block : page.blocks) {
        insides.append(insideOf(block, area));
        taken.insert(block.id);
        hasPart |= insides.last().extent == Extent::Part;
        hasAny |= insides.last().extent != Extent::None;
    }
    document::Page after = page;
    if (hasPart) {
        QList<base::NormalizedRect> boxes;
        for (qsizetype index = 0; index < insides.size(); ++index) {
            if (insides[index].extent == Extent::Whole && !page.blocks[index].words.isEmpty())
                insides[index].runs = {{0, page.blocks[index].words.size(), page.blocks[index].box()}};
            for (const Run &run : std::as_const(insides[index].runs))
                boxes.append(run.box);
        }
        const std::vector<Piece> pieces = dealtOut(reading, boxes);
        size_t next = 0;
        for (qsizetype index = 0; index < insides.size(); ++index) {
            const QList<Run> &runs = insides[index].runs;
            if (!runs.isEmpty() && page.blocks[index].html.isEmpty())
                after.blocks[index]
                    = replaced(page.blocks[index], runs, std::span(pieces).subspan(next, size_t(runs.size())));
            next += size_t(runs.size());
        }
        return after;
    }
    qsizetype place = placeFor(page, area);
    QStringList ids;
    if (hasAny) {
        for (qsizetype index = page.blocks.size() - 1; index >= 0; --index) {
            if (insides[index].extent != Extent::Whole)
                continue;
            ids.prepend(page.blocks[index].id);
            after.blocks.removeAt(index);
            place = index;
        }
    }
    for (document::Block block : reading.blocks) {
        block.id = ids.isEmpty() ? freeId(page.number, taken) : ids.takeFirst();
        block.image.clear();
        if (block.boxes.isEmpty())
            block.boxes = {area};
        after.blocks.insert(place++, block);
    }
    return after;
}

QString textWithin(const document::Page &page, const base::NormalizedRect &area)
{
    QStringList texts;
    for (const document::Block &block : page.blocks) {
        const Inside inside = insideOf(block, area);
        if (inside.extent == Inside::Extent::Whole) {
            texts.append(block.text);
            continue;
        }
        QStringList words;
        for (const Run &run : inside.runs) {
            for (qsizetype index = run.first; index < run.end; ++index)
                words.append(block.words[index].text);
        }
        if (!words.isEmpty())
            texts.append(words.join(u' '));
    }
    return texts.join(u'\n');
}

QString textOf(const AreaReading &reading)
{
    QStringList texts;
    for (const document::Block &block : reading.blocks)
        texts.append(block.text);
    return texts.join(u'\n');
}

QList<DiffWord> wordDiff(const QString &before, const QString &after)
{
    const QStringList old = before.simplified().split(u' ', Qt::SkipEmptyParts);
    const QStringList now = after.simplified().split(u' ', Qt::SkipEmptyParts);
    const size_t rows = size_t(old.size());
    const size_t columns = size_t(now.size());
    constexpr size_t largestTable = 4'000'000; // cells; past it everything counts as replaced
    std::vector<int> common((rows + 1) * (columns + 1), 0);
    QList<DiffWord> words;
    if (rows * columns > largestTable) {
        for (const QString &word : old)
            words.append({DiffWord::Kind::Removed, word});
        for (const QString &word : now)
            words.append({DiffWord::Kind::Added, word});
        return words;
    }
    const auto at = [&](size_t row, size_t column) -> int & { return common[row * (columns + 1) + column]; };
    for (size_t row = rows; row-- > 0;) {
        for (size_t column = columns; column-- > 0;)
            at(row, column) = old[qsizetype(row)] == now[qsizetype(column)]
                ? at(row + 1, column + 1) + 1
                : std::max(at(row + 1, column), at(row, column + 1));
    }
    QList<DiffWord> added; // waits until the removed words of its run are out
    const auto flush = [&] {
        words += added;
        added.clear();
    };
    for (size_t row = 0, column = 0; row < rows || column < columns;) {
        const bool isKept = row < rows && column < columns && old[qsizetype(row)] == now[qsizetype(column)];
        if (isKept) {
            flush();
            words.append({DiffWord::Kind::Kept, old[qsizetype(row++)]});
            ++column;
        } else if (row < rows && (column == columns || at(row + 1, column) >= at(row, column + 1))) {
            words.append({DiffWord::Kind::Removed, old[qsizetype(row++)]});
        } else {
            added.append({DiffWord::Kind::Added, now[qsizetype(column++)]});
        }
    }
    flush();
    return words;
}

} // namespace pipeline
