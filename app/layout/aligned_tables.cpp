// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout/aligned_tables.h"

#include "app/layout/paragraphs.h"
#include "app/layout/script.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace layout {

namespace {

// Lengths in font sizes unless said otherwise.
constexpr double cellGap = 1.2; // words of one cell stand closer
constexpr double narrowestStrip = 0.6; // between two columns, where no line of the table enters
constexpr double crossingShare = 0.12; // of the lines that may cross a strip: spanning heads
constexpr double farthestLine = 3.2; // between two lines of one table
constexpr std::size_t mostSingles = 2; // lines of one piece in a row: a longer stretch is text
constexpr std::size_t fewestLines = 3; // of several pieces
constexpr double longestCell = 45; // half-width characters, mean of a table's cells: above it is text in columns
constexpr double filledShare = 0.4;
constexpr double filledShareWithoutRules = 0.6; // labels of a diagram leave most places empty
constexpr double alignedCells = 0.7; // share of a column's cells that have an edge or the middle in common
constexpr double edgeTolerance = 0.5;
constexpr double markWidth = 4; // half-width characters: a first column no wider is list marks

struct Segment {
    QRectF box;
    double widths = 0;
    QString text;
};

std::vector<Segment> segmentsOf(const Sheet &sheet, const TextLine &line)
{
    std::vector<int> tokens = line.tokens;
    const auto tokenAt = [&](int i) -> const Token & { return sheet.tokens[std::size_t(i)]; };
    std::sort(
        tokens.begin(), tokens.end(), [&](int a, int b) { return tokenAt(a).box.left() < tokenAt(b).box.left(); });
    std::vector<Segment> segments;
    for (const int index : tokens) {
        const Token &token = tokenAt(index);
        if (segments.empty() || token.box.left() - segments.back().box.right() > cellGap * line.size)
            segments.push_back({token.box, 0, {}});
        segments.back().box = segments.back().box.united(token.box);
        segments.back().widths += double(letterWidths(token.text)) + 1;
        segments.back().text += token.text;
    }
    return segments;
}

struct Strip {
    double from;
    double to;
    double clearFrom; ///< the part that the fewest lines enter
    double clearTo;
    [[nodiscard]] double middle() const { return (clearFrom + clearTo) / 2; }
};

class Run {
public:
    Run(const Sheet &sheet, const std::vector<TextLine> &lines, std::size_t first, std::size_t end)
        : m_sheet(sheet)
        , m_lines(lines)
        , m_first(first)
        , m_end(end)
    {
        for (std::size_t i = first; i < end; ++i) {
            m_segments.push_back(segmentsOf(sheet, lines[i]));
            m_box = m_box.united(lines[i].box);
        }
    }

    [[nodiscard]] std::optional<Table> asTable();

private:
    void findStrips();
    [[nodiscard]] bool looksTabular() const;
    [[nodiscard]] bool isRuled() const;
    [[nodiscard]] bool isAligned() const;
    [[nodiscard]] std::size_t columnOf(double x) const;
    [[nodiscard]] std::vector<TableCell> cellsOf(const TextLine &line) const;
    [[nodiscard]] bool continuesRow(std::size_t i, const std::vector<TableCell> &cells, bool rulesTellRows) const;
    [[nodiscard]] bool isRuleBetween(const QRectF &above, const QRectF &below) const;
    [[nodiscard]] std::size_t countMulti() const;

    const Sheet &m_sheet;
    const std::vector<TextLine> &m_lines;
    std::size_t m_first;
    std::size_t m_end;
    std::vector<std::vector<Segment>> m_segments;
    std::vector<Strip> m_strips;
    QRectF m_box; ///< of all its lines together
};

std::size_t Run::countMulti() const
{
    return std::size_t(
        std::count_if(m_segments.begin(), m_segments.end(), [](const auto &s) { return s.size() >= 2; }));
}

/// Strips that (nearly) no line of several pieces enters.
void Run::findStrips()
{
    std::vector<std::pair<double, int>> edges;
    double size = m_sheet.bodySize;
    double left = 1e9;
    double right = 0;
    for (std::size_t i = 0; i < m_segments.size(); ++i) {
        if (m_segments[i].size() < 2)
            continue;
        size = std::min(size, m_lines[m_first + i].size);
        for (const Segment &segment : m_segments[i]) {
            edges.emplace_back(segment.box.left(), 1);
            edges.emplace_back(segment.box.right(), -1);
            left = std::min(left, segment.box.left());
            right = std::max(right, segment.box.right());
        }
    }
    std::sort(edges.begin(), edges.end());
    const std::size_t multi = countMulti();
    const int most = multi < 5 ? 0 : std::max(1, int(crossingShare * double(multi)));
    int inside = 0;
    int fewest = 0; // crossings at the strip's clearest place
    for (std::size_t k = 0; k + 1 < edges.size(); ++k) {
        inside += edges[k].second;
        const double from = edges[k].first;
        const double to = edges[k + 1].first;
        if (inside > most || to <= from)
            continue;
        if (m_strips.empty() || m_strips.back().to < from) {
            m_strips.push_back({from, to, from, to});
            fewest = inside;
            continue;
        }
        Strip &strip = m_strips.back();
        strip.to = to;
        if (inside < fewest || (inside == fewest && to - from > strip.clearTo - strip.clearFrom)) {
            fewest = inside;
            strip.clearFrom = from;
            strip.clearTo = to;
        }
    }
    std::erase_if(m_strips,
        [&](const Strip &s) { return s.to - s.from < narrowestStrip * size || s.to >= right || s.from <= left; });
}

std::size_t Run::columnOf(double x) const
{
    return std::size_t(std::count_if(m_strips.begin(), m_strips.end(), [&](const Strip &s) { return x > s.middle(); }));
}

bool Run::isRuleBetween(const QRectF &above, const QRectF &below) const
{
    const double from = above.center().y();
    const double to = below.center().y();
    double covered = 0; // each cell may have its own piece; underlined links are too few
    for (const QRectF &rule : m_sheet.horizontalRules) {
        if (rule.center().y() > from && rule.center().y() < to)
            covered += std::max(0.0, std::min(rule.right(), m_box.right()) - std::max(rule.left(), m_box.left()));
    }
    return covered > 0.5 * m_box.width();
}

/// Rules above and below that are as wide as the run.
bool Run::isRuled() const
{
    int found = 0;
    for (const QRectF &rule : m_sheet.horizontalRules) {
        const double common = std::min(rule.right(), m_box.right()) - std::max(rule.left(), m_box.left());
        const double y = rule.center().y();
        if (common > 0.6 * m_box.width() && y > m_box.top() - 1.5 * m_sheet.bodySize
            && y < m_box.bottom() + 1.5 * m_sheet.bodySize)
            ++found;
    }
    return found >= 2;
}

/// How many of these places lie together.
std::size_t mostAtOnePlace(std::vector<double> places, double tolerance)
{
    std::sort(places.begin(), places.end());
    std::size_t most = 0;
    std::size_t from = 0;
    for (std::size_t i = 0; i < places.size(); ++i) {
        while (places[i] - places[from] > 2 * tolerance)
            ++from;
        most = std::max(most, i - from + 1);
    }
    return most;
}

/// Whether cells of a column begin, end or have their middle at one place, as labels of a diagram do not.
bool Run::isAligned() const
{
    std::vector<std::vector<double>> lefts(m_strips.size() + 1);
    std::vector<std::vector<double>> middles(lefts);
    std::vector<std::vector<double>> rights(lefts);
    std::size_t all = 0;
    for (const auto &segments : m_segments) {
        if (segments.size() < 2)
            continue;
        for (const Segment &segment : segments) {
            const std::size_t column = columnOf(segment.box.center().x());
            lefts[column].push_back(segment.box.left());
            middles[column].push_back(segment.box.center().x());
            rights[column].push_back(segment.box.right());
            ++all;
        }
    }
    const double tolerance = edgeTolerance * m_sheet.bodySize;
    std::size_t aligned = 0;
    for (std::size_t c = 0; c < lefts.size(); ++c)
        aligned += std::max({mostAtOnePlace(lefts[c], tolerance), mostAtOnePlace(middles[c], tolerance),
            mostAtOnePlace(rights[c], tolerance)});
    return double(aligned) >= alignedCells * double(all);
}

bool Run::looksTabular() const
{
    const std::size_t columns = m_strips.size() + 1;
    const std::size_t multi = countMulti();
    const bool ruled = isRuled();
    if (columns < 2 || multi < (ruled ? 2 : fewestLines) || multi * 5 < m_segments.size() * 2)
        return false;
    std::vector<double> widths(columns, 0);
    std::vector<std::size_t> filled(columns, 0);
    std::size_t leaders = 0;
    std::size_t marks = 0;
    for (const auto &segments : m_segments) {
        QString whole;
        for (const Segment &segment : segments) {
            const std::size_t column = columnOf(segment.box.center().x());
            widths[column] += segment.widths;
            ++filled[column];
            whole += segment.text;
        }
        leaders += whole.contains(u"....") || whole.contains(u"\u2026\u2026") ? 1 : 0;
        marks += segments.size() == 2
                && (listMark(segments[0].text + QStringLiteral(" x")) > 0 || isBullet(segments[0].text))
            ? 1
            : 0;
    }
    if (leaders * 2 > m_segments.size() || (columns == 2 && marks * 3 > multi))
        return false;
    std::size_t cells = 0;
    double all = 0;
    for (std::size_t c = 0; c < columns; ++c) {
        if (filled[c] == 0)
            return false;
        cells += filled[c];
        all += widths[c];
    }
    const double filledAtLeast = ruled ? filledShare : filledShareWithoutRules;
    if (all / double(cells) > longestCell || double(cells) < filledAtLeast * double(columns * m_segments.size())
        || (!ruled && !isAligned()))
        return false;
    const std::size_t outer = m_sheet.isRightToLeft ? columns - 1 : 0;
    return columns > 2 || ruled || widths[outer] / double(filled[outer]) > markWidth;
}

std::vector<TableCell> Run::cellsOf(const TextLine &line) const
{
    std::vector<int> tokens = line.tokens;
    std::sort(tokens.begin(), tokens.end(), [&](int a, int b) {
        return m_sheet.tokens[std::size_t(a)].box.left() < m_sheet.tokens[std::size_t(b)].box.left();
    });
    std::vector<TableCell> cells;
    double reached = 0;
    for (const int index : tokens) {
        const QRectF &box = m_sheet.tokens[std::size_t(index)].box;
        const int from = int(columnOf(box.left()));
        const int to = int(columnOf(box.right()));
        const bool isNear = !cells.empty() && box.left() - reached <= 0.4 * line.size;
        const bool overlaps = !cells.empty() && from < cells.back().column + cells.back().columnSpan;
        if (isNear || overlaps) {
            cells.back().columnSpan = std::max(cells.back().columnSpan, to - cells.back().column + 1);
            cells.back().tokens.push_back(index);
        } else {
            cells.push_back({0, from, 1, to - from + 1, {index}});
        }
        reached = box.right();
    }
    return cells;
}

bool Run::continuesRow(std::size_t i, const std::vector<TableCell> &cells, bool rulesTellRows) const
{
    if (i == m_first)
        return false;
    const TextLine &line = m_lines[i];
    const TextLine &last = m_lines[i - 1];
    if (rulesTellRows)
        return !isRuleBetween(last.box, line.box);
    const int outer = m_sheet.isRightToLeft ? int(m_strips.size()) : 0;
    const bool leavesFirstEmpty = std::none_of(cells.begin(), cells.end(),
        [&](const TableCell &c) { return c.column <= outer && outer < c.column + c.columnSpan; });
    const bool isClose = line.box.bottom() - last.box.bottom() < 1.7 * line.size;
    return leavesFirstEmpty && isClose && cells.size() * 2 <= m_strips.size() + 1 && !isRuleBetween(last.box, line.box);
}

std::optional<Table> Run::asTable()
{
    findStrips();
    if (!looksTabular())
        return std::nullopt;
    std::size_t between = 0;
    for (std::size_t i = m_first + 1; i < m_end; ++i)
        between += isRuleBetween(m_lines[i - 1].box, m_lines[i].box) ? 1 : 0;
    const bool rulesTellRows = between >= 3 && between * 2 >= m_end - m_first - 1;
    Table table;
    table.columns = int(m_strips.size()) + 1;
    for (std::size_t i = m_first; i < m_end; ++i) {
        table.box = table.box.united(m_lines[i].box);
        std::vector<TableCell> cells = cellsOf(m_lines[i]);
        const bool continues = continuesRow(i, cells, rulesTellRows);
        if (!continues)
            ++table.rows;
        for (TableCell &cell : cells) {
            cell.row = table.rows - 1;
            const auto above = std::find_if(table.cells.begin(), table.cells.end(), [&](const TableCell &other) {
                return other.row == cell.row && other.column < cell.column + cell.columnSpan
                    && cell.column < other.column + other.columnSpan;
            });
            if (above != table.cells.end())
                above->tokens.insert(above->tokens.end(), cell.tokens.begin(), cell.tokens.end());
            else
                table.cells.push_back(std::move(cell));
        }
    }
    fillGrid(table);
    return table;
}

} // namespace

std::vector<AlignedTable> findAlignedTables(const Sheet &sheet, const std::vector<TextLine> &lines)
{
    std::vector<bool> isMulti(lines.size());
    for (std::size_t i = 0; i < lines.size(); ++i)
        isMulti[i] = !lines[i].isMonospace && segmentsOf(sheet, lines[i]).size() >= 2;
    std::vector<AlignedTable> tables;
    for (std::size_t first = 0; first < lines.size();) {
        if (!isMulti[first]) {
            ++first;
            continue;
        }
        std::size_t end = first + 1; // behind the last line of several pieces
        std::size_t singles = 0;
        const double second = segmentsOf(sheet, lines[first])[1].box.left();
        for (std::size_t i = first + 1; i < lines.size() && singles <= mostSingles; ++i) {
            if (lines[i].box.top() - lines[i - 1].box.bottom() > farthestLine * sheet.bodySize || lines[i].isMonospace)
                break;
            if (isMulti[i])
                singles = 0;
            else if (lines[i].box.left()
                < second - sheet.bodySize) // what stands below a later column goes on with its cell
                ++singles;
            if (isMulti[i]
                || (end == i && lines[i].box.left() >= second - sheet.bodySize && lines[i].size < 1.1 * sheet.bodySize))
                end = i + 1;
        }
        if (auto table = Run(sheet, lines, first, end).asTable())
            tables.push_back({first, end - first, std::move(*table)});
        first = end;
    }
    return tables;
}

} // namespace layout
