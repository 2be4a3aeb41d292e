// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/page_view/page_canvas.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace page_view {

namespace {

constexpr double smallestZoom = 0.1;
constexpr double largestZoom = 8;
constexpr double zoomStep = 1.25;
constexpr int margin = 16; // pixels of desk around the page
constexpr double sharpestDpi = 300; // beyond it the picture is scaled up

QColor withAlpha(QColor colour, int alpha)
{
    colour.setAlpha(alpha);
    return colour;
}

} // namespace

PageCanvas::PageCanvas(pipeline::PageImages *images, QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_images(images)
{
    setFocusPolicy(Qt::StrongFocus);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff); // it opens fitted to its width
    setAccessibleName(tr("Page"));
    viewport()->setMouseTracking(true);
    viewport()->setBackgroundRole(QPalette::Dark);
    viewport()->setAutoFillBackground(true);
    connect(m_images, &pipeline::PageImages::imageReady, this, [this](int pageIndex) {
        if (pageIndex == m_pageIndex)
            viewport()->update();
    });
}

void PageCanvas::setPage(int pageIndex, const document::Page &page)
{
    const bool isOther = pageIndex != m_pageIndex;
    m_pageIndex = pageIndex;
    m_page = page;
    if (isOther) {
        m_hovered.clear();
        m_lit.clear();
        m_marks.clear();
        applyFit();
        verticalScrollBar()->setValue(0);
    }
    updateScrollBars();
    viewport()->update();
}

void PageCanvas::clear()
{
    setPage(-1, {});
}

QSizeF PageCanvas::pageSizeOnScreen() const
{
    const QSizeF size = m_page.geometry.size;
    const double unit = m_page.geometry.unit == document::PageUnit::Points ? logicalDpiX() / 72.0
        : m_page.geometry.resolution.value > 0 ? logicalDpiX() / m_page.geometry.resolution.value
                                               : 1.0;
    return size * unit * m_zoom;
}

QRectF PageCanvas::pageRect() const
{
    const QSizeF size = pageSizeOnScreen();
    const double x
        = std::max((viewport()->width() - size.width()) / 2, double(margin)) - horizontalScrollBar()->value();
    const double y
        = std::max((viewport()->height() - size.height()) / 2, double(margin)) - verticalScrollBar()->value();
    return {QPointF(x, y), size};
}

QPointF PageCanvas::toPage(const QPointF &viewportPosition) const
{
    const QRectF page = pageRect();
    if (page.isEmpty())
        return {};
    return {(viewportPosition.x() - page.x()) / page.width(), (viewportPosition.y() - page.y()) / page.height()};
}

QRectF PageCanvas::toViewport(const base::NormalizedRect &box) const
{
    const QRectF page = pageRect();
    return box.on(page.size()).translated(page.topLeft());
}

void PageCanvas::setZoom(double factor)
{
    setFit(Fit::None);
    zoomAbout(factor, QRectF(viewport()->rect()).center());
}

void PageCanvas::zoomIn()
{
    setZoom(m_zoom * zoomStep);
}

void PageCanvas::zoomOut()
{
    setZoom(m_zoom / zoomStep);
}

void PageCanvas::setFit(Fit fit)
{
    m_fit = fit;
    setHorizontalScrollBarPolicy(fit == Fit::None ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
    applyFit();
    updateScrollBars();
    viewport()->update();
}

void PageCanvas::applyFit()
{
    const QSizeF size = pageSizeOnScreen() / m_zoom;
    if (m_fit == Fit::None || size.isEmpty())
        return;
    const double width = (viewport()->width() - 2 * margin) / size.width();
    const double height = (viewport()->height() - 2 * margin) / size.height();
    m_zoom = std::clamp(m_fit == Fit::Width ? width : std::min(width, height), smallestZoom, largestZoom);
    Q_EMIT zoomChanged(m_zoom);
}

void PageCanvas::zoomAbout(double factor, const QPointF &viewportPosition)
{
    const QPointF kept = toPage(viewportPosition);
    m_zoom = std::clamp(factor, smallestZoom, largestZoom);
    updateScrollBars();
    const QRectF page = pageRect();
    const QPointF now = page.topLeft() + QPointF(kept.x() * page.width(), kept.y() * page.height());
    horizontalScrollBar()->setValue(horizontalScrollBar()->value() + qRound(now.x() - viewportPosition.x()));
    verticalScrollBar()->setValue(verticalScrollBar()->value() + qRound(now.y() - viewportPosition.y()));
    viewport()->update();
    Q_EMIT zoomChanged(m_zoom);
}

void PageCanvas::updateScrollBars()
{
    const QSizeF size = pageSizeOnScreen();
    const auto set = [](QScrollBar *bar, double whole, int shown) {
        bar->setRange(0, std::max(0, int(std::ceil(whole)) + 2 * margin - shown));
        bar->setPageStep(shown);
        bar->setSingleStep(48);
    };
    set(horizontalScrollBar(), size.width(), viewport()->width());
    set(verticalScrollBar(), size.height(), viewport()->height());
}

void PageCanvas::highlight(const QString &blockId, int word)
{
    if (blockId == m_lit && word == m_litWord)
        return;
    m_lit = blockId;
    m_litWord = word;
    viewport()->update();
    const auto block = std::ranges::find(m_page.blocks, blockId, &document::Block::id);
    if (block == m_page.blocks.end() || block->boxes.isEmpty())
        return;
    const bool hasWord = word >= 0 && word < block->words.size();
    const QRectF target = toViewport(hasWord ? block->words[word].box : block->boxes.first());
    const double edge = viewport()->height() / 10.0;
    if (target.top() < edge)
        verticalScrollBar()->setValue(verticalScrollBar()->value() + qRound(target.top() - edge));
    else if (target.bottom() > viewport()->height() - edge)
        verticalScrollBar()->setValue(verticalScrollBar()->value()
            + qRound(std::min(target.bottom() - viewport()->height() + edge, target.top() - edge)));
}

void PageCanvas::setMarks(const QList<base::NormalizedRect> &marks)
{
    m_marks = marks;
    viewport()->update();
}

const document::Block *PageCanvas::blockAt(const QPointF &viewportPosition) const
{
    const QPointF at = toPage(viewportPosition);
    const document::Block *smallest = nullptr;
    double smallestArea = 2;
    for (const document::Block &block : m_page.blocks) {
        for (const base::NormalizedRect &box : block.boxes) {
            const bool isInside = at.x() >= box.x0 && at.x() <= box.x1 && at.y() >= box.y0 && at.y() <= box.y1;
            if (isInside && box.width() * box.height() < smallestArea) {
                smallest = &block;
                smallestArea = box.width() * box.height();
            }
        }
    }
    return smallest;
}

void PageCanvas::paintEvent(QPaintEvent *)
{
    QPainter painter(viewport());
    const QRectF page = pageRect();
    if (m_pageIndex < 0 || page.isEmpty())
        return;
    painter.fillRect(page.translated(2, 2), QColor(0, 0, 0, 60));
    painter.fillRect(page, Qt::white);
    const double wanted = m_zoom * logicalDpiX() * devicePixelRatioF();
    const QImage image = m_images->image(m_pageIndex, std::min(std::ceil(wanted / 24) * 24, sharpestDpi));
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    if (!image.isNull()) {
        painter.drawImage(page, image);
    } else {
        const QString failure = m_images->failure(m_pageIndex);
        painter.setPen(QColor(90, 90, 90));
        painter.drawText(page.adjusted(margin, margin, -margin, -margin), Qt::AlignCenter | Qt::TextWordWrap,
            failure.isEmpty() ? tr("Drawing the page…") : failure);
    }
    paintBlocks(painter);
}

void PageCanvas::paintBlocks(QPainter &painter) const
{
    const QColor line = palette().color(QPalette::Highlight);
    QPen hairline(withAlpha(line, 150), 1);
    hairline.setCosmetic(true);
    for (const document::Block &block : m_page.blocks) {
        const bool isLit = block.id == m_lit || block.id == m_hovered;
        const bool isNewest = m_page.status == document::PageStatus::Reading && &block == &m_page.blocks.last();
        hairline.setWidthF(isLit || isNewest ? 2 : 1);
        hairline.setColor(withAlpha(line, isLit || isNewest ? 255 : 110));
        painter.setPen(hairline);
        painter.setBrush(isLit ? QBrush(withAlpha(line, 26)) : QBrush(Qt::NoBrush));
        for (const base::NormalizedRect &box : block.boxes)
            painter.drawRect(toViewport(box));
        if (block.id == m_lit && m_litWord >= 0 && m_litWord < block.words.size())
            painter.fillRect(toViewport(block.words[m_litWord].box), withAlpha(line, 80));
    }
    painter.setPen(QPen(QColor(200, 90, 0), 2));
    painter.setBrush(QColor(255, 200, 0, 70));
    for (const base::NormalizedRect &mark : m_marks)
        painter.drawRect(toViewport(mark));
}

void PageCanvas::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    applyFit();
    updateScrollBars();
}

void PageCanvas::mouseMoveEvent(QMouseEvent *event)
{
    if (m_isPanning) {
        const QPointF delta = event->position() - m_dragFrom;
        m_dragFrom = event->position();
        horizontalScrollBar()->setValue(horizontalScrollBar()->value() - qRound(delta.x()));
        verticalScrollBar()->setValue(verticalScrollBar()->value() - qRound(delta.y()));
        return;
    }
    const document::Block *block = blockAt(event->position());
    const QString id = block ? block->id : QString();
    if (id == m_hovered)
        return;
    m_hovered = id;
    viewport()->update();
    Q_EMIT blockHovered(id);
}

void PageCanvas::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::MiddleButton) {
        m_isPanning = true;
        m_dragFrom = event->position();
        return;
    }
    const document::Block *block = blockAt(event->position());
    if (event->button() != Qt::LeftButton || !block)
        return;
    const QPointF at = toPage(event->position());
    const auto word = std::ranges::find_if(block->words, [&](const document::Word &w) {
        return at.x() >= w.box.x0 && at.x() <= w.box.x1 && at.y() >= w.box.y0 && at.y() <= w.box.y1;
    });
    Q_EMIT blockClicked(block->id, word == block->words.end() ? -1 : int(word - block->words.begin()));
}

void PageCanvas::mouseReleaseEvent(QMouseEvent *)
{
    m_isPanning = false;
}

void PageCanvas::leaveEvent(QEvent *)
{
    if (m_hovered.isEmpty())
        return;
    m_hovered.clear();
    viewport()->update();
    Q_EMIT blockHovered({});
}

void PageCanvas::wheelEvent(QWheelEvent *event)
{
    if (event->modifiers() & Qt::ControlModifier) {
        setFit(Fit::None);
        zoomAbout(m_zoom * std::pow(zoomStep, event->angleDelta().y() / 120.0), event->position());
        event->accept();
        return;
    }
    QAbstractScrollArea::wheelEvent(event);
}

void PageCanvas::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_PageDown:
        Q_EMIT nextPageWanted();
        return;
    case Qt::Key_PageUp:
        Q_EMIT previousPageWanted();
        return;
    default:
        QAbstractScrollArea::keyPressEvent(event);
    }
}

} // namespace page_view
