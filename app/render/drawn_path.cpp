// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/render/drawn_path.h"

#include <algorithm>
#include <cmath>

namespace render {

namespace {

void addStroke(PlacedShapes &shapes, const QRectF &clip, const QPointF &from, const QPointF &to)
{
    const auto clipped = [&](const QPointF &p) {
        return QPointF(std::clamp(p.x(), clip.left(), std::max(clip.left(), clip.right())),
            std::clamp(p.y(), clip.top(), std::max(clip.top(), clip.bottom())));
    };
    shapes.addStroke(clipped(from), clipped(to));
}

} // namespace

void DrawnPath::moveTo(const QPointF &to)
{
    m_start = m_pen = to;
    extend(to);
}

void DrawnPath::lineTo(const QPointF &to)
{
    addLine(to);
    extend(to);
}

void DrawnPath::curveTo(std::initializer_list<QPointF> bends, const QPointF &to)
{
    for (const QPointF &bend : bends)
        extend(bend);
    m_pen = to;
    m_isStraight = false;
    extend(to);
}

void DrawnPath::addRectangle(const QRectF &rectangle)
{
    m_rectangles.push_back(rectangle);
    m_start = m_pen = rectangle.topLeft();
    extend(rectangle.topLeft());
    extend(rectangle.bottomRight());
}

void DrawnPath::stroke(PlacedShapes &shapes, const QRectF &clip) const
{
    for (const Line &line : m_lines)
        addStroke(shapes, clip, line.from, line.to);
    for (const QRectF &r : m_rectangles) {
        addStroke(shapes, clip, r.topLeft(), r.topRight());
        addStroke(shapes, clip, r.bottomLeft(), r.bottomRight());
        addStroke(shapes, clip, r.topLeft(), r.bottomLeft());
        addStroke(shapes, clip, r.topRight(), r.bottomRight());
    }
}

void DrawnPath::fill(PlacedShapes &shapes, const QRectF &clip) const
{
    for (const QRectF &r : m_rectangles)
        shapes.addFill(r.intersected(clip));
    if (m_rectangles.empty() && m_isStraight && m_lines.size() <= 5)
        shapes.addFill(m_bounds.intersected(clip));
}

void DrawnPath::mark(Drawings &drawings, const QRectF &clip, bool filled) const
{
    if (!m_isStraight || m_isSlanted) {
        drawings.addShape(m_bounds.intersected(clip));
        return;
    }
    if (!filled)
        return;
    for (const QRectF &r : m_rectangles)
        drawings.addArea(r.intersected(clip));
    if (m_rectangles.empty())
        drawings.addArea(m_bounds.intersected(clip));
}

void DrawnPath::extend(const QPointF &point)
{
    if (m_isEmpty)
        m_bounds = QRectF(point, point);
    m_bounds = QRectF(QPointF(std::min(m_bounds.left(), point.x()), std::min(m_bounds.top(), point.y())),
        QPointF(std::max(m_bounds.right(), point.x()), std::max(m_bounds.bottom(), point.y())));
    m_isEmpty = false;
}

void DrawnPath::addLine(const QPointF &to)
{
    constexpr size_t mostLines = 10'000; // of one path
    constexpr double slant = 2; // points: less is the unevenness of a ruled line
    m_isSlanted = m_isSlanted || (std::abs(to.x() - m_pen.x()) > slant && std::abs(to.y() - m_pen.y()) > slant);
    if (m_lines.size() < mostLines)
        m_lines.push_back({m_pen, to});
    m_pen = to;
}

} // namespace render
