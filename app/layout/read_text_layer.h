// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/document/page.h"

namespace layout {

/// Whether a page's text layer can be trusted, and why.
struct TextLayerVerdict {
    bool isSound = false;
    QString
        reason; ///< one plain sentence without a full stop, translated; ends up in Page::reason and on the page's chip
};

/// Judges a text layer: sound, absent (a picture of text), drawn as curves, without Unicode, or a hidden layer of rubbish.
[[nodiscard]] TextLayerVerdict judgeTextLayer(const document::TextLayer &layer);

/// Puts the words of a text layer into blocks in reading order: columns, headings by size and weight, lists, tables where rules or
/// alignment show them, hyphenation joined, links kept. Pure; any thread.
/// @param pageNumber  from 1, for block ids.
/// @return blocks with lines, words and boxes; pictures of the layer as blocks of type "image" without a file name.
[[nodiscard]] QList<document::Block> readTextLayer(const document::TextLayer &layer, int pageNumber);

} // namespace layout
