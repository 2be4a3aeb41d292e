// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringView>

namespace locate {

/// Text as it is compared: without case, accents, ligatures, long s, width, hyphens inside words; white space is one blank, and none
/// at all between letters of scripts that are written without it.
struct FoldedText {
    QString text;
    QList<qint32> source; ///< per character of @c text: index of the character it came from
};

/// Folds @p text. A hyphen between letters goes, a line end behind it too: "hyphen-\nation" becomes "hyphenation". Linear.
[[nodiscard]] FoldedText fold(QStringView text);

/// Letters that are written without blanks between words: Chinese, Japanese, Thai, …
[[nodiscard]] bool isUnspaced(char32_t letter);

} // namespace locate
