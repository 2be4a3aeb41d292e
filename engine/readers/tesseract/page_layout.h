// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <vector>

namespace tesseract {
class LTRResultIterator;
class PageIterator;
} // namespace tesseract

namespace readers {

/// Pixels of the picture Tesseract was given, origin top left; right and bottom are one past the last pixel.
struct PixelBox {
    int left = 0;
    int top = 0;
    int right = 0;
    int bottom = 0;

    int width() const { return right - left; }
    int height() const { return bottom - top; }
    bool isEmpty() const { return right <= left || bottom <= top; }
    /// Grows to hold @p other too; an empty box becomes it.
    void add(const PixelBox &other);
    friend bool operator==(const PixelBox &, const PixelBox &) = default;
};

enum class BlockKind { Text, Vertical, Table, Image, Nothing };

/// Where a line stands and how large its type is.
struct LineShape {
    PixelBox box;
    float baseline = 0; ///< y in its middle
    float height = 0; ///< pixels from descender to ascender
};

/// A block as found before anything is read.
struct LaidBlock {
    BlockKind kind = BlockKind::Nothing;
    PixelBox box;
    std::size_t wordsUpToHere = 0; ///< words of the page in this block and all before it: read when so many are
    std::vector<LineShape> lines;
    /// Text blocks of one number are one column's flow, which Tesseract cut where no paragraph ends; from 0.
    std::size_t flow = 0;
};

/// A page's blocks in reading order.
struct PageLayout {
    std::vector<LaidBlock> blocks;
    float bodyHeight = 0; ///< the line height most of the page is set in; 0 without text

    bool isEmpty() const { return blocks.empty(); }
};

/// Reads off what layout analysis found, before recognition. @p page is moved.
PageLayout layoutOf(tesseract::LTRResultIterator &page, int pictureWidth, int pictureHeight);

/// The line at the iterator's place.
LineShape lineShape(const tesseract::LTRResultIterator &place);

/// Gives each block its flow: a text block carries on the one before it when it stands right under it, in its column,
/// in the same type.
void joinFlows(std::vector<LaidBlock> &blocks);

/// The bounding box at the iterator's place; empty when there is none.
PixelBox boundingBox(const tesseract::PageIterator &page, int level);

/// Middle of the values, each weighing the same; 0 for none.
float median(std::vector<float> values);

} // namespace readers
