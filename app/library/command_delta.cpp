// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/library/command_delta.h"

#include "app/document/page_json.h"

#include <QJsonArray>

#include <algorithm>

namespace library {

namespace {

using namespace Qt::StringLiterals;

QJsonArray blocksToJson(const QList<document::Block> &blocks)
{
    QJsonArray array;
    for (const document::Block &block : blocks)
        array.append(document::toJson(block));
    return array;
}

} // namespace

QJsonObject deltaOf(const document::Command &command)
{
    const document::PageChange &change = command.change;
    QJsonObject delta{{u"page"_s, command.pageIndex}, {u"label"_s, command.label}, {u"reverts"_s, command.reverts},
        {u"undo"_s, command.isUndo}, {u"from"_s, change.from}, {u"removed"_s, change.removed.size()},
        {u"inserted"_s, blocksToJson(change.inserted)}};
    if (command.group != 0)
        delta[u"group"_s] = command.group;
    if (change.headerAfter)
        delta[u"header"_s] = document::toJson(*change.headerAfter);
    return delta;
}

document::PageChange changeFrom(const QJsonObject &delta, const document::Page &before)
{
    document::PageChange change;
    change.from = std::clamp<qsizetype>(delta["from"_L1].toInteger(), 0, before.blocks.size());
    change.removed = before.blocks.mid(
        change.from, std::clamp<qsizetype>(delta["removed"_L1].toInteger(), 0, before.blocks.size() - change.from));
    for (const QJsonValue &block : delta["inserted"_L1].toArray())
        change.inserted.append(document::blockFromJson(block.toObject()));
    if (delta.contains("header"_L1)) {
        change.headerBefore = document::withoutBlocks(before);
        change.headerAfter = document::pageFromJson(delta["header"_L1].toObject());
    }
    return change;
}

} // namespace library
