// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/drawn_boxes.h"

#include "app/cli/letters.h"

#include <QPainter>

#include <algorithm>

namespace cli {

namespace {

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
    const QString letters = knownLetters(label.left(longest).toLower());
    if (letters.isEmpty())
        return;
    painter.fillRect(QRect(corner, QSize(lettersWidth(letters) + 3, 11)), QColor(255, 255, 255, 200));
    drawLetters(painter, corner + QPoint(2, 2), letters, colour);
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
