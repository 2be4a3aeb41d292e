// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/layout/inline_text.h"
#include "app/layout/paragraphs.h"

namespace layout {

/// What a paragraph is, by its size and weight against the body, its marks and what stands beside it.
struct BlockType {
    QString type = QStringLiteral("text");
    int level = 0;
};

/// @param isBesideObject  a picture or table stands right above or below it.
[[nodiscard]] BlockType typeOf(
    const Sheet &sheet, const Paragraph &paragraph, const QString &text, bool isBesideObject);

/// A caption by its first words, "Figure 3:" or "Tabelle 2.".
/// @param isBesideObject  a picture or table stands right above or below it: no sign need follow the number then.
/// @param ofTable  set for one that is: whether a table's.
[[nodiscard]] bool isCaption(const QString &text, bool isBesideObject, bool &ofTable);

/// A note below the text of its column: smaller print that begins with a mark, at the column's end.
[[nodiscard]] bool isFootnote(const Sheet &sheet, const Paragraph &paragraph, const QString &text);

/// Markdown and text of a paragraph: list marks in Markdown's form, listings fenced with their indents, the rest as running text.
[[nodiscard]] InlineText contentOf(const Sheet &sheet, const Paragraph &paragraph, const HyphenEvidence &evidence);

} // namespace layout
