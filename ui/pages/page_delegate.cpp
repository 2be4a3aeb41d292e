// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/page_delegate.h"

#include "app/document/page.h"
#include "ui/look/look.h"
#include "ui/look/style.h"
#include "ui/pages/pages_model.h"

#include <QPainter>

namespace pages {

namespace {

constexpr int padding = 8;
constexpr int signSize = 10;

/// Empty ring: not read; half disc: being read or in part; full disc: read; cross: failed.
void paintSign(QPainter &painter, const QRectF &place, document::PageStatus status, const QColor &text)
{
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor good = look::colour(look::Meaning::Good);
    const QColor busy = look::colour(look::Meaning::Busy);
    const QColor bad = look::colour(look::Meaning::Bad);
    switch (status) {
    case document::PageStatus::Unread:
        painter.setPen(QPen(text, 1.2));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(place);
        return;
    case document::PageStatus::Reading:
    case document::PageStatus::Partial:
        painter.setPen(QPen(busy, 1.2));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(place);
        painter.setBrush(busy);
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

PageDelegate::PageDelegate(const PagesModel *model, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_model(model)
{
}

void PageDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    const QRect area = option.rect.adjusted(4, 2, -4, -2);
    look::paintRow(*painter, area, option);
    const auto thumbnail = index.data(Qt::DecorationRole).value<QPixmap>();
    const QPoint at(area.center().x() - m_model->thumbnailSize().width() / 2, area.top() + padding);
    painter->drawPixmap(at, thumbnail);
    const QColor text = option.palette.color(isSelected ? QPalette::Text : QPalette::PlaceholderText);
    const QString number = index.data(Qt::DisplayRole).toString();
    const int below = at.y() + m_model->thumbnailSize().height();
    const QRect caption(area.left(), below, area.width(), (area.bottom() - below) / 2 + 2);
    const int width = option.fontMetrics.horizontalAdvance(number);
    const int left = caption.center().x() - (width + signSize + 6) / 2;
    painter->setPen(text);
    painter->drawText(QRect(left + signSize + 6, caption.top(), width + 4, caption.height()),
        Qt::AlignVCenter | Qt::AlignLeft, number);
    paintSign(*painter, QRectF(left, caption.center().y() - signSize / 2.0 + 0.5, signSize, signSize),
        static_cast<document::PageStatus>(index.data(PagesModel::StatusRole).toInt()), text);
    painter->setPen(option.palette.color(QPalette::PlaceholderText));
    const QRect reader(
        area.left() + padding, caption.bottom(), area.width() - 2 * padding, area.bottom() - caption.bottom() - 2);
    painter->drawText(reader, Qt::AlignHCenter | Qt::AlignTop,
        option.fontMetrics.elidedText(index.data(PagesModel::ReaderRole).toString(), Qt::ElideRight, reader.width()));
    painter->restore();
}

QSize PageDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {m_model->thumbnailSize().width() + 3 * padding,
        m_model->thumbnailSize().height() + 2 * padding + 2 * option.fontMetrics.height() + 10};
}

} // namespace pages
