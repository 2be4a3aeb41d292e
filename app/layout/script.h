// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace layout {

/// How a piece of text runs and whether its words are parted by spaces. Pure; any thread.
[[nodiscard]] bool isRightToLeft(QStringView text); ///< more right-to-left letters than left-to-right ones
[[nodiscard]] bool isIdeographic(char32_t character); ///< Han, kana and their punctuation: no spaces between words
[[nodiscard]] qsizetype letterWidths(
    QStringView text); ///< characters, an ideograph or a Hangul syllable counting as two

/// A word as the page shows it, left to right, turned into the order it is read in: right-to-left runs are turned round
/// (combining marks stay behind their letter), numbers and Latin runs stay; Arabic presentation forms become letters.
[[nodiscard]] QString logicalOrder(const QString &visual);

/// Letters that the file has as ligatures or presentation forms in their plain form; nothing else is touched.
[[nodiscard]] QString plainForms(const QString &text);

} // namespace layout
