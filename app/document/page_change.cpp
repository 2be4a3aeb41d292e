// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/document/page_change.h"

#include <algorithm>

namespace document {

namespace {

const Block *withId(const QList<Block> &blocks, const QString &id)
{
    const auto found = std::ranges::find(blocks, id, &Block::id);
    return found == blocks.end() ? nullptr : &*found;
}

bool standsAt(const QList<Block> &blocks, qsizetype from, const QList<Block> &expected)
{
    return from >= 0 && from + expected.size() <= blocks.size()
        && std::equal(expected.begin(), expected.end(), blocks.begin() + from);
}

void applyById(const PageChange &change, QList<Block> &blocks)
{
    blocks.removeIf([&](const Block &block) {
        const Block *expected = withId(change.removed, block.id);
        return expected && *expected == block && !withId(change.inserted, block.id);
    });
    qsizetype place = std::clamp<qsizetype>(change.from, 0, blocks.size());
    for (const Block &block : change.inserted) {
        const auto there = std::ranges::find(blocks, block.id, &Block::id);
        const Block *expected = withId(change.removed, block.id);
        if (there == blocks.end()) {
            blocks.insert(place++, block);
        } else {
            if (expected && *expected == *there)
                *there = block;
            place = there - blocks.begin() + 1;
        }
    }
}

} // namespace

Page withoutBlocks(Page page)
{
    page.blocks.clear();
    return page;
}

PageChange changeBetween(const Page &before, const Page &after)
{
    const QList<Block> &old = before.blocks;
    const QList<Block> &now = after.blocks;
    const qsizetype shorter = std::min(old.size(), now.size());
    qsizetype head = 0;
    while (head < shorter && old[head] == now[head])
        ++head;
    qsizetype tail = 0;
    while (tail < shorter - head && old[old.size() - 1 - tail] == now[now.size() - 1 - tail])
        ++tail;
    PageChange change{head, old.mid(head, old.size() - head - tail), now.mid(head, now.size() - head - tail), {}, {}};
    if (Page was = withoutBlocks(before), is = withoutBlocks(after); was != is) {
        change.headerBefore = std::move(was);
        change.headerAfter = std::move(is);
    }
    return change;
}

PageChange inverse(PageChange change)
{
    std::swap(change.removed, change.inserted);
    std::swap(change.headerBefore, change.headerAfter);
    return change;
}

Page applied(const PageChange &change, Page page)
{
    QList<Block> blocks = std::move(page.blocks);
    page.blocks.clear();
    if (change.headerAfter && change.headerBefore == page)
        page = *change.headerAfter;
    if (standsAt(blocks, change.from, change.removed)) {
        blocks.remove(change.from, change.removed.size());
        for (qsizetype i = 0; i < change.inserted.size(); ++i)
            blocks.insert(change.from + i, change.inserted[i]);
    } else {
        applyById(change, blocks);
    }
    page.blocks = std::move(blocks);
    return page;
}

} // namespace document
