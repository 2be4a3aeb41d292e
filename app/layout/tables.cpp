// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout/tables.h"

#include "app/layout/text_lines.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace layout {

namespace {

constexpr double touch = 3; // points: rules this near meet
constexpr double wallShare = 0.6; // of a cell's side that a rule must cover to part it from its neighbour
constexpr double filledShare = 0.3; // of the cells that must hold words: charts have grids too
constexpr std::size_t mostRules = 3000; // of one direction; a page with more is a drawing

/// A rule along its own direction: at is across, from..to along.
struct Segment {
    double at;
    double from;
    double to;
};

/// Pieces in one line become one.
std::vector<Segment> mergeSegments(std::vector<Segment> segments)
{
    std::sort(segments.begin(), segments.end(), [](const Segment &a, const Segment &b) { return a.at < b.at; });
    std::vector<Segment> merged;
    for (std::size_t i = 0; i < segments.size();) {
        std::size_t end = i + 1;
        while (end < segments.size() && segments[end].at - segments[i].at <= touch / 2)
            ++end;
        std::sort(segments.begin() + std::ptrdiff_t(i), segments.begin() + std::ptrdiff_t(end),
            [](const Segment &a, const Segment &b) { return a.from < b.from; });
        merged.push_back(segments[i]);
        for (std::size_t k = i + 1; k < end; ++k) {
            if (segments[k].from <= merged.back().to + touch)
                merged.back().to = std::max(merged.back().to, segments[k].to);
            else
                merged.push_back(segments[k]);
        }
        i = end;
    }
    return merged;
}

class Groups {
public:
    explicit Groups(std::size_t count)
        : m_parents(count)
    {
        std::iota(m_parents.begin(), m_parents.end(), std::size_t(0));
    }
    std::size_t of(std::size_t i)
    {
        while (m_parents[i] != i)
            i = m_parents[i] = m_parents[m_parents[i]];
        return i;
    }
    void join(std::size_t a, std::size_t b) { m_parents[of(a)] = of(b); }

private:
    std::vector<std::size_t> m_parents;
};

std::vector<double> distinct(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    std::vector<double> kept;
    for (const double value : values) {
        if (kept.empty() || value - kept.back() > touch)
            kept.push_back(value);
    }
    return kept;
}

/// Whether the segments at @p at cover enough of from..to.
bool isWall(const std::vector<Segment> &segments, double at, double from, double to)
{
    double covered = 0;
    for (const Segment &segment : segments) {
        if (std::abs(segment.at - at) <= touch)
            covered += std::max(0.0, std::min(to, segment.to) - std::max(from, segment.from));
    }
    return covered >= wallShare * (to - from);
}

struct Grid {
    std::vector<double> xs;
    std::vector<double> ys;
    std::vector<Segment> horizontals;
    std::vector<Segment> verticals;

    [[nodiscard]] std::size_t columns() const { return xs.size() - 1; }
    [[nodiscard]] std::size_t rows() const { return ys.size() - 1; }
    [[nodiscard]] QRectF box() const { return {QPointF(xs.front(), ys.front()), QPointF(xs.back(), ys.back())}; }
};

std::vector<Grid> gridsOf(const Sheet &sheet)
{
    std::vector<Grid> grids;
    if (sheet.horizontalRules.size() > mostRules || sheet.verticalRules.size() > mostRules)
        return grids;
    std::vector<Segment> horizontals;
    std::vector<Segment> verticals;
    for (const QRectF &rule : sheet.horizontalRules)
        horizontals.push_back({rule.center().y(), rule.left(), rule.right()});
    for (const QRectF &rule : sheet.verticalRules)
        verticals.push_back({rule.center().x(), rule.top(), rule.bottom()});
    horizontals = mergeSegments(std::move(horizontals));
    verticals = mergeSegments(std::move(verticals));
    Groups groups(horizontals.size() + verticals.size());
    for (std::size_t h = 0; h < horizontals.size(); ++h) {
        for (std::size_t v = 0; v < verticals.size(); ++v) {
            const Segment &across = horizontals[h];
            const Segment &down = verticals[v];
            if (down.at >= across.from - touch && down.at <= across.to + touch && across.at >= down.from - touch
                && across.at <= down.to + touch)
                groups.join(h, horizontals.size() + v);
        }
    }
    std::vector<Grid> byGroup(horizontals.size() + verticals.size());
    for (std::size_t h = 0; h < horizontals.size(); ++h)
        byGroup[groups.of(h)].horizontals.push_back(horizontals[h]);
    for (std::size_t v = 0; v < verticals.size(); ++v)
        byGroup[groups.of(horizontals.size() + v)].verticals.push_back(verticals[v]);
    for (Grid &grid : byGroup) {
        for (const Segment &segment : grid.horizontals)
            grid.ys.push_back(segment.at);
        for (const Segment &segment : grid.verticals)
            grid.xs.push_back(segment.at);
        grid.xs = distinct(std::move(grid.xs));
        grid.ys = distinct(std::move(grid.ys));
        if (grid.xs.size() >= 3 && grid.ys.size() >= 2 && grid.columns() * grid.rows() <= 10000)
            grids.push_back(std::move(grid));
    }
    return grids;
}

std::size_t placeIn(const std::vector<double> &edges, double value)
{
    const auto after = std::upper_bound(edges.begin(), edges.end(), value);
    const std::ptrdiff_t place = after - edges.begin() - 1;
    return std::size_t(std::clamp<std::ptrdiff_t>(place, 0, std::ptrdiff_t(edges.size()) - 2));
}

/// Joins cells without a wall between them, where the joined cells form a rectangle.
std::vector<TableCell> cellsOf(const Grid &grid)
{
    const std::size_t columns = grid.columns();
    const std::size_t rows = grid.rows();
    Groups groups(columns * rows);
    for (std::size_t r = 0; r < rows; ++r) {
        for (std::size_t c = 0; c < columns; ++c) {
            if (c + 1 < columns && !isWall(grid.verticals, grid.xs[c + 1], grid.ys[r], grid.ys[r + 1]))
                groups.join(r * columns + c, r * columns + c + 1);
            if (r + 1 < rows && !isWall(grid.horizontals, grid.ys[r + 1], grid.xs[c], grid.xs[c + 1]))
                groups.join(r * columns + c, (r + 1) * columns + c);
        }
    }
    struct Extent {
        std::size_t top = SIZE_MAX, left = SIZE_MAX, bottom = 0, right = 0, count = 0;
    };
    std::vector<Extent> extents(columns * rows);
    for (std::size_t i = 0; i < columns * rows; ++i) {
        Extent &extent = extents[groups.of(i)];
        extent.top = std::min(extent.top, i / columns);
        extent.bottom = std::max(extent.bottom, i / columns);
        extent.left = std::min(extent.left, i % columns);
        extent.right = std::max(extent.right, i % columns);
        ++extent.count;
    }
    std::vector<TableCell> cells;
    for (std::size_t i = 0; i < columns * rows; ++i) {
        const Extent &extent = extents[groups.of(i)];
        const bool isRectangle = (extent.bottom - extent.top + 1) * (extent.right - extent.left + 1) == extent.count;
        if (!isRectangle)
            cells.push_back({int(i / columns), int(i % columns), 1, 1, {}});
        else if (i == extent.top * columns + extent.left)
            cells.push_back({int(extent.top), int(extent.left), int(extent.bottom - extent.top + 1),
                int(extent.right - extent.left + 1), {}});
    }
    return cells;
}

/// Rows and columns that hold no words of their own come from double rules and bars: they go, spans shrink.
void dropEmpty(Table &table)
{
    std::vector<bool> rowIsUsed(std::size_t(table.rows), false);
    std::vector<bool> columnIsUsed(std::size_t(table.columns), false);
    for (const TableCell &cell : table.cells) {
        if (cell.tokens.empty())
            continue;
        rowIsUsed[std::size_t(cell.row)] = true;
        columnIsUsed[std::size_t(cell.column)] = true;
    }
    const auto shrink = [](const std::vector<bool> &used, int &at, int &span) {
        const auto count
            = [&](int from, int to) { return int(std::count(used.begin() + from, used.begin() + to, true)); };
        const int newSpan = count(at, at + span);
        at = count(0, at);
        span = newSpan;
    };
    for (TableCell &cell : table.cells) {
        shrink(rowIsUsed, cell.row, cell.rowSpan);
        shrink(columnIsUsed, cell.column, cell.columnSpan);
    }
    std::erase_if(table.cells, [](const TableCell &cell) { return cell.rowSpan == 0 || cell.columnSpan == 0; });
    table.rows = int(std::count(rowIsUsed.begin(), rowIsUsed.end(), true));
    table.columns = int(std::count(columnIsUsed.begin(), columnIsUsed.end(), true));
}

InlineText cellText(Sheet &sheet, const TableCell &cell, const HyphenEvidence &evidence)
{
    return joinLines(sheet, gatherLines(sheet, cell.tokens), evidence);
}

} // namespace

std::vector<int> Table::tokens() const
{
    std::vector<int> all;
    for (const TableCell &cell : cells)
        all.insert(all.end(), cell.tokens.begin(), cell.tokens.end());
    return all;
}

std::vector<Table> takeRuledTables(const Sheet &sheet, std::vector<int> &tokens)
{
    std::vector<Table> tables;
    for (const Grid &grid : gridsOf(sheet)) {
        Table table{grid.box(), int(grid.rows()), int(grid.columns()), cellsOf(grid)};
        std::vector<std::size_t> cellAt(grid.rows() * grid.columns(), 0);
        for (std::size_t i = 0; i < table.cells.size(); ++i) {
            const TableCell &cell = table.cells[i];
            for (int r = cell.row; r < cell.row + cell.rowSpan; ++r) {
                for (int c = cell.column; c < cell.column + cell.columnSpan; ++c)
                    cellAt[std::size_t(r) * grid.columns() + std::size_t(c)] = i;
            }
        }
        std::vector<int> inside;
        for (const int token : tokens) {
            const QPointF middle = sheet.tokens[std::size_t(token)].box.center();
            if (!table.box.contains(middle))
                continue;
            inside.push_back(token);
            table.cells[cellAt[placeIn(grid.ys, middle.y()) * grid.columns() + placeIn(grid.xs, middle.x())]]
                .tokens.push_back(token);
        }
        const auto filled = std::count_if(
            table.cells.begin(), table.cells.end(), [](const TableCell &c) { return !c.tokens.empty(); });
        if (filled < 3 || double(filled) < filledShare * double(table.cells.size()))
            continue;
        dropEmpty(table);
        if (table.columns < 2 || table.rows < 1)
            continue;
        std::vector<bool> isTaken(sheet.tokens.size(), false);
        for (const int token : inside)
            isTaken[std::size_t(token)] = true;
        std::erase_if(tokens, [&](int token) { return isTaken[std::size_t(token)]; });
        tables.push_back(std::move(table));
    }
    return tables;
}

void fillGrid(Table &table)
{
    std::vector<bool> isTaken(std::size_t(table.rows) * std::size_t(table.columns), false);
    for (const TableCell &cell : table.cells) {
        for (int r = cell.row; r < cell.row + cell.rowSpan; ++r) {
            for (int c = cell.column; c < cell.column + cell.columnSpan; ++c)
                isTaken[std::size_t(r) * std::size_t(table.columns) + std::size_t(c)] = true;
        }
    }
    for (std::size_t i = 0; i < isTaken.size(); ++i) {
        if (!isTaken[i])
            table.cells.push_back({int(i) / table.columns, int(i) % table.columns, 1, 1, {}});
    }
    std::sort(table.cells.begin(), table.cells.end(),
        [](const TableCell &a, const TableCell &b) { return std::pair(a.row, a.column) < std::pair(b.row, b.column); });
}

void mirror(Table &table)
{
    for (TableCell &cell : table.cells)
        cell.column = table.columns - cell.column - cell.columnSpan;
    std::sort(table.cells.begin(), table.cells.end(),
        [](const TableCell &a, const TableCell &b) { return std::pair(a.row, a.column) < std::pair(b.row, b.column); });
}

QString tableHtml(Sheet &sheet, const Table &table, const HyphenEvidence &evidence)
{
    QString html = QStringLiteral("<table>");
    std::size_t next = 0;
    for (int row = 0; row < table.rows; ++row) {
        html += QStringLiteral("<tr>");
        for (; next < table.cells.size() && table.cells[next].row == row; ++next) {
            const TableCell &cell = table.cells[next];
            html += QStringLiteral("<td");
            if (cell.rowSpan > 1)
                html += QStringLiteral(" rowspan=\"%1\"").arg(cell.rowSpan);
            if (cell.columnSpan > 1)
                html += QStringLiteral(" colspan=\"%1\"").arg(cell.columnSpan);
            html += QStringLiteral(">%1</td>").arg(cellText(sheet, cell, evidence).text.toHtmlEscaped());
        }
        html += QStringLiteral("</tr>");
    }
    return html + QStringLiteral("</table>");
}

QString tableText(Sheet &sheet, const Table &table, const HyphenEvidence &evidence)
{
    QStringList lines;
    int row = -1;
    for (const TableCell &cell : table.cells) {
        if (cell.row != row) {
            lines.append(QString());
            row = cell.row;
        } else {
            lines.back() += u'\t';
        }
        lines.back() += cellText(sheet, cell, evidence).text;
    }
    return lines.join(u'\n');
}

} // namespace layout
