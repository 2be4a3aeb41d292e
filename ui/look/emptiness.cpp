// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/emptiness.h"

#include <QIcon>
#include <QPainter>
#include <QTextLayout>
#include <QWidget>

#include <algorithm>

namespace look {

namespace {

constexpr int margin = 20;
constexpr int widest = 340; // pixels; a line that is read in one glance
constexpr int disc = 64;
constexpr int drawing = 28;
constexpr int belowDisc = 14;
constexpr int belowTitle = 6;

} // namespace

int paintEmptiness(QPainter &painter, const QRect &room, const QWidget &widget, const Emptiness &emptiness)
{
    const int width = std::min(room.width() - 2 * margin, widest);
    if (width < 40)
        return room.top();
    const auto flags = Qt::AlignHCenter | Qt::TextWordWrap;
    QFont strong = widget.font();
    strong.setPointSizeF(strong.pointSizeF() * 1.1);
    strong.setWeight(QFont::DemiBold);
    const QRect bounds(0, 0, width, 1000);
    const int titleHeight = QFontMetrics(strong).boundingRect(bounds, flags, emptiness.title).height();
    const int sentenceHeight = emptiness.sentence.isEmpty()
        ? 0
        : widget.fontMetrics().boundingRect(bounds, flags, emptiness.sentence).height();
    const int words = titleHeight + (sentenceHeight > 0 ? belowTitle + sentenceHeight : 0);
    const bool hasDrawing = !emptiness.icon.isEmpty() && room.height() > words + disc + belowDisc + 2 * margin;
    const int whole = words + (hasDrawing ? disc + belowDisc : 0);
    int top = room.top() + std::max(margin, (room.height() - whole) * 2 / 5);
    const int left = room.left() + (room.width() - width) / 2;
    painter.setRenderHint(QPainter::Antialiasing);
    if (hasDrawing) {
        const QRect circle(room.left() + (room.width() - disc) / 2, top, disc, disc);
        QColor ground = widget.palette().color(QPalette::Text);
        ground.setAlpha(14);
        painter.setPen(Qt::NoPen);
        painter.setBrush(ground);
        painter.drawEllipse(circle);
        const int inset = (disc - drawing) / 2;
        QIcon::fromTheme(emptiness.icon).paint(&painter, circle.adjusted(inset, inset, -inset, -inset));
        top += disc + belowDisc;
    }
    painter.setFont(strong);
    painter.setPen(widget.palette().color(QPalette::Text));
    painter.drawText(QRect(left, top, width, titleHeight), flags, emptiness.title);
    top += titleHeight;
    if (sentenceHeight == 0)
        return top;
    top += belowTitle;
    painter.setFont(widget.font());
    painter.setPen(widget.palette().color(QPalette::PlaceholderText));
    painter.drawText(QRect(left, top, width, sentenceHeight), flags, emptiness.sentence);
    return top + sentenceHeight;
}

QString inLines(const QString &text, const QFont &font, int width, int lines)
{
    QTextLayout layout(text, font);
    layout.beginLayout();
    QStringList made;
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        if (made.size() + 1 == lines) {
            made.append(QFontMetrics(font).elidedText(text.mid(line.textStart()), Qt::ElideRight, width));
            break;
        }
        made.append(text.mid(line.textStart(), line.textLength()).trimmed());
    }
    layout.endLayout();
    return made.join(u'\n');
}

} // namespace look
