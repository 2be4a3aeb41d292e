// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/readers/tesseract/page_layout.h"

#include <string>
#include <utility>
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
    LineShape shape;
    bool rightToLeft = false;
    bool vertical = false;
};

using Paragraph = std::vector<TesseractLine>;

/// Where a column's full lines begin and end, and how its lines follow each other. Pixels.
struct Margins {
    float left = 0;
    float right = 0;
    float step = 0; ///< from baseline to baseline; 0 for one line
    float height = 0; ///< of the type
    /// Every step with the height of the smaller of its two lines: text and its notes, of one flow, are set with different ones.
    std::vector<std::pair<float, float>> steps;

    /// How lines of a type as high as @p typeHeight follow each other; 0 where there are too few to tell.
    float stepOf(float typeHeight) const;
};

/// Over all lines of a flow; known from the layout, before anything is read.
Margins marginsOf(const std::vector<LineShape> &lines);

/// Does a new paragraph begin with @p line, which follows @p before in the same flow? Signs are a wider gap, an indented
/// first line, a short last line, a list mark, another type size. Never within vertical text.
bool beginsParagraph(const TesseractLine &line, const TesseractLine &before, const Margins &margins);

/// The words of a line with blanks between them; none between Chinese, Japanese characters.
std::string lineText(const TesseractLine &line);

/// The lines as one text: "docu-" + "ment" becomes "document"; a hyphen before a capital or digit stays; Chinese and
/// Japanese lines are joined without a blank.
std::string joinedText(const Paragraph &paragraph);

} // namespace readers
