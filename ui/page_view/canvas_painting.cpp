// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pipeline/page_tiles.h"
#include "ui/look/error_words.h"
#include "ui/page_view/block_names.h"
#include "ui/page_view/page_canvas.h"

#include <QCursor>
#include <QPaintEvent>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace page_view {

namespace {

constexpr int margin = 16;
constexpr double sharpestWholePage = 200; // dots per inch; beyond them only what is seen is drawn, in tiles

QColor withAlpha(QColor colour, int alpha)
{
    colour.setAlpha(alpha);
    return colour;
}

} // namespace

void PageCanvas::paintEvent(QPaintEvent *)
{
    QPainter painter(viewport());
    const QRectF page = pageRect();
    if (m_pageIndex < 0 || page.isEmpty())
        return;
    painter.fillRect(page.adjusted(-1, -1, 1, 1), withAlpha(palette().color(QPalette::Shadow), 90));
    painter.fillRect(page, Qt::white);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    paintPage(painter, page);
    if (m_areBoxesShown || !m_lit.isEmpty() || !m_hovered.isEmpty())
        paintBlocks(painter);
    if (m_isOrderShown)
        paintOrder(painter);
    paintMarks(painter);
    if (!m_cover.isNull()) {
        const QRectF place = toViewport(m_coverBox);
        QRectF inside(QPointF(), QSizeF(m_cover.size()).scaled(place.size(), Qt::KeepAspectRatio));
        inside.moveCenter(place.center());
        painter.fillRect(place, m_cover.pixelColor(0, 0));
        painter.drawImage(inside, m_cover);
    }
    if (m_isLoupeHeld)
        paintLoupe(painter, page);
    if (!m_region.isEmpty()) {
        painter.setPen(QPen(palette().color(QPalette::Highlight), 2, Qt::DashLine));
        painter.setBrush(withAlpha(palette().color(QPalette::Highlight), 26));
        painter.drawRect(m_region);
    }
}

void PageCanvas::paintPage(QPainter &painter, const QRectF &page) const
{
    const double unit = m_page.geometry.unit == document::PageUnit::Points ? 1.0 : 0.0;
    const double wanted = std::ceil(m_zoom * m_magnified * logicalDpiX() * devicePixelRatioF() / 24) * 24;
    const bool usesTiles = m_tiles && unit > 0 && wanted > sharpestWholePage;
    const QImage image = m_images->image(m_pageIndex, std::min(wanted, sharpestWholePage));
    painter.save();
    // The page's own axes, whichever way the view is turned.
    painter.translate(page.center());
    painter.rotate(m_turned);
    const QSizeF size = m_turned % 180 == 0 ? page.size() : page.size().transposed();
    const QRectF upright(QPointF(-size.width() / 2, -size.height() / 2), size);
    if (!image.isNull())
        painter.drawImage(upright, image);
    if (usesTiles && !image.isNull()) {
        const QRectF shown = painter.transform().inverted().mapRect(QRectF(viewport()->rect())).intersected(upright);
        paintTiles(painter, upright, shown, wanted);
    }
    painter.restore();
    const QString failure = m_images->failure(m_pageIndex);
    if (!image.isNull() || !failure.isEmpty())
        Q_EMIT pagePainted();
    if (!image.isNull())
        return;
    painter.setPen(QColor(90, 90, 90));
    painter.drawText(page.adjusted(margin, margin, -margin, -margin), Qt::AlignCenter | Qt::TextWordWrap,
        failure.isEmpty() ? tr("Drawing the page…") : look::capital(failure));
}

/// @param shown  what of the page is seen, in the coordinates of @p page.
void PageCanvas::paintTiles(QPainter &painter, const QRectF &page, const QRectF &shown, double dpi) const
{
    const QSize pixels = pipeline::PageTiles::pagePixels(m_page.geometry, dpi);
    const double scale = page.width() / pixels.width();
    constexpr int side = pipeline::PageTiles::side;
    const QRectF inPixels(
        (shown.x() - page.x()) / scale, (shown.y() - page.y()) / scale, shown.width() / scale, shown.height() / scale);
    for (int row = int(inPixels.top()) / side; row * side < inPixels.bottom(); ++row) {
        for (int column = int(inPixels.left()) / side; column * side < inPixels.right(); ++column) {
            const QImage tile = m_tiles->tile(m_pageIndex, dpi, column, row);
            if (!tile.isNull())
                painter.drawImage(QRectF(page.x() + column * side * scale, page.y() + row * side * scale,
                                      tile.width() * scale, tile.height() * scale),
                    tile);
        }
    }
}

void PageCanvas::paintBlocks(QPainter &painter) const
{
    const QColor line = palette().color(QPalette::Highlight);
    QPen hairline(withAlpha(line, 150), 1);
    hairline.setCosmetic(true);
    const document::Block *labelled = nullptr;
    for (const document::Block &block : m_page.blocks) {
        const bool isLit = block.id == m_lit || block.id == m_hovered;
        const bool isNewest = m_page.status == document::PageStatus::Reading && &block == &m_page.blocks.last();
        if (!m_areBoxesShown && !isLit && !isNewest)
            continue;
        hairline.setWidthF(isLit || isNewest ? 2 : 1);
        hairline.setColor(withAlpha(line, isLit || isNewest ? 255 : 110));
        painter.setPen(hairline);
        painter.setBrush(isLit ? QBrush(withAlpha(line, 26)) : QBrush(Qt::NoBrush));
        for (const base::NormalizedRect &box : block.boxes)
            painter.drawRect(toViewport(box));
        if (block.id == m_lit && m_litWord >= 0 && m_litWord < block.words.size())
            painter.fillRect(toViewport(block.words[m_litWord].box), withAlpha(line, 80));
        if (block.id == m_hovered)
            labelled = &block;
    }
    if (labelled && !labelled->boxes.isEmpty())
        paintLabel(painter, *labelled, toViewport(labelled->boxes.first()));
}

/// Text that was found in a solid frame, what the model pointed at in a dashed one that says so.
void PageCanvas::paintMarks(QPainter &painter) const
{
    const QColor frame(176, 74, 0); // on white paper 5:1
    for (const Mark &mark : m_marks) {
        const QRectF box = toViewport(mark.box).adjusted(-2, -2, 2, 2);
        if (mark.isModel) { // seen on paper and on pictures of any colour
            painter.setPen(QPen(QColor(255, 255, 255, 190), mark.isCurrent ? 4 : 3));
            painter.setBrush(Qt::NoBrush);
            painter.drawRect(box);
        }
        QPen pen(frame, mark.isCurrent ? 3 : 1.5, mark.isModel ? Qt::DashLine : Qt::SolidLine);
        pen.setCosmetic(true);
        painter.setPen(pen);
        painter.setBrush(QColor(255, 190, 0, mark.isModel ? 16 : mark.isCurrent ? 80 : 45));
        painter.drawRect(box);
    }
    for (const Mark &mark : m_marks) { // over all frames
        if (!mark.isModel)
            continue;
        const QRectF box = toViewport(mark.box).adjusted(-2, -2, 2, 2);
        const QString text = mark.name.isEmpty() ? tr("model") : mark.name;
        QRectF flag(
            box.left(), 0, painter.fontMetrics().horizontalAdvance(text) + 10, painter.fontMetrics().height() + 2);
        flag.moveBottom(box.top());
        if (flag.top() < 0)
            flag.moveTop(box.top());
        painter.fillRect(flag, frame);
        painter.setPen(Qt::white);
        painter.drawText(flag, Qt::AlignCenter, text);
    }
}

/// The page under the pointer, larger, without boxes: what is printed there and nothing else.
void PageCanvas::paintLoupe(QPainter &painter, const QRectF &page)
{
    constexpr double radius = 130;
    constexpr double larger = 2.5;
    const QPointF middle = viewport()->mapFromGlobal(QCursor::pos());
    QPainterPath glass;
    glass.addEllipse(middle, radius, radius);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setClipPath(glass);
    painter.fillPath(glass, palette().color(QPalette::Mid));
    painter.translate(middle);
    painter.scale(larger, larger);
    painter.translate(-middle);
    painter.fillRect(page, Qt::white);
    m_magnified = larger;
    paintPage(painter, page);
    m_magnified = 1;
    painter.restore();
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(palette().color(QPalette::Highlight), 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(glass);
    painter.restore();
}

/// What the block is, on a small flag above its box; inside where there is no room above.
void PageCanvas::paintLabel(QPainter &painter, const document::Block &block, const QRectF &box) const
{
    const QString text = blockTypeInWords(block);
    QFont small = font();
    small.setPointSizeF(small.pointSizeF() * 0.9);
    painter.setFont(small);
    const QFontMetrics metrics(small);
    QRectF flag(box.left() - 1, 0, metrics.horizontalAdvance(text) + 12, metrics.height() + 4);
    flag.moveBottom(box.top() - 1);
    if (flag.top() < 2)
        flag.moveTop(box.top() + 2);
    painter.setPen(Qt::NoPen);
    painter.setBrush(palette().color(QPalette::Highlight));
    painter.drawRoundedRect(flag, 3, 3);
    painter.setPen(palette().color(QPalette::HighlightedText));
    painter.drawText(flag, Qt::AlignCenter, text);
}

void PageCanvas::paintOrder(QPainter &painter) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor line = palette().color(QPalette::Highlight);
    QPointF last;
    for (qsizetype i = 0; i < m_page.blocks.size(); ++i) {
        if (m_page.blocks[i].boxes.isEmpty())
            continue;
        const QRectF box = toViewport(m_page.blocks[i].boxes.first());
        const QPointF here(std::max(12.0, box.left() - 12), box.top() + 9); // in the margin, not over the ink
        if (!last.isNull()) {
            painter.setPen(QPen(withAlpha(line, 130), 1.2));
            painter.drawLine(last, here);
        }
        last = here;
        const QString number = QString::number(i + 1);
        const double width = std::max(18.0, painter.fontMetrics().horizontalAdvance(number) + 10.0);
        const QRectF disc(here.x() - width / 2, here.y() - 9, width, 18);
        painter.setPen(Qt::NoPen);
        painter.setBrush(line);
        painter.drawRoundedRect(disc, 9, 9);
        painter.setPen(palette().color(QPalette::HighlightedText));
        painter.drawText(disc, Qt::AlignCenter, number);
    }
}

} // namespace page_view
