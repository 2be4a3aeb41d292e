// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/document/figure.h"

#include "app/document/block_markdown.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace document {

namespace {

template <class... Ts>
struct Overloaded : Ts... {
    using Ts::operator()...;
};

QString pointText(QPointF point)
{
    return u"(%1, %2)"_s.arg(point.x()).arg(point.y());
}

/// The point's name before its place, where it has one.
QString namedPoint(const Geometry &geometry, QPointF place)
{
    const auto named = std::ranges::find(geometry.points, place, &Geometry::Point::at);
    return named == geometry.points.end() ? pointText(place) : named->name + u' ' + pointText(place);
}

QString geometryText(const Geometry &geometry)
{
    QStringList lines;
    for (const Geometry::Line &line : geometry.lines)
        lines.append(u"line %1 -- %2"_s.arg(namedPoint(geometry, line.from), namedPoint(geometry, line.to)));
    for (const Geometry::Circle &circle : geometry.circles) {
        const QString name = circle.name.isEmpty() ? QString() : circle.name + u' ';
        lines.append(u"circle %1%2 radius %3"_s.arg(name, pointText(circle.middle)).arg(circle.radius));
    }
    for (const Geometry::Point &point : geometry.points)
        lines.append(u"point %1 %2"_s.arg(point.name, pointText(point.at)));
    return lines.join(u'\n');
}

/// A code block whose fence is longer than any in it.
QString fenced(const QString &code)
{
    qsizetype longest = 2;
    qsizetype run = 0;
    for (const QChar c : code) {
        run = c == u'`' ? run + 1 : 0;
        longest = std::max(longest, run);
    }
    const QString fence(longest + 1, u'`');
    return fence + u'\n' + code + u'\n' + fence;
}

QJsonArray pointJson(QPointF point)
{
    return {point.x(), point.y()};
}

QPointF pointFromJson(const QJsonValue &value)
{
    const QJsonArray pair = value.toArray();
    return {pair.at(0).toDouble(), pair.at(1).toDouble()};
}

QJsonObject geometryJson(const Geometry &geometry)
{
    QJsonArray lines;
    for (const Geometry::Line &line : geometry.lines)
        lines.append(
            QJsonObject{{u"from"_s, pointJson(line.from)}, {u"to"_s, pointJson(line.to)}, {u"style"_s, line.kind}});
    QJsonArray circles;
    for (const Geometry::Circle &circle : geometry.circles)
        circles.append(QJsonObject{
            {u"name"_s, circle.name}, {u"middle"_s, pointJson(circle.middle)}, {u"radius"_s, circle.radius}});
    QJsonArray points;
    for (const Geometry::Point &point : geometry.points)
        points.append(QJsonObject{{u"name"_s, point.name}, {u"at"_s, pointJson(point.at)}});
    return {{u"lines"_s, lines}, {u"circles"_s, circles}, {u"points"_s, points}};
}

Geometry geometryFromJson(const QJsonObject &json)
{
    Geometry geometry;
    for (const QJsonValue &line : json.value(u"lines").toArray())
        geometry.lines.append(
            {pointFromJson(line[u"from"_s]), pointFromJson(line[u"to"_s]), line[u"style"_s].toString()});
    for (const QJsonValue &circle : json.value(u"circles").toArray())
        geometry.circles.append(
            {circle[u"name"_s].toString(), pointFromJson(circle[u"middle"_s]), circle[u"radius"_s].toDouble()});
    for (const QJsonValue &point : json.value(u"points").toArray())
        geometry.points.append({point[u"name"_s].toString(), pointFromJson(point[u"at"_s])});
    return geometry;
}

QJsonObject chartJson(const ChartTable &chart)
{
    QJsonArray rows;
    for (const QStringList &row : chart.rows)
        rows.append(QJsonArray::fromStringList(row));
    return {{u"html"_s, chart.html}, {u"rows"_s, rows}};
}

ChartTable chartFromJson(const QJsonObject &json)
{
    ChartTable chart{json.value(u"html").toString(), {}};
    for (const QJsonValue &row : json.value(u"rows").toArray()) {
        QStringList cells;
        for (const QJsonValue &cell : row.toArray())
            cells.append(cell.toString());
        chart.rows.append(cells);
    }
    return chart;
}

} // namespace

QString figureKind(const Figure &figure)
{
    return std::visit(
        Overloaded{[](const Description &) { return u"description"_s; }, [](const ChartTable &) { return u"chart"_s; },
            [](const Geometry &) { return u"geometry"_s; }, [](const Smiles &) { return u"smiles"_s; }},
        figure);
}

QString figureMarkdown(const Figure &figure)
{
    return std::visit(Overloaded{[](const Description &description) { return description.markdown; },
                          [](const ChartTable &chart) { return tablesMarkdown(chart.html); },
                          [](const Geometry &geometry) { return fenced(geometryText(geometry)); },
                          [](const Smiles &smiles) { return fenced(smiles.notation); }},
        figure);
}

QString figureText(const Figure &figure)
{
    return std::visit(Overloaded{[](const Description &description) { return plainText(description.markdown); },
                          [](const ChartTable &chart) { return tablesText(chart.html); },
                          [](const Geometry &geometry) { return geometryText(geometry); },
                          [](const Smiles &smiles) { return smiles.notation; }},
        figure);
}

QString figureHtml(const Figure &figure, const FormulaHtml &formula)
{
    const auto *chart = std::get_if<ChartTable>(&figure);
    return chart ? safeHtml(chart->html, formula) : markdownHtml(figureMarkdown(figure), formula);
}

QJsonObject toJson(const Figure &figure)
{
    QJsonObject json = std::visit(
        Overloaded{[](const Description &description) { return QJsonObject{{u"markdown"_s, description.markdown}}; },
            [](const ChartTable &chart) { return chartJson(chart); },
            [](const Geometry &geometry) { return geometryJson(geometry); },
            [](const Smiles &smiles) { return QJsonObject{{u"smiles"_s, smiles.notation}}; }},
        figure);
    json.insert(u"kind"_s, figureKind(figure));
    return json;
}

Figure figureFromJson(const QJsonObject &json)
{
    const QString kind = json.value(u"kind").toString();
    if (kind == u"chart")
        return chartFromJson(json);
    if (kind == u"geometry")
        return geometryFromJson(json);
    if (kind == u"smiles")
        return Smiles{json.value(u"smiles").toString()};
    return Description{json.value(u"markdown").toString()};
}

} // namespace document
