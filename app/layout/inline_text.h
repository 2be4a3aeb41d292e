// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/layout/text_lines.h"

#include <QSet>

namespace layout {

/// What lines of one block come to.
struct InlineText {
    QString markdown; ///< escaped, links and superscripts marked
    QString text; ///< the same in plain words
};

/// How one line goes on in the next.
enum class LineEnd {
    Space, ///< the words are parted by a space
    Nothing, ///< a real hyphen, a dash or a script without spaces: joined as they stand
    Hyphen, ///< the hyphen was set because the line ended: it goes, the word is joined
};

/// Words of a page in which hyphens stand for themselves; evidence for line ends.
struct HyphenEvidence {
    QSet<QString> whole; ///< words without a hyphen, lower case
    QSet<QString> hyphenated; ///< words with a hyphen inside a line, lower case
};

[[nodiscard]] HyphenEvidence hyphenEvidence(const Sheet &sheet);

/// A hyphen goes when the next line goes on in lower case, unless the page has the word with its hyphen elsewhere, or it follows a
/// part that keeps it (self-, well-, state-of-the-). Before a capital or a number it stays, without a space, unless the page has the
/// word without it.
[[nodiscard]] LineEnd lineEnd(QStringView lastWord, QStringView nextWord, const HyphenEvidence &evidence);

/// Joins lines into running text.
/// @param hardBreaks  lines after which the page broke although there was room, ascending; empty for ordinary text.
[[nodiscard]] InlineText joinLines(const Sheet &sheet, const std::vector<TextLine> &lines,
    const HyphenEvidence &evidence, const std::vector<std::size_t> &hardBreaks = {});

/// One line as printed.
[[nodiscard]] QString lineText(const Sheet &sheet, const TextLine &line);

} // namespace layout
