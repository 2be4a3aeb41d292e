// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/readers/tesseract/page_layout.h"

#include <tesseract/ltrresultiterator.h>

#include <algorithm>
#include <cstdlib>

namespace readers {

namespace {

using tesseract::RIL_BLOCK;
using tesseract::RIL_TEXTLINE;
using tesseract::RIL_WORD;

/// Smaller than this share of the page's side, a "picture" is a speck or an ornament.
constexpr double smallestPicture = 0.04;

BlockKind kindOf(const tesseract::LTRResultIterator &page)
{
    switch (page.BlockType()) {
    case tesseract::PT_FLOWING_IMAGE:
    case tesseract::PT_HEADING_IMAGE:
    case tesseract::PT_PULLOUT_IMAGE:
        return BlockKind::Image;
    case tesseract::PT_HORZ_LINE:
    case tesseract::PT_VERT_LINE:
    case tesseract::PT_NOISE:
    case tesseract::PT_UNKNOWN:
        return BlockKind::Nothing;
    case tesseract::PT_TABLE:
        return BlockKind::Table;
    case tesseract::PT_VERTICAL_TEXT:
        return BlockKind::Vertical;
    default:
        return BlockKind::Text;
    }
}

/// Does the text go on from @p line to @p next, over a block's border? Up to 1.9 line heights lie between two lines of
/// a paragraph or two paragraphs; type that differs by more than a quarter is another thing.
bool carriesOn(const LineShape &line, const LineShape &next, const PixelBox &flow, const PixelBox &nextBlock)
{
    const float height = std::max(line.height, next.height);
    const float step = next.baseline - line.baseline;
    if (step < 0.7F * height || step > 1.9F * height || height > 1.25F * std::min(line.height, next.height))
        return false;
    const auto near = static_cast<int>(2 * height);
    const bool inside = nextBlock.left > flow.left - near && nextBlock.right < flow.right + near;
    const bool around = flow.left > nextBlock.left - near && flow.right < nextBlock.right + near;
    const bool aligned = std::abs(nextBlock.left - flow.left) < near || std::abs(nextBlock.right - flow.right) < near;
    return aligned && (inside || around);
}

bool isPicture(const PixelBox &box, int pictureWidth, int pictureHeight)
{
    return box.width() >= smallestPicture * pictureWidth && box.height() >= smallestPicture * pictureHeight;
}

} // namespace

void PixelBox::add(const PixelBox &other)
{
    if (other.isEmpty())
        return;
    if (isEmpty()) {
        *this = other;
        return;
    }
    left = std::min(left, other.left);
    top = std::min(top, other.top);
    right = std::max(right, other.right);
    bottom = std::max(bottom, other.bottom);
}

PageLayout layoutOf(tesseract::LTRResultIterator &page, int pictureWidth, int pictureHeight)
{
    PageLayout layout;
    std::vector<float> heights; // a line counts once for every word in it, so that long lines say what the body is
    std::size_t words = 0;
    page.Begin();
    do {
        LaidBlock block;
        block.kind = kindOf(page);
        block.box = boundingBox(page, RIL_BLOCK);
        if (block.kind == BlockKind::Image && !isPicture(block.box, pictureWidth, pictureHeight))
            block.kind = BlockKind::Nothing;
        if (!page.Empty(RIL_BLOCK)) {
            tesseract::LTRResultIterator word(page);
            do {
                if (word.Empty(RIL_WORD))
                    continue;
                ++words;
                const LineShape line = lineShape(word);
                heights.push_back(line.height);
                if (word.IsAtBeginningOf(RIL_TEXTLINE))
                    block.lines.push_back(line);
            } while (!word.IsAtFinalElement(RIL_BLOCK, RIL_WORD) && word.Next(RIL_WORD));
        }
        block.wordsUpToHere = words;
        layout.blocks.push_back(std::move(block));
    } while (page.Next(RIL_BLOCK));
    joinFlows(layout.blocks);
    layout.bodyHeight = median(std::move(heights));
    return layout;
}

LineShape lineShape(const tesseract::LTRResultIterator &place)
{
    LineShape line;
    line.box = boundingBox(place, RIL_TEXTLINE);
    float descenders = 0;
    float ascenders = 0;
    place.RowAttributes(&line.height, &descenders, &ascenders);
    int left = 0;
    int leftBase = line.box.bottom;
    int right = 0;
    int rightBase = line.box.bottom;
    place.Baseline(RIL_TEXTLINE, &left, &leftBase, &right, &rightBase);
    line.baseline = 0.5F * static_cast<float>(leftBase + rightBase);
    return line;
}

void joinFlows(std::vector<LaidBlock> &blocks)
{
    std::size_t flow = 0;
    PixelBox box;
    const LaidBlock *before = nullptr;
    for (LaidBlock &block : blocks) {
        if (block.kind == BlockKind::Nothing) {
            block.flow = flow;
            continue;
        }
        const bool goesOn = before && before->kind == BlockKind::Text && block.kind == BlockKind::Text
            && !before->lines.empty() && !block.lines.empty()
            && carriesOn(before->lines.back(), block.lines.front(), box, block.box);
        if (!goesOn) {
            ++flow;
            box = {};
        }
        box.add(block.box);
        block.flow = flow;
        before = &block;
    }
}

PixelBox boundingBox(const tesseract::PageIterator &page, int level)
{
    PixelBox box;
    if (!page.BoundingBox(
            static_cast<tesseract::PageIteratorLevel>(level), &box.left, &box.top, &box.right, &box.bottom))
        return {};
    return box;
}

float median(std::vector<float> values)
{
    if (values.empty())
        return 0;
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

} // namespace readers
