// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pipeline/edit_source.h"

#include "app/markdown/transcript_parser.h"
#include "app/markdown/write_transcript.h"

#include <QSet>

#include <algorithm>
#include <ranges>
#include <vector>

namespace pipeline {

using namespace Qt::StringLiterals;

namespace {

/// Longest common subsequence of two word lists, as pairs of indexes. Equal ends are taken off first, so that an edit in a
/// long paragraph costs what it changed.
std::vector<std::pair<qsizetype, qsizetype>> commonWords(const QStringList &before, const QStringList &after)
{
    std::vector<std::pair<qsizetype, qsizetype>> pairs;
    qsizetype head = 0;
    while (head < before.size() && head < after.size() && before[head] == after[head]) {
        pairs.emplace_back(head, head);
        ++head;
    }
    qsizetype tail = 0;
    while (tail < std::min(before.size(), after.size()) - head
        && before[before.size() - 1 - tail] == after[after.size() - 1 - tail])
        ++tail;
    const qsizetype rows = before.size() - head - tail;
    const qsizetype columns = after.size() - head - tail;
    constexpr qsizetype largestTable = 4'000'000; // cells; past it the middle counts as replaced
    if (rows > 0 && columns > 0 && rows * columns <= largestTable) {
        std::vector<int> length(static_cast<size_t>((rows + 1) * (columns + 1)), 0);
        const auto at
            = [&](qsizetype r, qsizetype c) -> int & { return length[static_cast<size_t>(r * (columns + 1) + c)]; };
        for (qsizetype r = rows - 1; r >= 0; --r) {
            for (qsizetype c = columns - 1; c >= 0; --c)
                at(r, c)
                    = before[head + r] == after[head + c] ? at(r + 1, c + 1) + 1 : std::max(at(r + 1, c), at(r, c + 1));
        }
        for (qsizetype r = 0, c = 0; r < rows && c < columns;) {
            if (before[head + r] == after[head + c])
                pairs.emplace_back(head + r++, head + c++);
            else if (at(r + 1, c) >= at(r, c + 1))
                ++r;
            else
                ++c;
        }
    }
    for (qsizetype i = tail; i > 0; --i)
        pairs.emplace_back(before.size() - i, after.size() - i);
    return pairs;
}

base::NormalizedRect boxOf(const QList<document::Word> &words, qsizetype from, qsizetype end)
{
    base::NormalizedRect box;
    for (qsizetype i = from; i < end; ++i)
        box = box.united(words[i].box);
    return box;
}

/// The gap between two neighbouring words of one line; empty where there is none.
base::NormalizedRect gapBetween(const document::Word &left, const document::Word &right)
{
    const bool isOneLine = left.box.y0 < right.box.y1 && right.box.y0 < left.box.y1 && left.box.x1 <= right.box.x0;
    if (!isOneLine)
        return {};
    return {left.box.x1, std::min(left.box.y0, right.box.y0), right.box.x0, std::max(left.box.y1, right.box.y1)};
}

/// Source lines of each block: [first, end) with the empty line behind it.
struct Lines {
    QStringList text;
    QList<std::pair<qsizetype, qsizetype>> ofBlock;
};

Lines linesOf(const document::Page &page)
{
    const markdown::MarkdownSource source = markdown::writeMarkdown(page.blocks);
    Lines lines{source.text.split(u'\n'), {}};
    for (qsizetype i = 0; i < source.firstLines.size(); ++i) {
        const qsizetype end = i + 1 < source.firstLines.size() ? source.firstLines[i + 1] : lines.text.size();
        lines.ofBlock.append({source.firstLines[i], end});
    }
    return lines;
}

/// A block parsed anew takes over what a person's typing does not change.
void inherit(document::Block &block, const document::Block &from)
{
    block.id = from.id;
    block.boxes = from.boxes;
    block.image = block.type == "image"_L1 || block.image.isEmpty() ? from.image : block.image;
    const bool isHeading = block.level > 0;
    const bool wasHeading = from.level > 0;
    if (isHeading == wasHeading && block.html.isEmpty() == from.html.isEmpty())
        block.type = from.type;
    block.words = remapWords(from.words, block.text);
    block.lines = block.text == from.text ? from.lines : QList<document::Line>();
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

} // namespace

QList<document::Word> remapWords(const QList<document::Word> &before, const QString &text)
{
    QStringList old;
    for (const document::Word &word : before)
        old.append(word.text);
    const QStringList now = text.split(QChar(u' '), Qt::SkipEmptyParts).join(u'\n').split(u'\n', Qt::SkipEmptyParts);
    QList<document::Word> words;
    qsizetype oldAt = 0;
    qsizetype newAt = 0;
    const auto replace = [&](qsizetype oldEnd, qsizetype newEnd) {
        base::NormalizedRect box = boxOf(before, oldAt, oldEnd);
        if (oldAt == oldEnd && oldAt > 0 && oldAt < before.size())
            box = gapBetween(before[oldAt - 1], before[oldAt]);
        for (; newAt < newEnd; ++newAt)
            words.append({now[newAt], box, -1});
        oldAt = oldEnd;
    };
    for (const auto &[oldIndex, newIndex] : commonWords(old, now)) {
        replace(oldIndex, newIndex);
        words.append(before[oldIndex]);
        oldAt = oldIndex + 1;
        newAt = newIndex + 1;
    }
    replace(before.size(), now.size());
    return words;
}

document::Page editSource(const document::Page &before, const QString &source)
{
    const Lines old = linesOf(before);
    const QStringList now = source.split(u'\n');
    qsizetype head = 0;
    while (head < old.text.size() && head < now.size() && old.text[head] == now[head])
        ++head;
    if (head == old.text.size() && head == now.size())
        return before;
    qsizetype tail = 0;
    while (tail < std::min(old.text.size(), now.size()) - head
        && old.text[old.text.size() - 1 - tail] == now[now.size() - 1 - tail])
        ++tail;

    // Blocks [first, end) hold a line that changed. One that begins right behind the change is among them unless an empty line
    // still parts them: a paragraph goes on until an empty line.
    const auto &ranges = old.ofBlock;
    const qsizetype tailStart = old.text.size() - tail;
    const qsizetype newTailStart = now.size() - tail;
    const bool isParted = newTailStart == 0 || now[newTailStart - 1].trimmed().isEmpty();
    qsizetype first = 0;
    while (first < ranges.size() && ranges[first].second <= head)
        ++first;
    qsizetype end = ranges.size();
    while (end > first && (ranges[end - 1].first > tailStart || (ranges[end - 1].first == tailStart && isParted)))
        --end;
    const qsizetype firstLine = first < ranges.size() ? ranges[first].first : old.text.size() - 1;
    const qsizetype linesBehind = end < ranges.size() ? old.text.size() - ranges[end].first : 0;
    const QString changed = now.mid(firstLine, now.size() - linesBehind - firstLine).join(u'\n');

    QList<document::Block> parsed = markdown::parseTranscript(changed, markdown::Grammar::Plain, before.number);
    QSet<QString> taken;
    for (const document::Block &block : before.blocks)
        taken.insert(block.id);
    base::NormalizedRect whole;
    QList<document::Word> wholeWords;
    for (qsizetype i = first; i < end; ++i) {
        whole = whole.united(before.blocks[i].box());
        wholeWords.append(before.blocks[i].words);
    }
    document::Block all;
    all.boxes = whole.isEmpty() ? QList<base::NormalizedRect>() : QList<base::NormalizedRect>{whole};
    qsizetype wordAt = 0;
    for (qsizetype i = 0; i < parsed.size(); ++i) {
        if (parsed.size() == end - first) {
            inherit(parsed[i], before.blocks[first + i]);
            continue;
        }
        all.id = i < end - first ? before.blocks[first + i].id : freeId(before.number, taken);
        all.type = parsed[i].type;
        all.level = parsed[i].level;
        all.html = parsed[i].html;
        all.words = wholeWords.mid(wordAt);
        inherit(parsed[i], all);
        // What this block took of the common words is gone for the next.
        for (const document::Word &word : parsed[i].words) {
            const auto found = std::ranges::find_if(wholeWords.begin() + wordAt, wholeWords.end(),
                [&](const document::Word &other) { return other == word; });
            if (found != wholeWords.end())
                wordAt = found - wholeWords.begin() + 1;
        }
    }
    document::Page after = before;
    after.blocks = before.blocks.first(first) + parsed + before.blocks.mid(end);
    return after;
}

} // namespace pipeline
