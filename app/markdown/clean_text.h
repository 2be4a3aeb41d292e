// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

namespace markdown {

/// The model's Markdown of one block, made fit to be a block's source: trailing blanks and hard-break marks gone, foreign HTML and
/// foreign links turned into the letters they are, `\[ 1995 \]` in running text back to brackets, "domain- specific" joined. Formulas and
/// code stay as they are. Linear.
[[nodiscard]] QString cleanMarkdown(QStringView source);

/// Joins "domain- specific" where both sides are words in small letters and the second is no "and" (as in "pre- and post-war").
/// Numbers, capitals and lists are left alone: `1- 13` may be a range, `BV- 03- C` a name.
[[nodiscard]] QString joinedHyphens(QStringView words);

/// @p source without `<center>` and `</center>`.
[[nodiscard]] QString withoutCenter(QStringView source);

} // namespace markdown
