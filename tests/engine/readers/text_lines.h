// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/readers/tesseract/paragraphs.h"

#include <sstream>

namespace readers {

/// A line of type 20 high on baseline @p baseline; its words share the width from @p left to @p right by their letters.
inline TesseractLine textLine(const std::string &text, int left, int right, int baseline, float height = 20)
{
    TesseractLine line;
    line.shape.box
        = {left, baseline - static_cast<int>(height * 0.8F), right, baseline + static_cast<int>(height * 0.2F)};
    line.shape.baseline = static_cast<float>(baseline);
    line.shape.height = height;
    std::istringstream words(text);
    std::string word;
    const double letter = static_cast<double>(right - left) / static_cast<double>(text.size());
    double at = left;
    while (words >> word) {
        const double end = at + letter * static_cast<double>(word.size());
        PixelBox box = line.shape.box;
        box.left = static_cast<int>(at);
        box.right = static_cast<int>(end);
        line.words.push_back({word, box, 90});
        at = end + letter;
    }
    return line;
}

} // namespace readers
