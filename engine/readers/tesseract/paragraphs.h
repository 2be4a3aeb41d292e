// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/readers/tesseract/page_layout.h"

#include <string>
#include <vector>

namespace readers {

/// A word as Tesseract read it.
struct TesseractWord {
    std::string text; ///< as printed
    PixelBox box;
    float confidence = 0; ///< 0..100
};

/// A line of one block, words in logical order (right to left for Hebrew and Arabic).
struct TesseractLine {
    std::vector<TesseractWord> words;
    PixelBox box;
    float height = 0; ///< pixels from descender to ascender
    bool rightToLeft = false;
    bool vertical = false;
};

using Paragraph = std::vector<TesseractLine>;

/// Cuts a block's lines where a new paragraph begins: a wider gap, an indented first line, a short last line, a list
/// mark, another type size. Vertical text stays together. Lines come and go in reading order; none is lost.
std::vector<Paragraph> splitParagraphs(std::vector<TesseractLine> lines);

/// The words of a line with blanks between them; none between Chinese, Japanese characters.
std::string lineText(const TesseractLine &line);

/// The lines as one text: "docu-" + "ment" becomes "document"; a hyphen before a capital or digit stays; Chinese and
/// Japanese lines are joined without a blank.
std::string joinedText(const Paragraph &paragraph);

} // namespace readers
