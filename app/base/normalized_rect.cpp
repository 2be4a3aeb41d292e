// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/normalized_rect.h"

#include <algorithm>

namespace base {

NormalizedRect NormalizedRect::of(double xa, double ya, double xb, double yb)
{
    const auto clamped = [](double v) { return std::clamp(v, 0.0, 1.0); };
    return {clamped(std::min(xa, xb)), clamped(std::min(ya, yb)), clamped(std::max(xa, xb)), clamped(std::max(ya, yb))};
}

NormalizedRect NormalizedRect::of(const QRectF &rect, const QSizeF &page)
{
    if (page.width() <= 0 || page.height() <= 0)
        return {};
    return of(rect.left() / page.width(), rect.top() / page.height(), rect.right() / page.width(),
        rect.bottom() / page.height());
}

QRectF NormalizedRect::on(const QSizeF &page) const
{
    return {x0 * page.width(), y0 * page.height(), width() * page.width(), height() * page.height()};
}

NormalizedRect NormalizedRect::united(const NormalizedRect &other) const
{
    if (isEmpty())
        return other;
    if (other.isEmpty())
        return *this;
    return {std::min(x0, other.x0), std::min(y0, other.y0), std::max(x1, other.x1), std::max(y1, other.y1)};
}

NormalizedRect NormalizedRect::intersected(const NormalizedRect &other) const
{
    const NormalizedRect r{
        std::max(x0, other.x0), std::max(y0, other.y0), std::min(x1, other.x1), std::min(y1, other.y1)};
    return r.isEmpty() ? NormalizedRect{} : r;
}

NormalizedRect NormalizedRect::turnedBack(int clockwiseDegrees) const
{
    switch (((clockwiseDegrees % 360) + 360) % 360) {
    case 90: // picture (x, y) came from page (y, 1 - x)
        return {y0, 1 - x1, y1, 1 - x0};
    case 180:
        return {1 - x1, 1 - y1, 1 - x0, 1 - y0};
    case 270: // picture (x, y) came from page (1 - y, x)
        return {1 - y1, x0, 1 - y0, x1};
    default:
        return *this;
    }
}

NormalizedRect united(const QList<NormalizedRect> &boxes)
{
    NormalizedRect all;
    for (const NormalizedRect &box : boxes)
        all = all.united(box);
    return all;
}

} // namespace base
