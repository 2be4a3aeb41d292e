// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/document/safe_html.h"

#include <QJsonObject>
#include <QList>
#include <QPointF>
#include <QStringList>

#include <variant>

namespace document {

/// A picture in words.
struct Description {
    QString markdown; ///< as Block::markdown; may hold several paragraphs and lists, parted by empty lines

    bool operator==(const Description &) const = default;
};

/// A chart read back as its data.
struct ChartTable {
    QString html; ///< as Block::html: safe, with spans, loose words between tables as <p>
    QList<QStringList>
        rows; ///< the first table's cells as plain words, the head first; a cell that spans is repeated, so all rows of a
    ///< whole table are equally long

    bool operator==(const ChartTable &) const = default;
};

/// A drawing of plane geometry. Coordinates are the drawing's own, y upwards; the model draws on about -15 to 15.
struct Geometry {
    struct Point {
        QString name; ///< "A"
        QPointF at;
        bool operator==(const Point &) const = default;
    };
    struct Line {
        QPointF from;
        QPointF to;
        QString kind; ///< as the model says: "--" is solid; empty when it does not say
        bool operator==(const Line &) const = default;
    };
    struct Circle {
        QString name; ///< of its middle; may be empty
        QPointF middle;
        double radius = 0; ///< > 0
        bool operator==(const Circle &) const = default;
    };
    QList<Line> lines;
    QList<Circle> circles;
    QList<Point> points;

    [[nodiscard]] bool isEmpty() const { return lines.isEmpty() && circles.isEmpty() && points.isEmpty(); }
    bool operator==(const Geometry &) const = default;
};

/// A molecule's structure, or several, one a line.
struct Smiles {
    QString notation; ///< SMILES as the model wrote it; checked for its form, not for its chemistry

    bool operator==(const Smiles &) const = default;
};

/// What a picture shows, as the task `figure` reads it.
using Figure = std::variant<Description, ChartTable, Geometry, Smiles>;

/// "description", "chart", "geometry" or "smiles".
[[nodiscard]] QString figureKind(const Figure &figure);

/// As Markdown that can stand below the picture: a table, a code block, a code span, or the description itself.
[[nodiscard]] QString figureMarkdown(const Figure &figure);
/// As plain words: tables with tabs, geometry one element a line ("line A (-5, 0) -- B (5, 0)").
[[nodiscard]] QString figureText(const Figure &figure);
/// As an HTML fragment of allowed elements.
[[nodiscard]] QString figureHtml(const Figure &figure, const FormulaHtml &formula = {});

/// As JSON, for the journal and the export alike: {"kind": "chart", "html", "rows"}, {"kind": "geometry", "lines": [{"from": [x, y],
/// "to": [x, y], "style"}], "circles": [{"name", "middle": [x, y], "radius"}], "points": [{"name", "at": [x, y]}]},
/// {"kind": "smiles", "smiles"} or {"kind": "description", "markdown"}.
[[nodiscard]] QJsonObject toJson(const Figure &figure);
/// The reverse; what is missing has its default, an unknown kind is an empty description.
[[nodiscard]] Figure figureFromJson(const QJsonObject &json);

} // namespace document
