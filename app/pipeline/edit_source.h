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

/// The Markdown source of a page as a person sees it: as written from the page, or as typed since (with more empty lines, say).
struct SeenSource {
    QStringList lines; ///< at least one
    QStringList blockIds; ///< in the page's order; the page may have grown behind them since
    QList<qsizetype> firstLines; ///< per block: the line it begins on, from 0, ascending
};
[[nodiscard]] SeenSource writtenSource(const document::Page &page);

/// What typing made of a page, and where its blocks stand in the text as typed.
struct EditedSource {
    document::Page page;
    SeenSource seen;
};

/// As above, but only lines that differ from those @p seen are parsed: a keystroke costs what it changed, however the text before it
/// was typed. Blocks that came behind those @p seen stay. If @p seen is of another page the source as written takes its place.
[[nodiscard]] EditedSource editSource(const document::Page &before, const SeenSource &seen, const QString &source);

/// Words of @p text laid against words with boxes: equal ones keep their box and confidence, a run that was replaced gives its
/// union to each word of the new run, and new words get the box of the gap they stand in (empty at either end).
[[nodiscard]] QList<document::Word> remapWords(const QList<document::Word> &before, const QString &text);

} // namespace pipeline
