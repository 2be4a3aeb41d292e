// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/pipeline/read_area.h"

namespace pipeline {

/// The page with one area read anew: what lies in @p area is replaced by @p reading, everything else stays to the last character. Pure.
///
/// A word lies in the area with its middle. A block that lies in it whole is replaced by the reading's blocks; of one that lies in it in part
/// only those words are replaced, line by line where the reading tells where its words are. Blocks without words, and tables, are replaced whole
/// (four fifths of them inside) or not at all. In an area without text the reading becomes blocks of its own.
[[nodiscard]] document::Page spliceArea(
    const document::Page &page, const base::NormalizedRect &area, const AreaReading &reading);

/// What of a page's text lies in an area, by the same rule; blocks parted by '\n'.
[[nodiscard]] QString textWithin(const document::Page &page, const base::NormalizedRect &area);

/// The text of a reading, blocks parted by '\n'.
[[nodiscard]] QString textOf(const AreaReading &reading);

/// A word of two texts laid side by side.
struct DiffWord {
    enum class Kind { Kept, Removed, Added };
    Kind kind = Kind::Kept;
    QString text;

    bool operator==(const DiffWord &) const = default;
};

/// How @p before became @p after, word by word; of a replaced run the removed words come first. Pure.
[[nodiscard]] QList<DiffWord> wordDiff(const QString &before, const QString &after);

} // namespace pipeline
