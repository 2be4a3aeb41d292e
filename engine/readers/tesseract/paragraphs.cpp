// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/readers/tesseract/paragraphs.h"

#include "engine/readers/tesseract/characters.h"

#include <algorithm>
#include <cmath>

namespace readers {

namespace {

/// The value that a share of the others stays below: margins that one bulging line cannot move.
float quantile(std::vector<float> values, double share)
{
    const auto place = values.begin() + static_cast<std::ptrdiff_t>(share * static_cast<double>(values.size() - 1));
    std::nth_element(values.begin(), place, values.end());
    return *place;
}

/// Type of another size. Within a full line that follows as all others do, a height measured so is an error, which Chinese lines often have.
constexpr float sizeRatio = 1.18F;

/// Distances from the margin where reading begins and to the one where it ends.
float indentOf(const TesseractLine &line, const Margins &margins)
{
    return line.rightToLeft ? margins.right - static_cast<float>(line.shape.box.right)
                            : static_cast<float>(line.shape.box.left) - margins.left;
}

float roomBehind(const TesseractLine &line, const Margins &margins)
{
    return line.rightToLeft ? static_cast<float>(line.shape.box.left) - margins.left
                            : margins.right - static_cast<float>(line.shape.box.right);
}

/// Would the first word of @p next have fitted behind @p line? Then the line was broken on purpose. A ragged margin
/// leaves such room too, so it takes a sentence's end or a quarter of the column.
bool endsEarly(const TesseractLine &line, const TesseractLine &next, const Margins &margins)
{
    const float width = margins.right - margins.left;
    const float room = roomBehind(line, margins);
    const auto word = static_cast<float>(next.words.empty() ? 0 : next.words.front().box.width());
    if (room < word + margins.height || beginsLowerCase(lineText(next)))
        return false;
    return room > 0.25F * width || (room > 0.08F * width && endsSentence(lineText(line)));
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

Margins marginsOf(const std::vector<LineShape> &lines)
{
    Margins margins;
    if (lines.empty())
        return margins;
    std::vector<float> lefts;
    std::vector<float> rights;
    std::vector<float> steps;
    std::vector<float> heights;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        lefts.push_back(static_cast<float>(lines[i].box.left));
        rights.push_back(static_cast<float>(lines[i].box.right));
        heights.push_back(lines[i].height);
        if (i > 0) {
            steps.push_back(lines[i].baseline - lines[i - 1].baseline);
            margins.steps.emplace_back(std::min(lines[i].height, lines[i - 1].height), steps.back());
        }
    }
    margins.left = quantile(lefts, 0.2);
    margins.right = quantile(rights, 0.8);
    margins.height = std::max(median(heights), 1.0F);
    margins.step = steps.empty() ? 0 : quantile(steps, 0.4);
    return margins;
}

float Margins::stepOf(float typeHeight) const
{
    constexpr std::size_t enough = 3;
    std::vector<float> same;
    for (const auto &[itsHeight, itsStep] : steps)
        if (std::max(itsHeight, typeHeight) < sizeRatio * std::min(itsHeight, typeHeight))
            same.push_back(itsStep);
    return same.size() < enough ? 0 : quantile(std::move(same), 0.4);
}

bool beginsParagraph(const TesseractLine &line, const TesseractLine &before, const Margins &margins)
{
    if (line.vertical || before.vertical || line.words.empty() || before.words.empty())
        return false;
    const float height = margins.height;
    const float smaller = std::min(line.shape.height, before.shape.height);
    const float own = margins.stepOf(smaller);
    const float usual = own > 0 ? own : margins.step;
    const float step = line.shape.baseline - before.shape.baseline;
    const bool isEvenlySet = own > 0 && std::abs(step - own) < 0.12F * height && roomBehind(before, margins) < height;
    if (std::max(line.shape.height, before.shape.height) > sizeRatio * smaller && !isEvenlySet)
        return true;
    if (usual > 0 && step > usual + 0.35F * height)
        return true;
    const float indent = indentOf(line, margins);
    const float moved = indent - indentOf(before, margins);
    const bool marked = line.words.size() > 1 && isListMark(line.words.front().text);
    if (marked && indent < 3 * height && moved < 0.5F * height)
        return true;
    if (indent > 0.6F * height && moved > 0.6F * height && indent < 0.35F * (margins.right - margins.left)
        && !isListMark(before.words.front().text))
        return true;
    return endsEarly(before, line, margins);
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
