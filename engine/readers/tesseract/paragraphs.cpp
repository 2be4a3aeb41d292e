// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/readers/tesseract/paragraphs.h"

#include "engine/readers/tesseract/characters.h"

#include <algorithm>
#include <cmath>

namespace readers {

namespace {

/// Where a block's full lines begin and end in reading direction, and how its lines follow each other.
struct Margins {
    float start = 0;
    float end = 0; ///< >= start, both as distances along the reading direction
    float step = 0; ///< from line top to line top; 0 for one line
    float height = 0;
};

float startOf(const TesseractLine &line)
{
    return static_cast<float>(line.rightToLeft ? -line.box.right : line.box.left);
}
float endOf(const TesseractLine &line)
{
    return static_cast<float>(line.rightToLeft ? -line.box.left : line.box.right);
}

float middleOf(const TesseractLine &line)
{
    return 0.5F * static_cast<float>(line.box.top + line.box.bottom);
}

/// The value that a share of the lines stays below: margins that one bulging line cannot move.
float quantile(std::vector<float> values, double share)
{
    const auto place = values.begin() + static_cast<std::ptrdiff_t>(share * static_cast<double>(values.size() - 1));
    std::nth_element(values.begin(), place, values.end());
    return *place;
}

Margins marginsOf(const std::vector<TesseractLine> &lines)
{
    std::vector<float> starts;
    std::vector<float> ends;
    std::vector<float> steps;
    std::vector<float> heights;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        starts.push_back(startOf(lines[i]));
        ends.push_back(endOf(lines[i]));
        heights.push_back(lines[i].height);
        if (i > 0)
            steps.push_back(middleOf(lines[i]) - middleOf(lines[i - 1]));
    }
    Margins margins;
    margins.start = quantile(starts, 0.2);
    margins.end = quantile(ends, 0.8);
    margins.height = median(heights);
    margins.step = steps.empty() ? 0 : quantile(steps, 0.4);
    return margins;
}

float firstWordWidth(const TesseractLine &line)
{
    return line.words.empty() ? 0 : static_cast<float>(line.words.front().box.width());
}

/// Would the first word of @p next have fitted behind @p line? Then the writer broke the line on purpose.
bool endsEarly(const TesseractLine &line, const TesseractLine &next, const Margins &margins)
{
    const float room = margins.end - endOf(line);
    return room > firstWordWidth(next) + 1.5F * margins.height && room > 0.12F * (margins.end - margins.start);
}

bool beginsParagraph(const TesseractLine &line, const TesseractLine &before, const Margins &margins)
{
    const float height = std::max(margins.height, 1.0F);
    if (std::max(line.height, before.height) > 1.3F * std::max(std::min(line.height, before.height), 1.0F))
        return true;
    if (margins.step > 0 && middleOf(line) - middleOf(before) > margins.step + 0.45F * height)
        return true;
    const float indent = startOf(line) - margins.start;
    const float moved = startOf(line) - startOf(before);
    if (indent > 0.7F * height && moved > 0.7F * height && indent < 0.35F * (margins.end - margins.start)
        && !before.words.empty() && !isListMark(before.words.front().text))
        return true;
    if (!line.words.empty() && isListMark(line.words.front().text) && line.words.size() > 1 && moved < 0.7F * height)
        return true;
    return endsEarly(before, line, margins) && !beginsLowerCase(lineText(line));
}

/// Is there a hyphen at the end of @p text that the line's end brought? Then it goes, and the word goes on.
bool dropsHyphen(std::string &text, const std::string &next)
{
    const std::size_t size = hyphenAtEnd(text);
    if (size == 0 || !beginsLowerCase(next) || !endsWithLetter(std::string_view(text).substr(0, text.size() - size)))
        return false;
    text.resize(text.size() - size);
    return true;
}

} // namespace

std::vector<Paragraph> splitParagraphs(std::vector<TesseractLine> lines)
{
    std::vector<Paragraph> paragraphs;
    if (lines.empty())
        return paragraphs;
    if (lines.front().vertical) {
        paragraphs.push_back(std::move(lines));
        return paragraphs;
    }
    const Margins margins = marginsOf(lines);
    for (TesseractLine &line : lines) {
        if (paragraphs.empty() || beginsParagraph(line, paragraphs.back().back(), margins))
            paragraphs.emplace_back();
        paragraphs.back().push_back(std::move(line));
    }
    return paragraphs;
}

std::string lineText(const TesseractLine &line)
{
    std::string text;
    for (const TesseractWord &word : line.words) {
        if (!text.empty() && !(endsUnspaced(text) && beginsUnspaced(word.text)))
            text += ' ';
        text += word.text;
    }
    return text;
}

std::string joinedText(const Paragraph &paragraph)
{
    std::string text;
    for (const TesseractLine &line : paragraph) {
        const std::string next = lineText(line);
        if (!text.empty() && !dropsHyphen(text, next) && !(endsUnspaced(text) && beginsUnspaced(next)))
            text += ' ';
        text += next;
    }
    return text;
}

} // namespace readers
