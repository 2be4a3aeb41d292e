// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/library/command_delta.h"

#include "app/document/page_json.h"

#include <QJsonArray>

#include <algorithm>

namespace library {

namespace {

using namespace Qt::StringLiterals;

QJsonArray blocksToJson(const QList<document::Block> &blocks, qsizetype from, qsizetype count)
{
    QJsonArray array;
    for (qsizetype i = from; i < from + count; ++i)
        array.append(document::toJson(blocks[i]));
    return array;
}

document::Page withoutBlocks(document::Page page)
{
    page.blocks.clear();
    return page;
}

} // namespace

QJsonObject deltaOf(const document::Command &command)
{
    const QList<document::Block> &before = command.before.blocks;
    const QList<document::Block> &after = command.after.blocks;
    const qsizetype shorter = std::min(before.size(), after.size());
    qsizetype head = 0;
    while (head < shorter && before[head] == after[head])
        ++head;
    qsizetype tail = 0;
    while (tail < shorter - head && before[before.size() - 1 - tail] == after[after.size() - 1 - tail])
        ++tail;
    QJsonObject delta{{u"page"_s, command.pageIndex}, {u"label"_s, command.label}, {u"reverts"_s, command.reverts},
        {u"undo"_s, command.isUndo}, {u"from"_s, head}, {u"removed"_s, before.size() - head - tail},
        {u"inserted"_s, blocksToJson(after, head, after.size() - head - tail)}};
    if (command.group != 0)
        delta[u"group"_s] = command.group;
    if (const document::Page header = withoutBlocks(command.after); header != withoutBlocks(command.before))
        delta[u"header"_s] = document::toJson(header);
    return delta;
}

document::Page applyDelta(const QJsonObject &delta, const document::Page &before)
{
    document::Page page = delta.contains("header"_L1) ? document::pageFromJson(delta["header"_L1].toObject()) : before;
    page.blocks = before.blocks;
    const qsizetype from = std::clamp<qsizetype>(delta["from"_L1].toInteger(), 0, page.blocks.size());
    const qsizetype removed = std::clamp<qsizetype>(delta["removed"_L1].toInteger(), 0, page.blocks.size() - from);
    page.blocks.remove(from, removed);
    qsizetype at = from;
    for (const QJsonValue &block : delta["inserted"_L1].toArray())
        page.blocks.insert(at++, document::blockFromJson(block.toObject()));
    return page;
}

} // namespace library
