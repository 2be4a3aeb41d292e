// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout/gutters.h"

#include <algorithm>
#include <cmath>

namespace layout {

namespace {

constexpr int mostSteps = 4000; // bounds time and memory on posters
constexpr std::size_t mostOpenStrips = 64; // the widest are kept; a page has few columns

struct Span {
    double from;
    double to;
};

struct Strip {
    Span across;
    int firstStep;
};

/// For each step the free spans between the boxes that it crosses.
std::vector<std::vector<Span>> freeSpans(
    const std::vector<QRectF> &boxes, const QRectF &bounds, double minWidth, double step, int steps)
{
    std::vector<std::vector<Span>> taken(static_cast<std::size_t>(steps));
    for (const QRectF &box : boxes) {
        const double inset = 0.15 * box.height(); // boxes hold ascender and descender room, lines overlap a little
        int first = int(std::floor((box.top() + inset - bounds.top()) / step));
        int last = int(std::floor((box.bottom() - inset - bounds.top()) / step));
        first = std::clamp(first, 0, steps - 1);
        last = std::clamp(last, first, steps - 1);
        for (int i = first; i <= last; ++i)
            taken[std::size_t(i)].push_back({box.left(), box.right()});
    }
    std::vector<std::vector<Span>> free(taken.size());
    for (std::size_t i = 0; i < taken.size(); ++i) {
        auto &row = taken[i];
        std::sort(row.begin(), row.end(), [](Span a, Span b) { return a.from < b.from; });
        double reached = bounds.left();
        for (const Span &span : row) {
            if (span.from - reached >= minWidth)
                free[i].push_back({reached, span.from});
            reached = std::max(reached, span.to);
        }
        if (bounds.right() - reached >= minWidth)
            free[i].push_back({reached, bounds.right()});
    }
    return free;
}

/// Adds a strip unless an older one holds it; the older of two with the same span wins.
void addStrip(std::vector<Strip> &strips, const Strip &strip)
{
    for (const Strip &other : strips) {
        if (other.firstStep <= strip.firstStep && other.across.from <= strip.across.from
            && other.across.to >= strip.across.to)
            return;
    }
    if (strips.size() < mostOpenStrips)
        strips.push_back(strip);
}

} // namespace

std::vector<QRectF> findGutters(
    const std::vector<QRectF> &boxes, const QRectF &bounds, double minWidth, double minHeight, double step)
{
    std::vector<QRectF> gutters;
    if (bounds.height() <= 0 || bounds.width() <= 0)
        return gutters;
    step = std::max(step, bounds.height() / mostSteps);
    const int steps = std::max(1, int(std::ceil(bounds.height() / step)));
    const auto free = freeSpans(boxes, bounds, minWidth, step, steps);
    std::vector<Strip> open;
    const auto close = [&](const Strip &strip, int end) {
        const double height = (end - strip.firstStep) * step;
        if (height >= minHeight)
            gutters.emplace_back(
                strip.across.from, bounds.top() + strip.firstStep * step, strip.across.to - strip.across.from, height);
    };
    for (int i = 0; i < steps; ++i) {
        std::vector<Strip> next;
        std::sort(open.begin(), open.end(), [](const Strip &a, const Strip &b) { return a.firstStep < b.firstStep; });
        for (const Strip &strip : open) {
            bool isWhole = false;
            for (const Span &span : free[std::size_t(i)]) {
                const Span common{std::max(span.from, strip.across.from), std::min(span.to, strip.across.to)};
                if (common.to - common.from < minWidth)
                    continue;
                isWhole = isWhole || (common.from == strip.across.from && common.to == strip.across.to);
                addStrip(next, {common, strip.firstStep});
            }
            if (!isWhole)
                close(strip, i);
        }
        for (const Span &span : free[std::size_t(i)])
            addStrip(next, {span, i});
        open = std::move(next);
    }
    for (const Strip &strip : open)
        close(strip, steps);
    return gutters;
}

} // namespace layout
