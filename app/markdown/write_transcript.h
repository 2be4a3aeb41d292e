// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/document/page.h"

namespace markdown {

/// The reverse of @c parseTranscript: blocks as a grounded transcript (labels, boxes 0..999, then the block's source). Read again
/// it gives the same types, levels, texts and boxes (to 1/999 of the page).
[[nodiscard]] QString writeTranscript(const QList<document::Block> &blocks);

/// Blocks as Markdown source for the editor, without tags, and where each begins.
struct MarkdownSource {
    QString text;
    QList<qsizetype> firstLines; ///< per block: the line of @c text it begins on, from 0
};
[[nodiscard]] MarkdownSource writeMarkdown(const QList<document::Block> &blocks);

} // namespace markdown
