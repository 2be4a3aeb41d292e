// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

namespace markdown {

/// A label of the model's specification. The set is open: what is not among these is a label too, if it looks like one.
[[nodiscard]] bool isKnownLabel(QStringView label);
/// The beginning of a known label, as a torn ref leaves it.
[[nodiscard]] bool beginsKnownLabel(QStringView start);
/// A word such as `text_begin` rather than text of the page: ASCII letters, digits, `_`, `-`, at most 40, a letter first.
[[nodiscard]] bool looksLikeLabel(QStringView label);
/// Labels whose hashes are always a heading.
[[nodiscard]] bool isHeadingLabel(QStringView label);
/// `table_caption`, `table_footnote`: they may stand between a table's ref and its HTML.
[[nodiscard]] bool belongsToTable(QStringView label);

} // namespace markdown
