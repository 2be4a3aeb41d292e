// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pipeline/edit_source.h"

#include "app/markdown/parse_line.h"
#include "app/markdown/transcript_parser.h"
#include "app/markdown/write_transcript.h"

#include <QSet>

#include <algorithm>
#include <optional>
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

bool isEmptyLine(const QString &line)
{
    return QStringView(line).trimmed().isEmpty();
}

/// The line that each block of a text without tags begins on.
QList<qsizetype> firstLinesOf(const QStringList &lines)
{
    QList<qsizetype> firstLines;
    markdown::ParseState state;
    state.grammar = markdown::Grammar::Plain;
    for (qsizetype line = 0; line < lines.size(); ++line) {
        const markdown::ParsedLine parsed = markdown::parseLine(lines[line], state);
        for (const markdown::BlockEvent &event : parsed.events) {
            if (event.kind == markdown::BlockEvent::Kind::Begin)
                firstLines.append(line);
        }
        state = parsed.next;
    }
    return firstLines;
}

/// Where a text differs from what was seen: lines [from, oldEnd) became [from, newEnd), and blocks [firstBlock, endBlock) hold them.
struct Change {
    qsizetype from;
    qsizetype oldEnd;
    qsizetype newEnd;
    qsizetype firstBlock;
    qsizetype endBlock;
};

/// A block's lines go on to the empty line behind it. Further empty lines are nobody's: what is typed there is a block of its own.
qsizetype endOfBlock(const SeenSource &seen, qsizetype block)
{
    const bool isLast = block + 1 == seen.firstLines.size();
    const qsizetype limit = isLast ? seen.lines.size() : seen.firstLines[block + 1];
    qsizetype end = limit;
    while (end > seen.firstLines[block] && isEmptyLine(seen.lines[end - 1]))
        --end;
    return std::min(limit, end + (isLast ? 2 : 1)); // the written source ends with two
}

/// Nothing where the two are equal.
std::optional<Change> changeOf(const SeenSource &seen, const QStringList &now)
{
    const QStringList &old = seen.lines;
    const qsizetype shorter = std::min(old.size(), now.size());
    qsizetype head = 0;
    while (head < shorter && old[head] == now[head])
        ++head;
    if (head == old.size() && head == now.size())
        return {};
    qsizetype tail = 0;
    while (tail < shorter - head && old[old.size() - 1 - tail] == now[now.size() - 1 - tail])
        ++tail;
    const qsizetype tailStart = old.size() - tail;

    // A block that begins right at either end of the change is apart from it only behind an empty line: a paragraph goes on until one.
    const auto beginOf = [&](qsizetype block) { return seen.firstLines.value(block, old.size()); };
    qsizetype first = 0;
    while (first < seen.firstLines.size() && endOfBlock(seen, first) <= head)
        ++first;
    if (head > 0 && !isEmptyLine(now[head - 1])) {
        while (first > 0 && beginOf(first) >= head)
            --first;
    }
    const qsizetype newTailStart = now.size() - tail;
    const bool isParted = newTailStart == 0 || isEmptyLine(now[newTailStart - 1]);
    qsizetype end = seen.firstLines.size();
    while (end > first && (beginOf(end - 1) > tailStart || (beginOf(end - 1) == tailStart && isParted)))
        --end;
    const qsizetype oldEnd = beginOf(end);
    return Change{std::min(head, beginOf(first)), oldEnd, now.size() - (old.size() - oldEnd), first, end};
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

/// Only lines around it changed.
bool saysTheSame(const document::Block &block, const document::Block &before)
{
    return block.markdown == before.markdown && block.html == before.html && block.level == before.level
        && block.image == before.image && block.type == before.type;
}

/// The blocks of the changed lines, each with what it has of the blocks that stood there.
QList<document::Block> parsedAnew(const document::Page &before, const Change &change, const QString &text)
{
    QList<document::Block> parsed = markdown::parseTranscript(text, markdown::Grammar::Plain, before.number);
    const QList<document::Block> replaced = before.blocks.mid(change.firstBlock, change.endBlock - change.firstBlock);
    if (parsed.size() == replaced.size()) {
        for (qsizetype i = 0; i < parsed.size(); ++i) {
            inherit(parsed[i], replaced[i]);
            if (saysTheSame(parsed[i], replaced[i]))
                parsed[i] = replaced[i];
        }
        return parsed;
    }
    QSet<QString> taken;
    for (const document::Block &block : before.blocks)
        taken.insert(block.id);
    base::NormalizedRect whole;
    QList<document::Word> wholeWords;
    for (const document::Block &block : replaced) {
        whole = whole.united(block.box());
        wholeWords.append(block.words);
    }
    document::Block all;
    all.boxes = whole.isEmpty() ? QList<base::NormalizedRect>() : QList<base::NormalizedRect>{whole};
    qsizetype wordAt = 0;
    for (qsizetype i = 0; i < parsed.size(); ++i) {
        all.id = i < replaced.size() ? replaced[i].id : freeId(before.number, taken);
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
    return parsed;
}

QStringList idsOf(const QList<document::Block> &blocks)
{
    QStringList ids;
    for (const document::Block &block : blocks)
        ids.append(block.id);
    return ids;
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

SeenSource writtenSource(const document::Page &page)
{
    markdown::MarkdownSource written = markdown::writeMarkdown(page.blocks);
    return {written.text.split(u'\n'), idsOf(page.blocks), std::move(written.firstLines)};
}

document::Page editSource(const document::Page &before, const QString &source)
{
    return editSource(before, writtenSource(before), source).page;
}

EditedSource editSource(const document::Page &before, const SeenSource &seen, const QString &source)
{
    if (idsOf(before.blocks.first(std::min(before.blocks.size(), seen.blockIds.size()))) != seen.blockIds)
        return editSource(before, writtenSource(before), source);
    const QStringList now = source.split(u'\n');
    const std::optional<Change> change = changeOf(seen, now);
    if (!change)
        return {before, seen};
    const QStringList changed = now.mid(change->from, change->newEnd - change->from);
    const QList<document::Block> blocks = parsedAnew(before, *change, changed.join(u'\n'));
    QList<qsizetype> firstLines = firstLinesOf(changed);
    Q_ASSERT(firstLines.size() == blocks.size());
    for (qsizetype &line : firstLines)
        line += change->from;
    QList<qsizetype> linesBehind = seen.firstLines.mid(change->endBlock);
    for (qsizetype &line : linesBehind)
        line += now.size() - seen.lines.size();

    EditedSource after{before, {now, {}, seen.firstLines.first(change->firstBlock) + firstLines + linesBehind}};
    after.page.blocks = before.blocks.first(change->firstBlock) + blocks + before.blocks.mid(change->endBlock);
    after.seen.blockIds = idsOf(after.page.blocks.first(after.seen.firstLines.size()));
    return after;
}

} // namespace pipeline
