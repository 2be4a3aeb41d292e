// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/document/page.h"

namespace locate {

/// The text of a block as it is searched, and where its words stand in it.
struct SearchableBlock {
    QString text; ///< words parted by blanks, by '\n' where a printed line ends; the block's text where it has no words
    QList<qsizetype> wordBegins; ///< per word; empty where the block has none
};
[[nodiscard]] SearchableBlock searchableBlock(const document::Block &block);

/// Boxes around a run of a block's words, one for each printed line. Words without a box are passed over.
[[nodiscard]] QList<base::NormalizedRect> lineBoxes(
    const QList<document::Word> &words, qsizetype first, qsizetype count);

} // namespace locate
