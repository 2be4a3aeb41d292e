// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout/reading_order.h"

#include "app/layout/gutters.h"
#include "app/layout/script.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace layout {

namespace {

// In font sizes of the body. Word gaps of justified text stay below the narrowest gutter but for single lines.
constexpr double narrowestGutter = 0.7;
constexpr double wordGap = 1.0; // what still belongs to one run of words
constexpr double largeWordGap = 0.6; // of the words' own height
constexpr double wideGutter = 2.0; // so wide that two lines on each side are enough
constexpr double emptyBand = 3.0; // so high that columns above and below are two sets of columns
constexpr double fewestLines = 3;
constexpr double markWidth = 5; // half-width characters: list marks and line numbers are no column
constexpr double cellWidth = 14; // half-width characters: lines shorter than this may be cells of a table
constexpr double alignedShare = 0.75;
constexpr int deepest = 24;

/// A word or an object, as a thing that takes room.
struct Piece {
    QRectF box;
    int token = -1;
    int object = -1;
    qsizetype widths = 0;
    double reach = 0; ///< its right edge, or the next word's left edge where that follows in large print
};

struct SideRow {
    double middle;
    QRectF run; ///< the words of the row that touch the gutter without a wide gap
    double widths;
    bool isListing; ///< set in a monospace typeface that the body is not set in
};

class Divider {
public:
    Divider(const Sheet &sheet, const std::vector<QRectF> &objects)
        : m_sheet(sheet)
        , m_objects(objects)
    {
    }

    void divide(std::vector<Piece> pieces, int depth);
    std::vector<Column> take() { return std::move(m_columns); }

private:
    [[nodiscard]] std::optional<QRectF> bestGutter(const std::vector<Piece> &pieces) const;
    [[nodiscard]] std::optional<QRectF> asColumnGutter(const std::vector<Piece> &pieces, QRectF strip) const;
    [[nodiscard]] std::vector<SideRow> rowsBeside(
        const std::vector<Piece> &pieces, const QRectF &strip, bool left) const;
    [[nodiscard]] std::optional<double> emptyBandIn(const std::vector<Piece> &pieces) const;
    [[nodiscard]] bool isListing(const Piece &piece) const;
    void addColumn(const std::vector<Piece> &pieces);

    const Sheet &m_sheet;
    const std::vector<QRectF> &m_objects;
    std::vector<Column> m_columns;
};

QRectF boundsOf(const std::vector<Piece> &pieces)
{
    QRectF bounds;
    for (const Piece &piece : pieces)
        bounds = bounds.united(piece.box);
    return bounds;
}

double middleOf(const QRectF &box)
{
    return box.center().y();
}

bool Divider::isListing(const Piece &piece) const
{
    if (piece.token < 0)
        return false;
    const document::FontStyle &font = m_sheet.wordOf(m_sheet.tokens[std::size_t(piece.token)]).font;
    return font.monospace && font.family != m_sheet.bodyFamily;
}

std::vector<SideRow> Divider::rowsBeside(const std::vector<Piece> &pieces, const QRectF &strip, bool left) const
{
    std::vector<const Piece *> side;
    for (const Piece &piece : pieces) {
        const double y = middleOf(piece.box);
        const bool isOnSide = left ? piece.box.right() <= strip.left() + 0.5 : piece.box.left() >= strip.right() - 0.5;
        if (isOnSide && y > strip.top() && y < strip.bottom())
            side.push_back(&piece);
    }
    std::sort(
        side.begin(), side.end(), [](const Piece *a, const Piece *b) { return middleOf(a->box) < middleOf(b->box); });
    std::vector<SideRow> rows;
    for (std::size_t i = 0; i < side.size();) {
        std::size_t end = i + 1;
        const double tolerance = 0.5 * std::max(side[i]->box.height(), 1.0);
        while (end < side.size() && middleOf(side[end]->box) - middleOf(side[i]->box) < tolerance)
            ++end;
        std::sort(side.begin() + std::ptrdiff_t(i), side.begin() + std::ptrdiff_t(end),
            [left](const Piece *a, const Piece *b) {
                return left ? a->box.right() > b->box.right() : a->box.left() < b->box.left();
            });
        SideRow row{middleOf(side[i]->box), side[i]->box, 0, isListing(*side[i])};
        for (std::size_t k = i; k < end; ++k) {
            const double gap = left ? row.run.left() - side[k]->box.right() : side[k]->box.left() - row.run.right();
            if (gap > wordGap * std::max(m_sheet.bodySize, side[k]->box.height()))
                break;
            row.run = row.run.united(side[k]->box);
            row.widths += double(side[k]->widths) + 1;
        }
        rows.push_back(row);
        i = end;
    }
    return rows;
}

double meanWidths(const std::vector<SideRow> &rows)
{
    double sum = 0;
    for (const SideRow &row : rows)
        sum += row.widths;
    return rows.empty() ? 0 : sum / double(rows.size());
}

/// Share of the fewer rows that have a row of the other side beside them.
double shareAligned(const std::vector<SideRow> &a, const std::vector<SideRow> &b, double tolerance)
{
    const auto &fewer = a.size() <= b.size() ? a : b;
    const auto &more = a.size() <= b.size() ? b : a;
    std::size_t aligned = 0;
    std::size_t k = 0;
    for (const SideRow &row : fewer) {
        while (k < more.size() && more[k].middle < row.middle - tolerance)
            ++k;
        if (k < more.size() && more[k].middle <= row.middle + tolerance)
            ++aligned;
    }
    return fewer.empty() ? 0 : double(aligned) / double(fewer.size());
}

/// Whether the rows that one side has above the other are lines of its column: as high as the rest, and beginning at one margin.
bool isColumnsHead(const std::vector<SideRow> &rows, double until)
{
    std::vector<double> heights;
    std::vector<double> lefts;
    for (const SideRow &row : rows) {
        if (row.middle >= until) {
            heights.push_back(row.run.height());
            lefts.push_back(row.run.left());
        }
    }
    if (heights.size() < std::size_t(fewestLines))
        return false;
    std::sort(heights.begin(), heights.end());
    std::sort(lefts.begin(), lefts.end());
    const double height = heights[heights.size() / 2];
    const double left = lefts[lefts.size() / 2];
    return std::all_of(rows.begin(), rows.end(), [&](const SideRow &row) {
        return row.middle >= until
            || (std::abs(row.run.height() - height) < 0.1 * height && std::abs(row.run.left() - left) < 0.2 * height);
    });
}

std::optional<QRectF> Divider::asColumnGutter(const std::vector<Piece> &pieces, QRectF strip) const
{
    const double em = m_sheet.bodySize;
    auto left = rowsBeside(pieces, strip, true);
    auto right = rowsBeside(pieces, strip, false);
    if (left.empty() || right.empty())
        return std::nullopt;
    // Short lines above the columns (the end of a title, a date) do not belong to them: begin where both sides have begun.
    const double begin = std::max(left.front().run.top(), right.front().run.top());
    if (begin - strip.top() > 0 && begin < strip.bottom()) {
        const bool leftBegins = left.front().run.top() < right.front().run.top();
        const double lead = std::abs(left.front().run.top() - right.front().run.top());
        const bool isHead = leftBegins == m_sheet.isRightToLeft && isColumnsHead(leftBegins ? left : right, begin);
        if (!isHead && (leftBegins != m_sheet.isRightToLeft || lead < 3 * em)) {
            strip.setTop(begin - 0.1 * em);
            const auto isAbove = [&](const SideRow &row) { return row.middle < strip.top(); };
            std::erase_if(left, isAbove);
            std::erase_if(right, isAbove);
        }
    }
    const double fewer = double(std::min(left.size(), right.size()));
    if (fewer < 1 || (fewer < fewestLines && strip.width() < wideGutter * em) || fewer < 2)
        return std::nullopt;
    const double narrow = std::min(meanWidths(left), meanWidths(right));
    if (narrow < markWidth)
        return std::nullopt;
    if (narrow < cellWidth && shareAligned(left, right, 0.3 * em) >= alignedShare)
        return std::nullopt;
    // The comments of a listing stand beside its code, line by line.
    const auto areListings = [](const std::vector<SideRow> &rows) {
        return std::all_of(rows.begin(), rows.end(), [](const SideRow &row) { return row.isListing; });
    };
    if (areListings(left) && areListings(right) && shareAligned(left, right, 0.3 * em) >= alignedShare)
        return std::nullopt;
    return strip;
}

std::optional<QRectF> Divider::bestGutter(const std::vector<Piece> &pieces) const
{
    const double em = m_sheet.bodySize;
    const QRectF bounds = boundsOf(pieces);
    std::vector<QRectF> boxes;
    boxes.reserve(pieces.size());
    for (const Piece &piece : pieces)
        boxes.emplace_back(piece.box.topLeft(), QPointF(std::max(piece.box.right(), piece.reach), piece.box.bottom()));
    for (const QRectF &rule :
        m_sheet.horizontalRules) { // a line across both columns parts what is above from what is below
        if (bounds.contains(rule.center()))
            boxes.push_back(rule);
    }
    auto strips = findGutters(boxes, bounds, narrowestGutter * em, 2 * em, 0.25 * em);
    std::erase_if(
        strips, [&](const QRectF &s) { return s.left() <= bounds.left() + 0.1 || s.right() >= bounds.right() - 0.1; });
    std::sort(strips.begin(), strips.end(), [](const QRectF &a, const QRectF &b) {
        return a.height() != b.height() ? a.height() > b.height() : a.left() < b.left();
    });
    std::optional<QRectF> best;
    for (std::size_t i = 0; i < strips.size() && i < 40; ++i) {
        if (best && strips[i].height() <= best->height())
            break;
        const auto gutter = asColumnGutter(pieces, strips[i]);
        if (gutter && (!best || gutter->height() > best->height()))
            best = gutter;
    }
    return best;
}

std::optional<double> Divider::emptyBandIn(const std::vector<Piece> &pieces) const
{
    std::vector<std::pair<double, double>> spans;
    for (const Piece &piece : pieces)
        spans.emplace_back(piece.box.top(), piece.box.bottom());
    std::sort(spans.begin(), spans.end());
    double reached = spans.empty() ? 0 : spans.front().second;
    std::optional<double> at;
    double widest = emptyBand * m_sheet.bodySize;
    for (const auto &[top, bottom] : spans) {
        if (top - reached > widest) {
            widest = top - reached;
            at = (top + reached) / 2;
        }
        reached = std::max(reached, bottom);
    }
    return at;
}

void Divider::addColumn(const std::vector<Piece> &pieces)
{
    Column column{boundsOf(pieces), {}, {}};
    for (const Piece &piece : pieces) {
        if (piece.token >= 0)
            column.tokens.push_back(piece.token);
        else
            column.objects.push_back(piece.object);
    }
    m_columns.push_back(std::move(column));
}

void Divider::divide(std::vector<Piece> pieces, int depth)
{
    if (pieces.empty())
        return;
    if (depth >= deepest) {
        addColumn(pieces);
        return;
    }
    if (const auto band = emptyBandIn(pieces)) {
        const auto below
            = std::partition(pieces.begin(), pieces.end(), [&](const Piece &p) { return middleOf(p.box) < *band; });
        divide({pieces.begin(), below}, depth + 1);
        divide({below, pieces.end()}, depth + 1);
        return;
    }
    const auto gutter = bestGutter(pieces);
    if (!gutter) {
        addColumn(pieces);
        return;
    }
    std::vector<Piece> parts[4]; // above, left, right, below
    for (const Piece &piece : pieces) {
        const double y = middleOf(piece.box);
        const bool isLeft = piece.box.center().x() < gutter->center().x();
        parts[y < gutter->top() ? 0 : y > gutter->bottom() ? 3 : isLeft ? 1 : 2].push_back(piece);
    }
    if (m_sheet.isRightToLeft)
        std::swap(parts[1], parts[2]);
    for (std::vector<Piece> &part : parts) {
        if (part.size() < pieces.size())
            divide(std::move(part), depth + 1);
        else
            addColumn(part);
    }
}

/// Between the words of a large title there is as much room as between the columns below it: such gaps are closed.
void closeLargeGaps(std::vector<Piece> &pieces, double em)
{
    std::vector<Piece *> large;
    for (Piece &piece : pieces) {
        if (piece.token >= 0 && largeWordGap * piece.box.height() >= narrowestGutter * em)
            large.push_back(&piece);
    }
    std::sort(
        large.begin(), large.end(), [](const Piece *a, const Piece *b) { return middleOf(a->box) < middleOf(b->box); });
    for (std::size_t i = 0; i < large.size();) {
        std::size_t end = i + 1;
        while (end < large.size() && middleOf(large[end]->box) - middleOf(large[i]->box) < 0.5 * large[i]->box.height())
            ++end;
        std::sort(large.begin() + std::ptrdiff_t(i), large.begin() + std::ptrdiff_t(end),
            [](const Piece *a, const Piece *b) { return a->box.left() < b->box.left(); });
        for (std::size_t k = i; k + 1 < end; ++k) {
            const double gap = large[k + 1]->box.left() - large[k]->box.right();
            if (gap < largeWordGap * large[k]->box.height())
                large[k]->reach = large[k + 1]->box.left();
        }
        i = end;
    }
}

} // namespace

std::vector<Column> readingOrder(const Sheet &sheet, const std::vector<int> &tokens, const std::vector<QRectF> &objects)
{
    std::vector<Piece> pieces;
    pieces.reserve(tokens.size() + objects.size());
    for (const int token : tokens) {
        const Token &word = sheet.tokens[std::size_t(token)];
        pieces.push_back({word.box, token, -1, letterWidths(word.text), 0});
    }
    for (std::size_t i = 0; i < objects.size(); ++i)
        pieces.push_back({objects[i], -1, int(i), 40, 0}); // as good as a full line
    closeLargeGaps(pieces, sheet.bodySize);
    Divider divider(sheet, objects);
    divider.divide(std::move(pieces), 0);
    return divider.take();
}

} // namespace layout
