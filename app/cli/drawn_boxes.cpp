// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/drawn_boxes.h"

#include <QPainter>

#include <algorithm>
#include <array>

namespace cli {

namespace {

/// Five columns and seven rows, the leftmost bit first.
struct Glyph {
    char16_t letter;
    std::array<quint8, 7> rows;
};

// clang-format off
constexpr Glyph glyphs[] = {
    {u'a', {0b00000, 0b00000, 0b01110, 0b00001, 0b01111, 0b10001, 0b01111}},
    {u'b', {0b10000, 0b10000, 0b11110, 0b10001, 0b10001, 0b10001, 0b11110}},
    {u'c', {0b00000, 0b00000, 0b01110, 0b10000, 0b10000, 0b10001, 0b01110}},
    {u'd', {0b00001, 0b00001, 0b01111, 0b10001, 0b10001, 0b10001, 0b01111}},
    {u'e', {0b00000, 0b00000, 0b01110, 0b10001, 0b11111, 0b10000, 0b01110}},
    {u'f', {0b00110, 0b01000, 0b11100, 0b01000, 0b01000, 0b01000, 0b01000}},
    {u'g', {0b00000, 0b01111, 0b10001, 0b10001, 0b01111, 0b00001, 0b01110}},
    {u'h', {0b10000, 0b10000, 0b11110, 0b10001, 0b10001, 0b10001, 0b10001}},
    {u'i', {0b00100, 0b00000, 0b01100, 0b00100, 0b00100, 0b00100, 0b01110}},
    {u'j', {0b00010, 0b00000, 0b00110, 0b00010, 0b00010, 0b10010, 0b01100}},
    {u'k', {0b10000, 0b10010, 0b10100, 0b11000, 0b10100, 0b10010, 0b10001}},
    {u'l', {0b01100, 0b00100, 0b00100, 0b00100, 0b00100, 0b00100, 0b01110}},
    {u'm', {0b00000, 0b00000, 0b11010, 0b10101, 0b10101, 0b10101, 0b10101}},
    {u'n', {0b00000, 0b00000, 0b11110, 0b10001, 0b10001, 0b10001, 0b10001}},
    {u'o', {0b00000, 0b00000, 0b01110, 0b10001, 0b10001, 0b10001, 0b01110}},
    {u'p', {0b00000, 0b11110, 0b10001, 0b10001, 0b11110, 0b10000, 0b10000}},
    {u'q', {0b00000, 0b01111, 0b10001, 0b10001, 0b01111, 0b00001, 0b00001}},
    {u'r', {0b00000, 0b00000, 0b10110, 0b11001, 0b10000, 0b10000, 0b10000}},
    {u's', {0b00000, 0b00000, 0b01111, 0b10000, 0b01110, 0b00001, 0b11110}},
    {u't', {0b01000, 0b01000, 0b11100, 0b01000, 0b01000, 0b01001, 0b00110}},
    {u'u', {0b00000, 0b00000, 0b10001, 0b10001, 0b10001, 0b10011, 0b01101}},
    {u'v', {0b00000, 0b00000, 0b10001, 0b10001, 0b10001, 0b01010, 0b00100}},
    {u'w', {0b00000, 0b00000, 0b10001, 0b10101, 0b10101, 0b10101, 0b01010}},
    {u'x', {0b00000, 0b00000, 0b10001, 0b01010, 0b00100, 0b01010, 0b10001}},
    {u'y', {0b00000, 0b10001, 0b10001, 0b10001, 0b01111, 0b00001, 0b01110}},
    {u'z', {0b00000, 0b00000, 0b11111, 0b00010, 0b00100, 0b01000, 0b11111}},
    {u'0', {0b01110, 0b10011, 0b10101, 0b10101, 0b10101, 0b11001, 0b01110}},
    {u'1', {0b00100, 0b01100, 0b00100, 0b00100, 0b00100, 0b00100, 0b01110}},
    {u'2', {0b01110, 0b10001, 0b00001, 0b00110, 0b01000, 0b10000, 0b11111}},
    {u'3', {0b01110, 0b10001, 0b00001, 0b00110, 0b00001, 0b10001, 0b01110}},
    {u'4', {0b00010, 0b00110, 0b01010, 0b10010, 0b11111, 0b00010, 0b00010}},
    {u'5', {0b11111, 0b10000, 0b11110, 0b00001, 0b00001, 0b10001, 0b01110}},
    {u'6', {0b01110, 0b10000, 0b10000, 0b11110, 0b10001, 0b10001, 0b01110}},
    {u'7', {0b11111, 0b00001, 0b00010, 0b00100, 0b01000, 0b01000, 0b01000}},
    {u'8', {0b01110, 0b10001, 0b10001, 0b01110, 0b10001, 0b10001, 0b01110}},
    {u'9', {0b01110, 0b10001, 0b10001, 0b01111, 0b00001, 0b00001, 0b01110}},
    {u'_', {0b00000, 0b00000, 0b00000, 0b00000, 0b00000, 0b00000, 0b11111}},
    {u'-', {0b00000, 0b00000, 0b00000, 0b11111, 0b00000, 0b00000, 0b00000}},
};
// clang-format on

constexpr int columns = 5;
constexpr int advance = columns + 1;
constexpr int labelHeight = 15; // pixels above the box, as the script has it

/// Red and green below 200 and blue below 255, as the script draws them at random; the same for the same label.
QColor colourOf(const QString &label)
{
    quint32 hash = 2166136261U; // FNV-1a: the same on every machine
    for (const QChar c : label)
        hash = (hash ^ c.unicode()) * 16777619U;
    return {static_cast<int>(hash % 200), static_cast<int>(hash / 200 % 200), static_cast<int>(hash / 40000 % 255)};
}

void drawLabel(QPainter &painter, QPoint corner, const QString &label, const QColor &colour)
{
    constexpr qsizetype longest = 40;
    QList<const Glyph *> letters;
    for (const QChar c : label.left(longest).toLower()) {
        const auto *glyph = std::ranges::find(glyphs, c.unicode(), &Glyph::letter);
        if (glyph != std::end(glyphs))
            letters.append(glyph);
    }
    if (letters.isEmpty())
        return;
    painter.fillRect(
        QRect(corner, QSize(static_cast<int>(letters.size()) * advance + 3, 11)), QColor(255, 255, 255, 200));
    QPoint at = corner + QPoint(2, 2);
    for (const Glyph *glyph : letters) {
        for (int row = 0; row < 7; ++row) {
            for (int column = 0; column < columns; ++column) {
                if (glyph->rows[static_cast<size_t>(row)] >> (columns - 1 - column) & 1)
                    painter.fillRect(QRect(at + QPoint(column, row), QSize(1, 1)), colour);
            }
        }
        at.rx() += advance;
    }
}

/// An outline of whole pixels that lies within the box, as Pillow draws it.
void drawOutline(QPainter &painter, const QRect &box, int width, const QColor &colour)
{
    painter.fillRect(QRect(box.left(), box.top(), box.width(), width).intersected(box), colour);
    painter.fillRect(QRect(box.left(), box.bottom() + 1 - width, box.width(), width).intersected(box), colour);
    painter.fillRect(QRect(box.left(), box.top(), width, box.height()).intersected(box), colour);
    painter.fillRect(QRect(box.right() + 1 - width, box.top(), width, box.height()).intersected(box), colour);
}

} // namespace

QImage drawnBoxes(const QImage &page, const QList<markdown::OfficialBox> &boxes)
{
    QImage drawn = page.convertToFormat(QImage::Format_RGB32);
    QPainter painter(&drawn);
    for (const markdown::OfficialBox &labelled : boxes) {
        const QColor colour = colourOf(labelled.label);
        QColor tint = colour;
        tint.setAlpha(20);
        const QRect inclusive = labelled.box.adjusted(0, 0, 1, 1).intersected(drawn.rect()); // both corners are drawn
        painter.fillRect(inclusive, tint);
        drawOutline(painter, inclusive, labelled.label == u"title" ? 4 : 2, colour);
        drawLabel(
            painter, {labelled.box.left(), std::max(0, labelled.box.top() - labelHeight)}, labelled.label, colour);
    }
    return drawn;
}

} // namespace cli
