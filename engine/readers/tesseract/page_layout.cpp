// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/readers/tesseract/page_layout.h"

#include <tesseract/ltrresultiterator.h>

#include <algorithm>

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
                float height = 0;
                float descenders = 0;
                float ascenders = 0;
                word.RowAttributes(&height, &descenders, &ascenders);
                heights.push_back(height);
                if (word.IsAtBeginningOf(RIL_TEXTLINE))
                    block.lineHeights.push_back(height);
            } while (!word.IsAtFinalElement(RIL_BLOCK, RIL_WORD) && word.Next(RIL_WORD));
        }
        block.wordsUpToHere = words;
        layout.blocks.push_back(std::move(block));
    } while (page.Next(RIL_BLOCK));
    layout.bodyHeight = median(std::move(heights));
    return layout;
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
