// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/document/page.h"

namespace pipeline {

/// The page after a person edited its Markdown source (as @c markdown::writeMarkdown gives it). Pure; any thread.
///
/// Only blocks whose lines changed are parsed again; all others stay as they are, to the last field. Changed blocks keep their
/// ids, types and boxes as long as their number stays; words that were not touched keep their boxes, touched ones get the union
/// of those they replaced. A block that became two shares the box; blocks that became one get the union.
/// @param before  the page whose source was edited.
[[nodiscard]] document::Page editSource(const document::Page &before, const QString &source);

/// Words of @p text laid against words with boxes: equal ones keep their box and confidence, a run that was replaced gives its
/// union to each word of the new run, and new words get the box of the gap they stand in (empty at either end).
[[nodiscard]] QList<document::Word> remapWords(const QList<document::Word> &before, const QString &text);

} // namespace pipeline
