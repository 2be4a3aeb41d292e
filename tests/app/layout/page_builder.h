// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/document/page.h"
#include "app/document/words.h"

namespace layout_test {

/// Sets lines of words on a page of 600 × 800 points, each character half as wide as its size, lines from left to right.
class PageBuilder {
public:
    PageBuilder();

    /// Words of one line, parted by single blanks in @p text; @p y is the line's top.
    PageBuilder &line(double x, double y, const QString &text, double size = 10, bool bold = false);
    /// Lines below each other, 1.2 sizes apart, from y on. Returns the y below the last.
    double paragraph(double x, double y, const QStringList &lines, double size = 10, bool bold = false);
    PageBuilder &rule(double x0, double y0, double x1, double y1);
    PageBuilder &picture(double x0, double y0, double x1, double y1);
    /// Where curves and areas are drawn, as app/render finds them.
    PageBuilder &drawing(double x0, double y0, double x1, double y1);
    PageBuilder &font(const QString &family, bool monospace);

    document::TextLayer layer;

private:
    QString m_family = QStringLiteral("Body");
    bool m_monospace = false;
};

/// "type level: text" of each block, for comparing whole pages at a glance.
[[nodiscard]] QStringList outline(const QList<document::Block> &blocks);
[[nodiscard]] QStringList textsOf(const QList<document::Block> &blocks);

} // namespace layout_test
