// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/document/words.h"

#include <QRectF>
#include <QTransform>

#include <vector>

namespace render {

/// Pictures and lines of one page as they are placed, in points of the page as seen (origin top left).
class PlacedShapes {
public:
    explicit PlacedShapes(const QSizeF &page)
        : m_page(page)
    {
    }

    [[nodiscard]] QRectF page() const { return {QPointF(), m_page}; }
    [[nodiscard]] double shareOfPage(const QRectF &area) const;
    void addPicture(const QRectF &place);
    /// A straight piece of a stroked path; kept when it is upright or level and long enough to be a rule.
    void addStroke(const QPointF &from, const QPointF &to);
    /// A filled area; kept when it is thin enough to be a rule.
    void addFill(const QRectF &area);

    /// Pictures cut into strips by the program that wrote them are one again.
    [[nodiscard]] QList<base::NormalizedRect> pictures() const;
    /// Share of the page that pictures cover, overlaps counted once. 0..1, to about 1 %.
    [[nodiscard]] double coverage() const;
    [[nodiscard]] QList<document::Rule> rules() const;

private:
    void addRule(const QRectF &line);

    QSizeF m_page;
    std::vector<QRectF> m_pictures;
    QList<document::Rule> m_rules;
};

} // namespace render
