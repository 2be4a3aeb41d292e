// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/page_delegate.h"

#include "app/document/page.h"
#include "ui/pages/pages_model.h"

#include <QPainter>

namespace pages {

namespace {

constexpr int padding = 8;
constexpr QSize thumbnailSize(120, 156);
constexpr int signSize = 10;

/// Empty ring: not read; half disc: being read or in part; full disc: read; cross: failed.
void paintSign(QPainter &painter, const QRectF &place, document::PageStatus status, const QColor &text)
{
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor good(38, 140, 80);
    const QColor bad(196, 48, 43);
    switch (status) {
    case document::PageStatus::Unread:
        painter.setPen(QPen(text, 1.2));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(place);
        return;
    case document::PageStatus::Reading:
    case document::PageStatus::Partial:
        painter.setPen(QPen(QColor(190, 120, 0), 1.2));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(place);
        painter.setBrush(QColor(190, 120, 0));
        painter.drawPie(place, 90 * 16, 180 * 16);
        return;
    case document::PageStatus::Ok:
        painter.setPen(Qt::NoPen);
        painter.setBrush(good);
        painter.drawEllipse(place);
        return;
    case document::PageStatus::Failed:
        painter.setPen(QPen(bad, 2));
        painter.drawLine(place.topLeft(), place.bottomRight());
        painter.drawLine(place.topRight(), place.bottomLeft());
        return;
    }
}

} // namespace

void PageDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    const QRect area = option.rect.adjusted(4, 2, -4, -2);
    if (isSelected) {
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(option.palette.color(QPalette::Highlight));
        painter->drawRoundedRect(area, 6, 6);
    }
    const auto thumbnail = index.data(Qt::DecorationRole).value<QPixmap>();
    const QPoint at(area.center().x() - thumbnailSize.width() / 2, area.top() + padding);
    painter->drawPixmap(at, thumbnail);
    const QColor text = option.palette.color(isSelected ? QPalette::HighlightedText : QPalette::Text);
    const QString number = index.data(Qt::DisplayRole).toString();
    const QRect caption(
        area.left(), at.y() + thumbnailSize.height(), area.width(), area.bottom() - at.y() - thumbnailSize.height());
    const int width = option.fontMetrics.horizontalAdvance(number);
    const int left = caption.center().x() - (width + signSize + 6) / 2;
    painter->setPen(text);
    painter->drawText(QRect(left + signSize + 6, caption.top(), width + 4, caption.height()),
        Qt::AlignVCenter | Qt::AlignLeft, number);
    paintSign(*painter, QRectF(left, caption.center().y() - signSize / 2.0 + 0.5, signSize, signSize),
        static_cast<document::PageStatus>(index.data(PagesModel::StatusRole).toInt()), text);
    painter->restore();
}

QSize PageDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {
        thumbnailSize.width() + 3 * padding, thumbnailSize.height() + 2 * padding + option.fontMetrics.height() + 8};
}

} // namespace pages
