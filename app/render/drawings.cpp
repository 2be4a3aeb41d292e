// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/render/drawings.h"

#include <algorithm>
#include <cmath>

namespace render {

namespace {

constexpr std::size_t mostMarks = 200'000; // a map's; more say nothing new
constexpr double cellSide = 4; // points
constexpr int mostCells = 512; // along one side
constexpr double thinnest = 3; // points: thinner areas are lines, see placed_shapes.cpp
constexpr double gap = 6; // points: half of how far marks of one drawing may stand apart
constexpr double smallest = 40; // points a side
constexpr int fewestMarks = 4;
constexpr int fewestShapes = 2;
constexpr double backgroundShare = 0.9; // of the page, in both directions

/// Cells over the page, in which sums over rectangles are cheap.
class Grid {
public:
    explicit Grid(const QSizeF &page)
        : m_columns(std::clamp(static_cast<int>(std::ceil(page.width() / cellSide)), 1, mostCells))
        , m_rows(std::clamp(static_cast<int>(std::ceil(page.height() / cellSide)), 1, mostCells))
        , m_width(page.width() / m_columns)
        , m_height(page.height() / m_rows)
        , m_values(static_cast<std::size_t>((m_columns + 1) * (m_rows + 1)))
    {
    }

    [[nodiscard]] int columns() const { return m_columns; }
    [[nodiscard]] int rows() const { return m_rows; }
    [[nodiscard]] int column(double x) const { return std::clamp(static_cast<int>(x / m_width), 0, m_columns - 1); }
    [[nodiscard]] int row(double y) const { return std::clamp(static_cast<int>(y / m_height), 0, m_rows - 1); }
    int &at(int column, int row) { return m_values[static_cast<std::size_t>(row * (m_columns + 1) + column)]; }

    /// Adds one to every cell that @p r touches, once sum() was called.
    void cover(const QRectF &r)
    {
        const int left = column(r.left());
        const int top = row(r.top());
        const int right = column(r.right()) + 1;
        const int bottom = row(r.bottom()) + 1;
        ++at(left, top);
        --at(right, top);
        --at(left, bottom);
        ++at(right, bottom);
    }
    /// Every cell becomes the sum of those above and to the left of it, itself too.
    void sum()
    {
        for (int y = 0; y <= m_rows; ++y) {
            for (int x = 1; x <= m_columns; ++x)
                at(x, y) += at(x - 1, y);
        }
        for (int y = 1; y <= m_rows; ++y) {
            for (int x = 0; x <= m_columns; ++x)
                at(x, y) += at(x, y - 1);
        }
    }
    /// Of the cells in @p r, once sum() was called.
    [[nodiscard]] int sumIn(const QRectF &r)
    {
        const auto upTo = [this](int x, int y) { return x < 0 || y < 0 ? 0 : at(x, y); };
        const int left = column(r.left()) - 1;
        const int top = row(r.top()) - 1;
        const int right = column(r.right());
        const int bottom = row(r.bottom());
        return upTo(right, bottom) - upTo(left, bottom) - upTo(right, top) + upTo(left, top);
    }

private:
    int m_columns;
    int m_rows;
    double m_width;
    double m_height;
    std::vector<int> m_values;
};

/// Gives every covered cell the number of the cells it hangs together with, from 1; 0 for the others.
int number(Grid &covered, Grid &numbers)
{
    int count = 0;
    std::vector<std::pair<int, int>> open;
    for (int y = 0; y < covered.rows(); ++y) {
        for (int x = 0; x < covered.columns(); ++x) {
            if (covered.at(x, y) == 0 || numbers.at(x, y) != 0)
                continue;
            numbers.at(x, y) = ++count;
            open.emplace_back(x, y);
            while (!open.empty()) {
                const auto [cx, cy] = open.back();
                open.pop_back();
                for (const auto &[nx, ny] : {std::pair(cx - 1, cy), {cx + 1, cy}, {cx, cy - 1}, {cx, cy + 1}}) {
                    if (nx < 0 || ny < 0 || nx >= covered.columns() || ny >= covered.rows() || covered.at(nx, ny) == 0
                        || numbers.at(nx, ny) != 0)
                        continue;
                    numbers.at(nx, ny) = count;
                    open.emplace_back(nx, ny);
                }
            }
        }
    }
    return count;
}

struct Drawing {
    QRectF box;
    int marks = 0;
    int shapes = 0;
};

/// The empty cells of a table with shaded rows.
bool isShaded(const Drawing &drawing, const std::vector<QRectF> &shades)
{
    const QRectF beside = drawing.box.adjusted(-2 * gap, 0, 2 * gap, 0);
    return 2 * std::ranges::count_if(shades, [&](const QRectF &shade) { return shade.intersects(beside); })
        >= drawing.marks;
}

} // namespace

void Drawings::add(const QRectF &bounds, bool isArea)
{
    const QRectF page(QPointF(), m_page);
    // A level curve has no height: it counts as thin, not as nothing.
    const QRectF seen = bounds.adjusted(0, 0, 0.01, 0.01).intersected(page);
    if (seen.isEmpty() || (isArea && std::min(seen.width(), seen.height()) <= thinnest))
        return;
    if (seen.width() > backgroundShare * m_page.width() && seen.height() > backgroundShare * m_page.height())
        return;
    if (m_marks.size() < mostMarks)
        m_marks.push_back({seen, isArea});
}

QList<base::NormalizedRect> Drawings::found(const std::vector<QRectF> &texts) const
{
    QList<base::NormalizedRect> boxes;
    if (m_marks.empty() || m_page.isEmpty())
        return boxes;
    Grid letters(m_page);
    for (const QRectF &text : texts) {
        if (QRectF(QPointF(), m_page).contains(text.center()))
            ++letters.at(letters.column(text.center().x()), letters.row(text.center().y()));
    }
    letters.sum();

    std::vector<Mark> marks;
    std::vector<QRectF> shades;
    for (const Mark &mark : m_marks) {
        if (!mark.isArea || letters.sumIn(mark.bounds) == 0)
            marks.push_back(mark);
        else
            shades.push_back(mark.bounds);
    }
    Grid covered(m_page);
    for (const Mark &mark : marks)
        covered.cover(mark.bounds.adjusted(-gap, -gap, gap, gap));
    covered.sum();
    Grid numbers(m_page);
    std::vector<Drawing> drawings(static_cast<std::size_t>(number(covered, numbers)) + 1);
    for (const Mark &mark : marks) {
        const QPointF centre = mark.bounds.center();
        Drawing &drawing
            = drawings[static_cast<std::size_t>(numbers.at(numbers.column(centre.x()), numbers.row(centre.y())))];
        drawing.box = drawing.box.united(mark.bounds);
        ++drawing.marks;
        drawing.shapes += mark.isArea ? 0 : 1;
    }
    for (const Drawing &drawing : drawings) {
        if (drawing.box.width() < smallest || drawing.box.height() < smallest)
            continue;
        const bool isWholePage = drawing.box.width() > backgroundShare * m_page.width()
            && drawing.box.height() > backgroundShare * m_page.height();
        const bool hasMany = drawing.marks >= fewestMarks || drawing.shapes >= fewestShapes;
        if (!isWholePage && hasMany && (drawing.shapes > 0 || !isShaded(drawing, shades)))
            boxes.append(base::NormalizedRect::of(drawing.box, m_page));
    }
    std::ranges::sort(boxes, {}, [](const base::NormalizedRect &box) { return std::pair(box.y0, box.x0); });
    return boxes;
}

} // namespace render
