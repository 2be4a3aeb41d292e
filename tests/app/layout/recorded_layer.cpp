// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorded_layer.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cmath>

namespace layout_test {

namespace {

constexpr double perPoint = 100;

QJsonArray boxOf(const base::NormalizedRect &box, const QSizeF &page)
{
    const auto at = [](double share, double side) { return std::round(share * side * perPoint); };
    return {at(box.x0, page.width()), at(box.y0, page.height()), at(box.x1, page.width()), at(box.y1, page.height())};
}

base::NormalizedRect boxFrom(const QJsonArray &numbers, qsizetype first, const QSizeF &page)
{
    const auto at = [&](qsizetype i, double side) { return numbers[first + i].toDouble() / perPoint / side; };
    return base::NormalizedRect::of(
        at(0, page.width()), at(1, page.height()), at(2, page.width()), at(3, page.height()));
}

int flagsOf(const document::TextLayerWord &word)
{
    return word.rotation / 90 | (word.spaceAfter ? 4 : 0) | (word.invisible ? 8 : 0) | (word.isVertical ? 16 : 0);
}

} // namespace

QByteArray recordLayer(const document::TextLayer &layer)
{
    QList<document::FontStyle> fonts;
    QJsonArray words;
    for (const document::TextLayerWord &word : layer.words) {
        qsizetype font = fonts.indexOf(word.font);
        if (font < 0) {
            font = fonts.size();
            fonts.append(word.font);
        }
        QJsonArray row{word.text, int(font), flagsOf(word)};
        for (const QJsonValue &number : boxOf(word.box, layer.size))
            row.append(number);
        if (!word.link.isEmpty())
            row.append(word.link);
        words.append(row);
    }
    QJsonArray fontRows;
    for (const document::FontStyle &font : fonts)
        fontRows.append(QJsonArray{font.family, font.size, font.bold, font.italic, font.monospace});
    QJsonArray pictures;
    for (const base::NormalizedRect &picture : layer.pictures)
        pictures.append(boxOf(picture, layer.size));
    QJsonArray rules;
    for (const document::Rule &rule : layer.rules)
        rules.append(boxOf(rule.box, layer.size));
    QJsonArray drawings;
    for (const base::NormalizedRect &drawing : layer.drawings)
        drawings.append(boxOf(drawing, layer.size));
    return QJsonDocument(
        QJsonObject{{QStringLiteral("size"), QJsonArray{layer.size.width(), layer.size.height()}},
            {QStringLiteral("fonts"), fontRows}, {QStringLiteral("words"), words},
            {QStringLiteral("pictures"), pictures}, {QStringLiteral("rules"), rules},
            {QStringLiteral("drawings"), drawings},
            {QStringLiteral("counts"),
                QJsonArray{layer.pictureCoverage, double(layer.unmappedCharacters), double(layer.invisibleCharacters),
                    double(layer.paintedCharacters), double(layer.paths)}}})
        .toJson(QJsonDocument::Compact);
}

document::TextLayer playLayer(const QByteArray &json)
{
    const QJsonObject root = QJsonDocument::fromJson(json).object();
    document::TextLayer layer;
    const QJsonArray size = root[QStringLiteral("size")].toArray();
    layer.size = QSizeF(size[0].toDouble(), size[1].toDouble());
    QList<document::FontStyle> fonts;
    for (const QJsonValue &value : root[QStringLiteral("fonts")].toArray()) {
        const QJsonArray row = value.toArray();
        fonts.append({row[0].toString(), row[1].toDouble(), row[2].toBool(), row[3].toBool(), row[4].toBool()});
    }
    for (const QJsonValue &value : root[QStringLiteral("words")].toArray()) {
        const QJsonArray row = value.toArray();
        const int flags = row[2].toInt();
        layer.words.append({row[0].toString(), boxFrom(row, 3, layer.size), fonts.value(row[1].toInt()),
            90 * (flags & 3), (flags & 4) != 0, (flags & 8) != 0, row[7].toString(), (flags & 16) != 0});
    }
    for (const QJsonValue &value : root[QStringLiteral("pictures")].toArray())
        layer.pictures.append(boxFrom(value.toArray(), 0, layer.size));
    for (const QJsonValue &value : root[QStringLiteral("rules")].toArray())
        layer.rules.append({boxFrom(value.toArray(), 0, layer.size)});
    for (const QJsonValue &value : root[QStringLiteral("drawings")].toArray())
        layer.drawings.append(boxFrom(value.toArray(), 0, layer.size));
    const QJsonArray counts = root[QStringLiteral("counts")].toArray();
    layer.pictureCoverage = counts[0].toDouble();
    layer.unmappedCharacters = counts[1].toInteger();
    layer.invisibleCharacters = counts[2].toInteger();
    layer.paintedCharacters = counts[3].toInteger();
    layer.paths = counts[4].toInteger();
    return layer;
}

} // namespace layout_test
