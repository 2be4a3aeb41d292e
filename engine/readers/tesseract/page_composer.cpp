// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/readers/tesseract/page_composer.h"

#include "engine/readers/tesseract/characters.h"
#include "engine/readers/tesseract/table_text.h"

#include <algorithm>
#include <cmath>

namespace readers {

namespace {

/// Type this much higher than the body heads something. 1.2 is the step from 10 to 12 points; measuring errors of a
/// line's height stay below it.
constexpr float subTitleRatio = 1.2F;
constexpr float titleRatio = 1.6F;
constexpr std::size_t mostHeadingLines = 3;
constexpr std::size_t mostHeadingCharacters = 160;
constexpr std::size_t mostCaptionLines = 6;
/// A caption's distance from its picture, in body heights.
constexpr float captionDistance = 1.5F;

int share(int position, int whole)
{
    const double value = std::round(999.0 * position / std::max(whole, 1));
    return static_cast<int>(std::clamp(value, 0.0, 999.0));
}

PixelBox boxOf(const Paragraph &paragraph)
{
    PixelBox box;
    for (const TesseractLine &line : paragraph)
        box.add(line.box);
    return box;
}

/// Read text is content, never markup: a tag of the grammar that stands on the page is broken up.
std::string withoutTags(std::string text)
{
    for (std::size_t at = text.find("<|"); at != std::string::npos; at = text.find("<|", at))
        text.insert(at + 1, " ");
    return text;
}

int overlap(int begin, int end, int otherBegin, int otherEnd)
{
    return std::max(0, std::min(end, otherEnd) - std::max(begin, otherBegin));
}

} // namespace

std::string groundedHead(std::string_view label, const PixelBox &box, int pictureWidth, int pictureHeight)
{
    return "<|ref|>" + std::string(label) + "<|/ref|><|det|>[[" + std::to_string(share(box.left, pictureWidth)) + ", "
        + std::to_string(share(box.top, pictureHeight)) + ", " + std::to_string(share(box.right, pictureWidth)) + ", "
        + std::to_string(share(box.bottom, pictureHeight)) + "]]<|/det|>\n";
}

PageComposer::PageComposer(PageLayout layout, int pictureWidth, int pictureHeight)
    : m_layout(std::move(layout))
    , m_width(pictureWidth)
    , m_height(pictureHeight)
{
}

std::string PageComposer::compose(std::size_t index, std::vector<TesseractLine> lines)
{
    const LaidBlock &block = m_layout.blocks.at(index);
    if (block.kind == BlockKind::Image)
        return head("image", block.box) + "\n";
    keepWords(lines);
    if (block.kind == BlockKind::Table) {
        PixelBox box = boxOf(lines);
        if (const std::string html = tableHtml(lines); !html.empty())
            return head("table", box) + withoutTags(html) + "\n\n";
    }
    std::string text;
    for (const Paragraph &paragraph : splitParagraphs(std::move(lines)))
        text += composeParagraph(paragraph, block);
    return text;
}

void PageComposer::keepWords(const std::vector<TesseractLine> &lines)
{
    const auto width = static_cast<double>(m_width);
    const auto height = static_cast<double>(m_height);
    for (const TesseractLine &line : lines)
        for (const TesseractWord &word : line.words) {
            ReadWord kept;
            kept.text = word.text;
            kept.box[0] = std::clamp(word.box.left / width, 0.0, 1.0);
            kept.box[1] = std::clamp(word.box.top / height, 0.0, 1.0);
            kept.box[2] = std::clamp(word.box.right / width, 0.0, 1.0);
            kept.box[3] = std::clamp(word.box.bottom / height, 0.0, 1.0);
            kept.confidence = std::clamp(static_cast<double>(word.confidence) / 100, 0.0, 1.0);
            m_words.push_back(std::move(kept));
        }
}

std::string PageComposer::composeParagraph(const Paragraph &paragraph, const LaidBlock &block)
{
    const std::string text = withoutTags(joinedText(paragraph));
    if (text.empty())
        return {};
    const PixelBox box = boxOf(paragraph);
    if (block.kind == BlockKind::Text && isCaption(paragraph, box))
        return head("image_caption", box) + "<center>" + text + "</center>\n\n";
    const int level = block.kind == BlockKind::Text ? headingLevel(paragraph, text) : 0;
    if (level == 1) {
        m_hasTitle = true;
        return head("title", box) + "# " + text + "\n\n";
    }
    if (level == 2)
        return head("sub_title", box) + "## " + text + "\n\n";
    return head("text", box) + text + "\n\n";
}

bool PageComposer::isCaption(const Paragraph &paragraph, const PixelBox &box) const
{
    if (paragraph.size() > mostCaptionLines || paragraph.front().height > subTitleRatio * m_layout.bodyHeight)
        return false;
    const float near = captionDistance * m_layout.bodyHeight;
    return std::any_of(m_layout.blocks.begin(), m_layout.blocks.end(), [&](const LaidBlock &block) {
        if (block.kind != BlockKind::Image)
            return false;
        const int across = overlap(box.left, box.right, block.box.left, block.box.right);
        const auto below = static_cast<float>(box.top - block.box.bottom);
        return below > -0.5F * m_layout.bodyHeight && below < near && 10 * across > 8 * box.width()
            && box.width() < block.box.width() * 5 / 4;
    });
}

int PageComposer::headingLevel(const Paragraph &paragraph, const std::string &text) const
{
    const float body = m_layout.bodyHeight;
    if (body <= 0 || paragraph.size() > mostHeadingLines || text.size() > mostHeadingCharacters
        || countLetters(text) < 3 || 2 * countLetters(text) < text.size() / 2)
        return 0;
    std::vector<float> heights;
    for (const TesseractLine &line : paragraph)
        heights.push_back(line.height);
    const float ratio = median(std::move(heights)) / body;
    if (ratio >= titleRatio)
        return m_hasTitle ? 2 : 1;
    return ratio >= subTitleRatio ? 2 : 0;
}

std::string PageComposer::head(std::string_view label, const PixelBox &box) const
{
    return groundedHead(label, box, m_width, m_height);
}

} // namespace readers
