// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/document/words.h"

#include <vector>

namespace layout {

/// A chart or diagram drawn with lines and areas, with the labels in it.
struct Drawing {
    base::NormalizedRect box; ///< of the page as seen, its labels included
    QList<QList<qsizetype>> labels; ///< places in TextLayer::words; words that stand together are one label
};

/// What the layer's drawings really are: those that hold running text (a frame, a shaded box) or a table are none, the others take in
/// the lines that they touch and the labels in and beside them.
/// @param tables  boxes of the page's tables, as shares of the page as seen.
[[nodiscard]] std::vector<Drawing> findDrawings(
    const document::TextLayer &layer, const QList<base::NormalizedRect> &tables);

} // namespace layout
