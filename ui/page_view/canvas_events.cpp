// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/page_view/page_canvas.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QScrollBar>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace page_view {

namespace {

constexpr double zoomStep = 1.25;
constexpr int arrowStep = 60; // pixels
constexpr double smallestRegion = 6; // pixels; a smaller drag was a click

} // namespace

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
    if (m_tool == Tool::Region && (event->buttons() & Qt::LeftButton)) {
        m_region = QRectF(m_dragFrom, event->position()).normalized().intersected(pageRect());
        viewport()->update();
        return;
    }
    const document::Block *block = blockAt(event->position());
    const QString id = block ? block->id : QString();
    if (m_isLoupeHeld)
        viewport()->update();
    if (id == m_hovered)
        return;
    m_hovered = id;
    viewport()->update();
    if (m_clicked.isEmpty() || !id.isEmpty())
        Q_EMIT blockHovered(id);
}

void PageCanvas::mousePressEvent(QMouseEvent *event)
{
    const bool pans = event->button() == Qt::MiddleButton
        || (event->button() == Qt::LeftButton && (m_isSpaceHeld || m_tool == Tool::Pan));
    m_dragFrom = event->position();
    if (pans) {
        m_isPanning = true;
        m_glide.stop();
        showCursor();
        return;
    }
    if (event->button() != Qt::LeftButton || m_tool == Tool::Region)
        return;
    const document::Block *block = blockAt(event->position());
    m_clicked = block ? block->id : QString();
    placeBlockBar();
    if (!block)
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
    showCursor();
    const QRectF dragged = std::exchange(m_region, {});
    if (dragged.width() < smallestRegion || dragged.height() < smallestRegion)
        return;
    viewport()->update();
    const QPointF a = toPage(dragged.topLeft());
    const QPointF b = toPage(dragged.bottomRight());
    const auto within = [](double share) { return std::clamp(share, 0.0, 1.0); };
    const base::NormalizedRect region{within(std::min(a.x(), b.x())), within(std::min(a.y(), b.y())),
        within(std::max(a.x(), b.x())), within(std::max(a.y(), b.y()))};
    setTool(Tool::Select);
    Q_EMIT regionChosen(region);
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
    // A touchpad gives pixels and moves by itself; a wheel's notches glide.
    if (event->pixelDelta().isNull() && event->angleDelta().y() != 0 && event->modifiers() == Qt::NoModifier) {
        glideBy(-event->angleDelta().y());
        event->accept();
        return;
    }
    m_glide.stop();
    QAbstractScrollArea::wheelEvent(event);
}

/// Steps through the blocks in reading order, as Tab steps through a form.
void PageCanvas::moveBetweenBlocks(int step)
{
    if (m_page.blocks.isEmpty())
        return;
    const auto at = std::ranges::find(m_page.blocks, m_lit, &document::Block::id);
    const qsizetype here
        = at == m_page.blocks.end() ? (step > 0 ? -1 : m_page.blocks.size()) : at - m_page.blocks.begin();
    const qsizetype next = std::clamp<qsizetype>(here + step, 0, m_page.blocks.size() - 1);
    m_clicked = m_page.blocks[next].id;
    Q_EMIT blockClicked(m_clicked, -1);
    placeBlockBar();
}

void PageCanvas::keyPressEvent(QKeyEvent *event)
{
    QScrollBar *sideways = horizontalScrollBar();
    const int screen = viewport()->height() - arrowStep;
    switch (event->key()) {
    case Qt::Key_Down:
        event->modifiers() & Qt::AltModifier ? moveBetweenBlocks(1) : glideBy(arrowStep);
        return;
    case Qt::Key_Up:
        event->modifiers() & Qt::AltModifier ? moveBetweenBlocks(-1) : glideBy(-arrowStep);
        return;
    case Qt::Key_Right:
        sideways->setValue(sideways->value() + arrowStep);
        return;
    case Qt::Key_Left:
        sideways->setValue(sideways->value() - arrowStep);
        return;
    case Qt::Key_Home:
        glideTo(0);
        return;
    case Qt::Key_End:
        glideTo(verticalScrollBar()->maximum());
        return;
    case Qt::Key_Space:
        if (!event->isAutoRepeat()) {
            m_isSpaceHeld = true;
            showCursor();
        }
        return;
    case Qt::Key_Z:
        if (!event->isAutoRepeat()) {
            m_isLoupeHeld = true;
            viewport()->update();
        }
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (!m_lit.isEmpty())
            Q_EMIT blockClicked(m_lit, -1);
        return;
    case Qt::Key_PageDown:
        event->modifiers() & Qt::ShiftModifier ? glideBy(screen) : Q_EMIT nextPageWanted();
        return;
    case Qt::Key_PageUp:
        event->modifiers() & Qt::ShiftModifier ? glideBy(-screen) : Q_EMIT previousPageWanted();
        return;
    default:
        QAbstractScrollArea::keyPressEvent(event);
    }
}

void PageCanvas::keyReleaseEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Space && !event->isAutoRepeat()) {
        m_isSpaceHeld = false;
        showCursor();
        return;
    }
    if (event->key() == Qt::Key_Z && !event->isAutoRepeat()) {
        m_isLoupeHeld = false;
        viewport()->update();
        return;
    }
    QAbstractScrollArea::keyReleaseEvent(event);
}

} // namespace page_view
