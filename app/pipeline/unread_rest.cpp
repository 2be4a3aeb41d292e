// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pipeline/unread_rest.h"

#include <algorithm>
#include <cstdlib>
#include <vector>

namespace pipeline {

namespace {

constexpr int paperStep = 64; // grey levels that ink differs from its paper at least

/// Ink of each row and each column: pixels far from the colour that is most frequent.
struct Ink {
    std::vector<int> rows;
    std::vector<int> columns;
};

int paperOf(const QImage &grey)
{
    std::vector<qsizetype> levels(256);
    for (int y = 0; y < grey.height(); y += 4) {
        const uchar *line = grey.constScanLine(y);
        for (int x = 0; x < grey.width(); x += 4)
            ++levels[line[x]];
    }
    return static_cast<int>(std::ranges::max_element(levels) - levels.begin());
}

Ink inkOf(const QImage &grey, int paper, const QList<QRect> &read)
{
    Ink ink{std::vector<int>(static_cast<size_t>(grey.height())), std::vector<int>(static_cast<size_t>(grey.width()))};
    std::vector<bool> isRead(static_cast<size_t>(grey.width()));
    for (int y = 0; y < grey.height(); ++y) {
        std::ranges::fill(isRead, false);
        for (const QRect &box : read) {
            if (y >= box.top() && y <= box.bottom())
                std::fill(isRead.begin() + box.left(), isRead.begin() + box.right() + 1, true);
        }
        const uchar *line = grey.constScanLine(y);
        for (int x = 0; x < grey.width(); ++x) {
            if (std::abs(line[x] - paper) < paperStep || isRead[static_cast<size_t>(x)])
                continue;
            ++ink.rows[static_cast<size_t>(y)];
            ++ink.columns[static_cast<size_t>(x)];
        }
    }
    return ink;
}

/// First and last index with more than a few specks; last < first for none.
std::pair<int, int> extentOf(const std::vector<int> &ink)
{
    const auto hasInk = [](int pixels) { return pixels > 1; };
    const auto first = std::ranges::find_if(ink, hasInk);
    if (first == ink.end())
        return {0, -1};
    const auto last = std::find_if(ink.rbegin(), ink.rend(), hasInk);
    return {static_cast<int>(first - ink.begin()),
        static_cast<int>(ink.size()) - 1 - static_cast<int>(last - ink.rbegin())};
}

/// The row with the least ink near the middle: between lines, if there are any.
int cutNear(int middle, int reach, const std::vector<int> &rows)
{
    int best = middle;
    for (int distance = 0; distance <= reach; ++distance) {
        for (const int row : {middle - distance, middle + distance}) {
            if (rows[static_cast<size_t>(row)] < rows[static_cast<size_t>(best)])
                best = row;
        }
    }
    return best;
}

QList<QRect> boxesOn(const QImage &picture, const QList<document::Block> &blocks)
{
    QList<QRect> boxes;
    for (const document::Block &block : blocks) {
        for (const base::NormalizedRect &box : block.boxes) {
            const QRect pixels = box.on(picture.size()).toAlignedRect().intersected(picture.rect());
            if (!pixels.isEmpty())
                boxes.append(pixels);
        }
    }
    return boxes;
}

} // namespace

UnreadRest unreadRest(const QImage &picture, const QList<document::Block> &read)
{
    constexpr int lowest = 48; // pixels: a line or two are not cut in half
    constexpr int margin = 16; // pixels of paper around the rest
    const QList<QRect> boxes = boxesOn(picture, read);
    const QImage grey = picture.convertToFormat(QImage::Format_Grayscale8);
    const int paper = paperOf(grey);
    const Ink ink = inkOf(grey, paper, boxes);
    const auto [top, bottom] = extentOf(ink.rows);
    const auto [left, right] = extentOf(ink.columns);
    UnreadRest rest{picture.convertToFormat(QImage::Format_RGB888), {}};
    for (const QRect &box : boxes) {
        for (int y = box.top(); y <= box.bottom(); ++y)
            std::fill_n(rest.picture.scanLine(y) + 3 * box.left(), 3 * box.width(), static_cast<uchar>(paper));
    }
    if (bottom < top || right < left)
        return rest;
    const QRect area = QRect(QPoint(left, top), QPoint(right, bottom))
                           .adjusted(-margin, -margin, margin, margin)
                           .intersected(picture.rect());
    if (area.height() < 2 * lowest) {
        rest.halves = {area};
        return rest;
    }
    const int cut = cutNear(area.center().y(), area.height() / 6, ink.rows);
    rest.halves
        = {QRect(area.topLeft(), QPoint(area.right(), cut)), QRect(QPoint(area.left(), cut + 1), area.bottomRight())};
    return rest;
}

void placeInWhole(QList<document::Block> &blocks, const QRect &part, const QSize &whole)
{
    const auto place = [&](base::NormalizedRect &box) {
        box = base::NormalizedRect::of(box.on(part.size()).translated(part.topLeft()), whole);
    };
    for (document::Block &block : blocks) {
        std::ranges::for_each(block.boxes, place);
        std::ranges::for_each(block.lines, place, &document::Line::box);
        std::ranges::for_each(block.words, place, &document::Word::box);
    }
}

} // namespace pipeline
