// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/locate/place_delegate.h"

#include "ui/locate/places_model.h"
#include "ui/look/style.h"

#include <QPainter>
#include <QPainterPath>
#include <QTextLayout>

#include <algorithm>

namespace ui_locate {

namespace {

constexpr int padding = 10;
constexpr int pictureHeight = 46;
constexpr int gap = 5;

/// The snippet in one line, the words found in bold and always in view.
void paintSnippet(QPainter *painter, const QRect &line, const QFont &font, const locate::Place &place)
{
    QFont bold(font);
    bold.setBold(true);
    const QFontMetrics plainMetrics(font);
    const QFontMetrics boldMetrics(bold);
    const int wordsWidth = std::min(boldMetrics.horizontalAdvance(place.text), line.width());
    const int room = line.width() - wordsWidth;
    const int beforeWidth = std::min(plainMetrics.horizontalAdvance(place.before), room / 3);
    const QString before = plainMetrics.elidedText(place.before, Qt::ElideLeft, beforeWidth);
    int x = line.left();
    const auto put = [&](const QString &text, const QFont &with) {
        painter->setFont(with);
        painter->drawText(
            QRect(x, line.top(), line.right() - x, line.height()), Qt::AlignLeft | Qt::AlignVCenter, text);
        x += QFontMetrics(with).horizontalAdvance(text);
    };
    put(before, font);
    put(boldMetrics.elidedText(place.text, Qt::ElideRight, line.right() - x), bold);
    put(plainMetrics.elidedText(place.after, Qt::ElideRight, std::max(0, line.right() - x)), font);
}

} // namespace

PlaceDelegate::PlaceDelegate(const PlacesModel *places, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_places(places)
{
}

void PlaceDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem row(option);
    initStyleOption(&row, index);
    const auto place = index.data(PlacesModel::PlaceRole).value<locate::Place>();
    const QColor ink = row.palette.color(QPalette::Text);
    const QColor quiet = row.palette.color(QPalette::PlaceholderText);
    const QRect inside = row.rect.adjusted(padding + 2, padding - 2, -padding, -padding + 2);
    painter->save();
    painter->setClipRect(row.rect);
    look::paintRow(*painter, row.rect.adjusted(4, 1, -4, -2), row);

    const QRect frame(inside.left(), inside.top(), inside.width(), pictureHeight);
    const QImage picture = m_places->picture(place, double(frame.width()) / frame.height());
    painter->setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    QPainterPath shape;
    shape.addRoundedRect(QRectF(frame).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    painter->fillPath(shape, Qt::white);
    if (!picture.isNull()) {
        painter->save();
        painter->setClipPath(shape, Qt::IntersectClip);
        const double ratio = painter->device()->devicePixelRatioF();
        painter->drawImage(
            frame, picture.scaled(frame.size() * ratio, Qt::KeepAspectRatioByExpanding, Qt::SmoothTransformation));
        painter->restore();
    }
    painter->setPen(row.palette.color(QPalette::Mid));
    painter->drawPath(shape);

    const int lineHeight = row.fontMetrics.height();
    const QRect first(inside.left(), frame.bottom() + gap, inside.width(), lineHeight);
    painter->setPen(ink);
    paintSnippet(painter, first, row.font, place);
    QFont small(row.font);
    small.setPointSizeF(small.pointSizeF() * 0.9);
    painter->setFont(small);
    painter->setPen(quiet);
    const QRect second(inside.left(), first.bottom() + 1, inside.width(), lineHeight);
    const QString where = PlacesModel::tr("Page %1 · %2").arg(place.pageIndex + 1).arg(kindInWords(place.kind));
    painter->drawText(second, Qt::AlignLeft | Qt::AlignVCenter,
        QFontMetrics(small).elidedText(where, Qt::ElideRight, second.width()));
    painter->restore();
}

QSize PlaceDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {180, pictureHeight + gap + 2 * option.fontMetrics.height() + 2 * padding};
}

} // namespace ui_locate
