// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRectF>

#include <vector>

namespace layout {

/// Finds the tall empty strips between @p boxes: every largest rectangle within @p bounds that no box enters, at least
/// @p minWidth wide and @p minHeight high. Heights are exact to @p step. Time grows with boxes and steps, not their square.
[[nodiscard]] std::vector<QRectF> findGutters(
    const std::vector<QRectF> &boxes, const QRectF &bounds, double minWidth, double minHeight, double step);

} // namespace layout
