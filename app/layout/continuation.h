// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/layout/paragraphs.h"

namespace layout {

/// One side of a break between two columns.
struct RunningText {
    const Paragraph &paragraph;
    const QString &text; ///< its words joined
};

/// Whether the first running text of a column goes on with the last of an earlier one: the same size and weight, no sentence's end
/// before the break, none begun after it, the last line full, the first not indented, the columns of one width or with one margin in
/// common. Headings, listings and labels of a few words never do.
[[nodiscard]] bool isContinuation(const Sheet &sheet, const RunningText &first, const RunningText &second);

} // namespace layout
