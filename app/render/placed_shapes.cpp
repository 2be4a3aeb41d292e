// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/render/placed_shapes.h"

#include <algorithm>
#include <bitset>
#include <cmath>

namespace render {

namespace {

constexpr double thinnest = 3; // points: a filled area no thicker is a line drawn as an area
constexpr double shortest = 8; // points: shorter lines are parts of letters, ticks of charts
constexpr double slant = 0.7; // points a line may lean and still be upright or level
constexpr qsizetype mostRules = 4000; // charts and maps have tens of thousands; nobody's tables have
constexpr size_t mostPictures = 2000;
constexpr double seam = 1.0; // points between strips of one picture

/// As wide as the other and touching or overlapping it above or below.
bool isStackedOn(const QRectF &a, const QRectF &b)
{
    return std::abs(a.left() - b.left()) < seam && std::abs(a.right() - b.right()) < seam && a.top() < b.bottom() + seam
        && b.top() < a.bottom() + seam;
}

bool isBeside(const QRectF &a, const QRectF &b)
{
    return std::abs(a.top() - b.top()) < seam && std::abs(a.bottom() - b.bottom()) < seam && a.left() < b.right() + seam
        && b.left() < a.right() + seam;
}

/// Layers of one scan: background, mask and foreground lie on each other.
bool isSamePlace(const QRectF &a, const QRectF &b)
{
    constexpr double layers = 3; // points: layers are padded to whole blocks of pixels
    return std::abs(a.left() - b.left()) < layers && std::abs(a.right() - b.right()) < layers
        && std::abs(a.top() - b.top()) < layers && std::abs(a.bottom() - b.bottom()) < layers;
}

bool belongTogether(const QRectF &a, const QRectF &b)
{
    return isStackedOn(a, b) || isBeside(a, b) || isSamePlace(a, b);
}

} // namespace

double PlacedShapes::shareOfPage(const QRectF &area) const
{
    const QRectF seen = area.intersected(page());
    return m_page.isEmpty() ? 0 : seen.width() * seen.height() / (m_page.width() * m_page.height());
}

void PlacedShapes::addPicture(const QRectF &place)
{
    const QRectF seen = place.intersected(page());
    if (seen.width() < 0.5 || seen.height() < 0.5 || m_pictures.size() >= mostPictures)
        return;
    // Strips come one after the other: joining with the last few is enough and stays linear.
    for (size_t i = m_pictures.size(); i > 0 && m_pictures.size() - i < 8; --i) {
        if (belongTogether(m_pictures[i - 1], seen)) {
            m_pictures[i - 1] = m_pictures[i - 1].united(seen);
            return;
        }
    }
    m_pictures.push_back(seen);
}

void PlacedShapes::addStroke(const QPointF &from, const QPointF &to)
{
    const QRectF line = QRectF(from, to).normalized();
    if (line.width() > slant && line.height() > slant)
        return;
    addRule(line);
}

void PlacedShapes::addFill(const QRectF &area)
{
    if (std::min(area.width(), area.height()) <= thinnest)
        addRule(area);
}

void PlacedShapes::addRule(const QRectF &line)
{
    if (std::max(line.width(), line.height()) < shortest || m_rules.size() >= mostRules)
        return;
    if (!page().adjusted(-1, -1, 1, 1).intersects(line.adjusted(0, 0, 0.01, 0.01)))
        return;
    m_rules.append({base::NormalizedRect::of(line, m_page)});
}

QList<base::NormalizedRect> PlacedShapes::pictures() const
{
    constexpr double smallest = 6; // points: bullets, dots of leaders, single-pixel backgrounds
    QList<base::NormalizedRect> boxes;
    for (const QRectF &picture : m_pictures) {
        if (picture.width() >= smallest && picture.height() >= smallest)
            boxes.append(base::NormalizedRect::of(picture, m_page));
    }
    return boxes;
}

double PlacedShapes::coverage() const
{
    constexpr int cells = 100;
    std::vector<std::bitset<cells>> covered(cells);
    for (const QRectF &picture : m_pictures) {
        const base::NormalizedRect box = base::NormalizedRect::of(picture, m_page);
        // a cell counts when its centre is covered
        const int left = static_cast<int>(std::ceil(box.x0 * cells - 0.5));
        const int right = static_cast<int>(std::ceil(box.x1 * cells - 0.5));
        for (int row = static_cast<int>(std::ceil(box.y0 * cells - 0.5)); row < std::ceil(box.y1 * cells - 0.5);
            ++row) {
            for (int column = left; column < right; ++column)
                covered[static_cast<size_t>(row)].set(static_cast<size_t>(column));
        }
    }
    size_t sum = 0;
    for (const auto &row : covered)
        sum += row.count();
    return static_cast<double>(sum) / (cells * cells);
}

QList<document::Rule> PlacedShapes::rules() const
{
    return m_rules;
}

} // namespace render
