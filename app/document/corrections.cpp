// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/document/corrections.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace document {

namespace {

using namespace Qt::StringLiterals;

bool isChangedByHand(const Block &was, const Block &is)
{
    return was.markdown != is.markdown || was.type != is.type || was.level != is.level || was.boxes != is.boxes
        || was.html != is.html;
}

double area(const base::NormalizedRect &box)
{
    return box.isEmpty() ? 0 : box.width() * box.height();
}

double sharedArea(const Block &a, const Block &b)
{
    double shared = 0;
    for (const base::NormalizedRect &one : a.boxes) {
        for (const base::NormalizedRect &other : b.boxes)
            shared += area(one.intersected(other));
    }
    return shared;
}

double wholeArea(const Block &block)
{
    double whole = 0;
    for (const base::NormalizedRect &box : block.boxes)
        whole += area(box);
    return whole;
}

/// Whether half of the words of @p read, or more, are in @p corrected: it is the same text, or a part of it.
bool saysTheSame(const Block &read, const Block &corrected)
{
    const QStringList words = read.text.split(u' ', Qt::SkipEmptyParts);
    const QStringList known = corrected.text.split(u' ', Qt::SkipEmptyParts);
    const QSet<QString> mine(known.begin(), known.end());
    const auto common = std::ranges::count_if(words, [&mine](const QString &word) { return mine.contains(word); });
    return common > 0 && 2 * common >= words.size();
}

/// How well @p read answers to @p corrected: 0 is not at all. Most of it lies where the other does, and either most of both is common to
/// them, or they say the same. Blocks without boxes are known by their ids alone.
double likeness(const Block &read, const Block &corrected)
{
    const bool isNamesake = read.id == corrected.id;
    const double whole = wholeArea(read);
    if (whole <= 0 || corrected.boxes.isEmpty())
        return isNamesake ? 1 : 0;
    const double shared = sharedArea(read, corrected);
    const double common = shared / (whole + wholeArea(corrected) - shared);
    if (shared < whole / 2 || (common < 0.5 && !saysTheSame(read, corrected)))
        return 0;
    return isNamesake ? 2 : common;
}

/// Behind the lowest block that begins above it and shares a column with it; at the end without a box.
qsizetype placeFor(const Block &corrected, const QList<Block> &blocks)
{
    if (corrected.boxes.isEmpty())
        return blocks.size();
    const base::NormalizedRect mine = corrected.box();
    qsizetype place = 0;
    double lowest = -1;
    for (qsizetype i = 0; i < blocks.size(); ++i) {
        const base::NormalizedRect box = blocks[i].box();
        const bool isAbove = !blocks[i].boxes.isEmpty() && box.y0 <= mine.y0 && box.x0 < mine.x1 && mine.x0 < box.x1;
        if (isAbove && box.y0 >= lowest) {
            lowest = box.y0;
            place = i + 1;
        }
    }
    return place;
}

} // namespace

Page withMarks(Page page, const QList<Block> &before)
{
    QHash<QString, const Block *> old;
    for (const Block &block : before)
        old.insert(block.id, &block);
    for (qsizetype i = 0; i < page.blocks.size(); ++i) {
        const Block &block = std::as_const(page.blocks)[i];
        const Block *was = old.value(block.id);
        const bool isCorrected = !was || was->isCorrected || isChangedByHand(*was, block);
        if (isCorrected != block.isCorrected)
            page.blocks[i].isCorrected = isCorrected;
    }
    return page;
}

Page withCorrections(Page read, const QList<Block> &before)
{
    QSet<QString> kept;
    for (const Block &block : before) {
        if (block.isCorrected)
            kept.insert(block.id);
    }
    if (kept.isEmpty())
        return read;
    QList<Block> &blocks = read.blocks;
    QList<Block> waiting;
    for (const Block &mine : before) {
        if (!mine.isCorrected)
            continue;
        const auto likenessTo = [&mine](const Block &block) { return block.isCorrected ? 0 : likeness(block, mine); };
        const auto best = std::ranges::max_element(blocks, {}, likenessTo);
        if (best == blocks.end() || likenessTo(*best) == 0) {
            waiting.append(mine);
            continue;
        }
        *best = mine;
        blocks.removeIf([&](const Block &block) { // it was divided in this reading
            return likenessTo(block) > 0 && saysTheSame(block, mine);
        });
    }
    for (const Block &mine : waiting)
        blocks.insert(placeFor(mine, blocks), mine);
    for (Block &block : blocks) { // ids are unique, and a person's blocks keep theirs
        if (!block.isCorrected && kept.contains(block.id))
            block.id += u"-read"_s;
    }
    return read;
}

} // namespace document
