// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/document/page.h"

#include <QStringView>

#include <optional>

namespace markdown {

/// A ref with what followed it, cut from a line.
struct GroundingTag {
    QString label; ///< verbatim, trimmed; in "OCR this image." the text itself
    QList<base::NormalizedRect> boxes; ///< empty when none was given or none could be read
    qsizetype start = 0;
    qsizetype end = 0; ///< past the tag: what follows up to the next one is text
    bool isReopened = false; ///< the next ref began before this one was closed
    bool isTorn = false; ///< the ref was not closed
    bool isWhole = false; ///< ref and det were both closed: nothing that is still to arrive can change it
};

/// The first tag of @p line at or after @p from, whatever shape it is in; none when there is no `<|ref|>`.
/// Linear in what it reads.
[[nodiscard]] std::optional<GroundingTag> nextTag(QStringView line, qsizetype from);

/// @p text without stray or torn tags: `<|/ref|>`, `<|det|>…<|/det|>`, `<|re` at its end.
[[nodiscard]] QString withoutTags(QStringView text);

/// The boxes in the inside of a det: runs of four numbers in brackets. A run of another length, or with anything but
/// numbers in it, is no box. Numbers are scanned by hand, clamped to 0..999, corners sorted, and become shares of the page: v / 999.
[[nodiscard]] QList<base::NormalizedRect> readBoxes(QStringView inside);

/// A box as the model writes it: "[x1, y1, x2, y2]", 0..999.
[[nodiscard]] QString boxNotation(const base::NormalizedRect &box);

} // namespace markdown
