// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/document/page_json.h"

#include <QJsonArray>

namespace document {

namespace {

using namespace Qt::StringLiterals;

QJsonArray boxToJson(const base::NormalizedRect &box)
{
    return {box.x0, box.y0, box.x1, box.y1};
}

base::NormalizedRect boxFromJson(const QJsonValue &value)
{
    const QJsonArray box = value.toArray();
    return {box.at(0).toDouble(), box.at(1).toDouble(), box.at(2).toDouble(), box.at(3).toDouble()};
}

template <class T, class Convert>
QJsonArray listToJson(const QList<T> &list, Convert convert)
{
    QJsonArray array;
    for (const T &item : list)
        array.append(convert(item));
    return array;
}

template <class T, class Convert>
QList<T> listFromJson(const QJsonValue &value, Convert convert)
{
    QList<T> list;
    for (const QJsonValue &item : value.toArray())
        list.append(convert(item));
    return list;
}

QJsonObject lineToJson(const Line &line)
{
    return {{u"text"_s, line.text}, {u"box"_s, boxToJson(line.box)}};
}

Line lineFromJson(const QJsonValue &value)
{
    return {value["text"_L1].toString(), boxFromJson(value["box"_L1])};
}

QJsonObject wordToJson(const Word &word)
{
    return {{u"text"_s, word.text}, {u"box"_s, boxToJson(word.box)}, {u"confidence"_s, word.confidence}};
}

Word wordFromJson(const QJsonValue &value)
{
    return {value["text"_L1].toString(), boxFromJson(value["box"_L1]), value["confidence"_L1].toDouble(-1)};
}

PageStatus statusNamed(const QString &name)
{
    for (const PageStatus status : {PageStatus::Reading, PageStatus::Ok, PageStatus::Partial, PageStatus::Failed}) {
        if (statusName(status) == name)
            return status;
    }
    return PageStatus::Unread;
}

QJsonObject errorToJson(const base::Error &error)
{
    return {{u"code"_s, static_cast<int>(error.code)}, {u"what"_s, error.what}, {u"remedy"_s, error.remedy},
        {u"detail"_s, error.detail}};
}

base::Error errorFromJson(const QJsonValue &value)
{
    return {static_cast<base::ErrorCode>(value["code"_L1].toInt()), value["what"_L1].toString(),
        value["remedy"_L1].toString(), value["detail"_L1].toString()};
}

} // namespace

QJsonObject toJson(const Block &block)
{
    QJsonObject json{{u"id"_s, block.id}, {u"type"_s, block.type}, {u"markdown"_s, block.markdown},
        {u"text"_s, block.text}, {u"boxes"_s, listToJson(block.boxes, boxToJson)}};
    if (block.level)
        json[u"level"_s] = block.level;
    if (!block.html.isEmpty())
        json[u"html"_s] = block.html;
    if (!block.image.isEmpty())
        json[u"image"_s] = block.image;
    if (!block.lines.isEmpty())
        json[u"lines"_s] = listToJson(block.lines, lineToJson);
    if (!block.words.isEmpty())
        json[u"words"_s] = listToJson(block.words, wordToJson);
    if (block.doubtedRepetition)
        json[u"doubtedRepetition"_s] = true;
    if (block.isCorrected)
        json[u"isCorrected"_s] = true;
    if (block.figure)
        json[u"figure"_s] = toJson(*block.figure);
    return json;
}

QJsonObject toJson(const Page &page)
{
    QJsonObject json{{u"number"_s, page.number}, {u"width"_s, page.geometry.size.width()},
        {u"height"_s, page.geometry.size.height()}, {u"unit"_s, unitName(page.geometry.unit)},
        {u"dpi"_s, page.geometry.resolution.value}, {u"status"_s, statusName(page.status)}, {u"reader"_s, page.reader},
        {u"reason"_s, page.reason}, {u"orientation"_s, page.orientation}, {u"transcript"_s, page.transcript},
        {u"blocks"_s, listToJson(page.blocks, [](const Block &block) { return toJson(block); })}};
    if (page.error)
        json[u"error"_s] = errorToJson(*page.error);
    return json;
}

Block blockFromJson(const QJsonObject &json)
{
    Block block;
    block.id = json["id"_L1].toString();
    block.type = json["type"_L1].toString();
    block.level = json["level"_L1].toInt();
    block.markdown = json["markdown"_L1].toString();
    block.text = json["text"_L1].toString();
    block.html = json["html"_L1].toString();
    block.image = json["image"_L1].toString();
    block.boxes = listFromJson<base::NormalizedRect>(json["boxes"_L1], boxFromJson);
    block.lines = listFromJson<Line>(json["lines"_L1], lineFromJson);
    block.words = listFromJson<Word>(json["words"_L1], wordFromJson);
    block.doubtedRepetition = json["doubtedRepetition"_L1].toBool();
    block.isCorrected = json["isCorrected"_L1].toBool();
    if (const QJsonValue figure = json["figure"_L1]; figure.isObject())
        block.figure = figureFromJson(figure.toObject());
    return block;
}

Page pageFromJson(const QJsonObject &json)
{
    Page page;
    page.number = json["number"_L1].toInt(1);
    page.geometry.size = {json["width"_L1].toDouble(), json["height"_L1].toDouble()};
    page.geometry.unit = json["unit"_L1].toString() == "px"_L1 ? PageUnit::Pixels : PageUnit::Points;
    page.geometry.resolution.value = json["dpi"_L1].toDouble(72);
    page.status = statusNamed(json["status"_L1].toString());
    page.reader = json["reader"_L1].toString();
    page.reason = json["reason"_L1].toString();
    page.orientation = json["orientation"_L1].toInt();
    page.transcript = json["transcript"_L1].toString();
    page.blocks
        = listFromJson<Block>(json["blocks"_L1], [](const QJsonValue &v) { return blockFromJson(v.toObject()); });
    if (json.contains("error"_L1))
        page.error = errorFromJson(json["error"_L1]);
    return page;
}

} // namespace document
