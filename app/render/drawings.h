// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/normalized_rect.h"

#include <QRectF>

#include <vector>

namespace render {

/// What one page draws with curves, slanted lines and filled areas, gathered into charts and diagrams. In points of the page as seen.
class Drawings {
public:
    explicit Drawings(const QSizeF &page)
        : m_page(page)
    {
    }

    /// A painted path with a curve or a slanted line, by its bounds.
    void addShape(const QRectF &bounds) { add(bounds, false); }
    /// A filled rectangle: a bar of a chart, or a background when text stands in it.
    void addArea(const QRectF &bounds) { add(bounds, true); }

    /// Marks that stand together, as far as they are large and many enough for a chart or diagram, as shares of the page, top to bottom.
    /// What covers nearly the whole page is its background.
    /// @param texts  boxes of the strings shown.
    [[nodiscard]] QList<base::NormalizedRect> found(const std::vector<QRectF> &texts) const;

private:
    struct Mark {
        QRectF bounds;
        bool isArea = false;
    };
    void add(const QRectF &bounds, bool isArea);

    QSizeF m_page;
    std::vector<Mark> m_marks;
};

} // namespace render
