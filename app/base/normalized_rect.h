// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QRectF>
#include <QSizeF>

namespace base {

/// A box as a share of its page: 0..1, origin top left, of the page as a reader of the file sees it (PDF /Rotate and
/// EXIF applied, no preparation). Invariant of those made by @c of: x0 <= x1, y0 <= y1, all within 0..1.
struct NormalizedRect {
    double x0 = 0;
    double y0 = 0;
    double x1 = 0;
    double y1 = 0;

    /// Sorts the corners and clamps to the page.
    static NormalizedRect of(double xa, double ya, double xb, double yb);
    /// From a rectangle in the units of @p page (points or pixels, origin top left).
    static NormalizedRect of(const QRectF &rect, const QSizeF &page);

    /// In the units of @p page.
    [[nodiscard]] QRectF on(const QSizeF &page) const;
    [[nodiscard]] double width() const { return x1 - x0; }
    [[nodiscard]] double height() const { return y1 - y0; }
    [[nodiscard]] bool isEmpty() const { return x1 <= x0 || y1 <= y0; }
    [[nodiscard]] NormalizedRect united(const NormalizedRect &other) const;
    [[nodiscard]] NormalizedRect intersected(const NormalizedRect &other) const;

    /// Where this box of an upright picture lies on the page the picture was turned from.
    /// @param clockwiseDegrees  0, 90, 180 or 270: how far the page was turned clockwise to become the picture.
    [[nodiscard]] NormalizedRect turnedBack(int clockwiseDegrees) const;

    bool operator==(const NormalizedRect &) const = default;
};

/// The smallest box around all of them; an empty box at the origin for none.
[[nodiscard]] NormalizedRect united(const QList<NormalizedRect> &boxes);

} // namespace base
