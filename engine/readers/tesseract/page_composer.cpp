// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/readers/tesseract/page_composer.h"

#include "engine/readers/tesseract/characters.h"
#include "engine/readers/tesseract/table_text.h"

#include <algorithm>
#include <cmath>

namespace readers {

namespace {

/// Type this much higher than the body heads something when it also stands alone, is short and no sentence. Errors of a
/// line's measured height reach 1.1.
constexpr float subTitleRatio = 1.15F;
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
        box.add(line.shape.box);
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
    std::string text;
    if (block.kind == BlockKind::Image)
        return closeParagraph() + head("image", block.box) + "\n";
    if (lines.empty())
        return {};
    keepWords(lines);
    if (block.kind == BlockKind::Table) {
        text = closeParagraph();
        if (const std::string html = tableHtml(lines); !html.empty())
            return text + head("table", boxOf(lines)) + withoutTags(html) + "\n\n";
    }
    if (block.flow != m_flow) {
        text += closeParagraph();
        enterFlow(block.flow);
    }
    for (TesseractLine &line : lines) {
        if (!m_open.empty() && beginsParagraph(line, m_open.back(), m_margins))
            text += closeParagraph();
        m_open.push_back(std::move(line));
    }
    return text;
}

void PageComposer::enterFlow(std::size_t flow)
{
    m_flow = flow;
    std::vector<LineShape> shapes;
    for (const LaidBlock &block : m_layout.blocks)
        if (block.flow == flow)
            shapes.insert(shapes.end(), block.lines.begin(), block.lines.end());
    m_margins = marginsOf(shapes);
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

std::string PageComposer::closeParagraph()
{
    if (m_open.empty())
        return {};
    std::string text = composeParagraph(m_open);
    m_hasTitle = m_hasTitle || text.find("<|/det|>\n# ") != std::string::npos;
    m_open.clear();
    return text;
}

std::string PageComposer::composeParagraph(const Paragraph &paragraph) const
{
    const std::string text = withoutTags(joinedText(paragraph));
    if (text.empty())
        return {};
    const PixelBox box = boxOf(paragraph);
    if (isCaption(paragraph, box))
        return head("image_caption", box) + "<center>" + text + "</center>\n\n";
    switch (headingLevel(paragraph, text)) {
    case 1:
        return head("title", box) + "# " + text + "\n\n";
    case 2:
        return head("sub_title", box) + "## " + text + "\n\n";
    default:
        return head("text", box) + text + "\n\n";
    }
}

bool PageComposer::isCaption(const Paragraph &paragraph, const PixelBox &box) const
{
    if (paragraph.size() > mostCaptionLines || paragraph.front().shape.height > subTitleRatio * m_layout.bodyHeight)
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
    if (body <= 0 || paragraph.front().vertical || paragraph.size() > mostHeadingLines
        || text.size() > mostHeadingCharacters || countLetters(text) < 3 || 2 * countLetters(text) < countVisible(text)
        || isListMark(paragraph.front().words.front().text))
        return 0;
    std::vector<float> heights;
    for (const TesseractLine &line : paragraph)
        heights.push_back(line.shape.height);
    const float ratio = median(std::move(heights)) / body;
    if (ratio >= titleRatio)
        return m_hasTitle ? 2 : 1;
    const bool isSentence = beginsLowerCase(text) || endsSentence(text) || text.ends_with(',') || text.ends_with(';');
    return ratio >= subTitleRatio && !isSentence ? 2 : 0;
}

std::string PageComposer::head(std::string_view label, const PixelBox &box) const
{
    return groundedHead(label, box, m_width, m_height);
}

} // namespace readers
