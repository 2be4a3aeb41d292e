// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/render/drawings.h"
#include "app/render/placed_shapes.h"

namespace render {

/// A path of a content stream, from its first point to the operator that paints it, in points of the page as seen.
class DrawnPath {
public:
    void moveTo(const QPointF &to);
    void lineTo(const QPointF &to);
    /// Only the end of a curve is kept, and that it reaches no farther than the points that bend it.
    void curveTo(std::initializer_list<QPointF> bends, const QPointF &to);
    void close() { addLine(m_start); }
    void addRectangle(const QRectF &rectangle);

    [[nodiscard]] bool isEmpty() const { return m_isEmpty; }
    [[nodiscard]] QRectF bounds() const { return m_bounds; }

    /// Its straight pieces as strokes, cut off at the edges of @p clip.
    void stroke(PlacedShapes &shapes, const QRectF &clip) const;
    /// Its areas, as far as they are rectangles or nearly so.
    void fill(PlacedShapes &shapes, const QRectF &clip) const;
    /// What of it may belong to a chart or diagram. Level and upright lines do not: tables have them too.
    void mark(Drawings &drawings, const QRectF &clip, bool filled) const;

private:
    struct Line {
        QPointF from;
        QPointF to;
    };
    void extend(const QPointF &point);
    void addLine(const QPointF &to);

    std::vector<Line> m_lines;
    std::vector<QRectF> m_rectangles;
    QRectF m_bounds;
    QPointF m_start;
    QPointF m_pen;
    bool m_isEmpty = true;
    bool m_isStraight = true;
    bool m_isSlanted = false; ///< has a line that is neither level nor upright
};

} // namespace render
