// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/page_view/page_canvas.h"

#include "app/pipeline/page_tiles.h"
#include "ui/page_view/block_accessibles.h"
#include "ui/page_view/block_bar.h"

#include <QScrollBar>
#include <QScroller>

#include <algorithm>
#include <cmath>

namespace page_view {

namespace {

constexpr double smallestZoom = 0.1;
constexpr double largestZoom = 8;
constexpr double zoomStep = 1.25;
constexpr int margin = 16; // pixels of desk around the page
constexpr int glideMs = 140; // the eye follows; within the 150 ms of interaction I1

} // namespace

PageCanvas::PageCanvas(pipeline::PageImages *images, pipeline::PageTiles *tiles, QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_images(images)
    , m_tiles(tiles)
    , m_blockBar(new BlockBar(viewport()))
{
    installBlockAccessibles();
    setFocusPolicy(Qt::StrongFocus);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff); // it opens fitted to its width
    setAccessibleName(tr("Page"));
    viewport()->setMouseTracking(true);
    viewport()->setBackgroundRole(QPalette::Mid);
    viewport()->setAutoFillBackground(true);
    QScroller::grabGesture(viewport(), QScroller::TouchGesture); // kinetic, for fingers; a pen or mouse drags a box
    m_glide.setDuration(glideMs);
    m_glide.setEasingCurve(QEasingCurve::OutCubic);
    connect(&m_glide, &QVariantAnimation::valueChanged, this,
        [this](const QVariant &value) { verticalScrollBar()->setValue(value.toInt()); });
    const auto redraw = [this](int pageIndex) {
        if (pageIndex == m_pageIndex)
            viewport()->update();
    };
    connect(m_images, &pipeline::PageImages::imageReady, this, redraw);
    if (m_tiles)
        connect(m_tiles, &pipeline::PageTiles::tileReady, this, redraw);
}

void PageCanvas::setPage(int pageIndex, const document::Page &page)
{
    const bool isOther = pageIndex != m_pageIndex;
    m_pageIndex = pageIndex;
    m_page = page;
    if (isOther) {
        m_glide.stop();
        m_hovered.clear();
        m_lit.clear();
        m_marks.clear();
        m_clicked.clear();
        m_turned = 0;
        applyFit();
        verticalScrollBar()->setValue(0);
    }
    updateScrollBars();
    placeBlockBar();
    viewport()->update();
}

void PageCanvas::addBlockAction(QAction *action, const QString &shortText)
{
    m_blockBar->addAction(action, shortText);
}

void PageCanvas::placeBlockBar()
{
    const auto block = std::ranges::find(m_page.blocks, m_clicked, &document::Block::id);
    const bool hasPlace = block != m_page.blocks.end() && !block->boxes.isEmpty() && m_region.isEmpty();
    m_blockBar->place(hasPlace ? toViewport(block->boxes.first()) : QRectF());
}

void PageCanvas::clear()
{
    setPage(-1, {});
}

QSizeF PageCanvas::pageSizeOnScreen() const
{
    const QSizeF upright = m_page.geometry.size;
    const QSizeF size = m_turned % 180 == 0 ? upright : upright.transposed();
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
    const double x = (viewportPosition.x() - page.x()) / page.width();
    const double y = (viewportPosition.y() - page.y()) / page.height();
    switch (m_turned) {
    case 90:
        return {y, 1 - x};
    case 180:
        return {1 - x, 1 - y};
    case 270:
        return {1 - y, x};
    default:
        return {x, y};
    }
}

QRectF PageCanvas::toViewport(const base::NormalizedRect &box) const
{
    const QRectF page = pageRect();
    const base::NormalizedRect seen = box.turnedBack((360 - m_turned) % 360);
    return seen.on(page.size()).translated(page.topLeft());
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

void PageCanvas::setTurned(int degrees)
{
    m_turned = degrees;
    applyFit();
    updateScrollBars();
    viewport()->update();
}

void PageCanvas::setBoxesShown(bool shown)
{
    m_areBoxesShown = shown;
    viewport()->update();
}

void PageCanvas::setOrderShown(bool shown)
{
    m_isOrderShown = shown;
    viewport()->update();
}

void PageCanvas::setTool(Tool tool)
{
    if (tool == m_tool)
        return;
    m_tool = tool;
    m_region = {};
    showCursor();
    viewport()->update();
    Q_EMIT toolChanged(tool);
}

void PageCanvas::showCursor()
{
    const bool pans = m_isSpaceHeld || m_tool == Tool::Pan;
    viewport()->setCursor(m_isPanning ? Qt::ClosedHandCursor
            : pans                    ? Qt::OpenHandCursor
            : m_tool == Tool::Region  ? Qt::CrossCursor
                                      : Qt::ArrowCursor);
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
    const QRectF before = pageRect();
    const QPointF share((viewportPosition.x() - before.x()) / std::max(1.0, before.width()),
        (viewportPosition.y() - before.y()) / std::max(1.0, before.height()));
    m_zoom = std::clamp(factor, smallestZoom, largestZoom);
    updateScrollBars();
    const QRectF page = pageRect();
    const QPointF now = page.topLeft() + QPointF(share.x() * page.width(), share.y() * page.height());
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
    placeBlockBar();
}

void PageCanvas::scrollContentsBy(int, int)
{
    viewport()->update(); // boxes and marks lie over the page: all of it moves
    placeBlockBar();
}

void PageCanvas::glideTo(int value)
{
    QScrollBar *bar = verticalScrollBar();
    const int target = std::clamp(value, bar->minimum(), bar->maximum());
    if (!isVisible() || target == bar->value()) {
        bar->setValue(target);
        return;
    }
    m_glide.stop();
    m_glide.setStartValue(bar->value());
    m_glide.setEndValue(target);
    m_glide.start();
}

/// Keys that are held add up: each goes on from where the one before was heading.
void PageCanvas::glideBy(int delta)
{
    const bool isGliding = m_glide.state() == QAbstractAnimation::Running;
    glideTo((isGliding ? m_glide.endValue().toInt() : verticalScrollBar()->value()) + delta);
}

void PageCanvas::highlight(const QString &blockId, int word)
{
    if (blockId == m_lit && word == m_litWord)
        return;
    m_lit = blockId;
    m_litWord = word;
    if (blockId != m_clicked) {
        m_clicked.clear(); // what lights up elsewhere takes the bar away
        placeBlockBar();
    }
    viewport()->update();
    const auto block = std::ranges::find(m_page.blocks, blockId, &document::Block::id);
    if (block == m_page.blocks.end() || block->boxes.isEmpty())
        return;
    const bool hasWord = word >= 0 && word < block->words.size();
    reveal(hasWord ? block->words[word].box : block->boxes.first());
}

void PageCanvas::setCover(const base::NormalizedRect &box, const QImage &picture)
{
    m_coverBox = box;
    m_cover = picture;
    viewport()->update();
}

void PageCanvas::reveal(const base::NormalizedRect &box)
{
    const QRectF target = toViewport(box);
    const double edge = viewport()->height() / 10.0;
    const int here = verticalScrollBar()->value();
    if (target.top() < edge)
        glideTo(here + qRound(target.top() - edge));
    else if (target.bottom() > viewport()->height() - edge)
        glideTo(here + qRound(std::min(target.bottom() - viewport()->height() + edge, target.top() - edge)));
    if (target.left() < 0 || target.right() > viewport()->width())
        horizontalScrollBar()->setValue(
            horizontalScrollBar()->value() + qRound(target.left() - viewport()->width() / 10.0));
}

void PageCanvas::setMarks(const QList<Mark> &marks)
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

} // namespace page_view
