// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window/compare.h"

#include "ui/page_view/page_canvas.h"
#include "ui/preview/parse_preview.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPlainTextEdit>

#include <algorithm>

namespace main_window {

Compare::Compare(QWidget *window, page_view::PageCanvas *canvas, preview::ParsePreview *preview)
    : QObject(window)
    , m_window(window)
    , m_canvas(canvas)
    , m_preview(preview)
{
    qApp->installEventFilter(this);
}

bool Compare::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress && event->type() != QEvent::KeyRelease)
        return QObject::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    if (key->key() != Qt::Key_Backslash || key->isAutoRepeat())
        return QObject::eventFilter(watched, event);
    if (event->type() == QEvent::KeyRelease && m_isHeld) {
        hide();
        return true;
    }
    const QWidget *focus = QApplication::focusWidget();
    const auto *lines = qobject_cast<const QPlainTextEdit *>(focus);
    const bool types = qobject_cast<const QLineEdit *>(focus) || (lines && !lines->isReadOnly());
    const bool isOurs = focus && focus->window() == m_window && !types && key->modifiers() == Qt::NoModifier;
    if (event->type() == QEvent::KeyPress && isOurs && !m_isHeld) {
        show();
        return true;
    }
    return QObject::eventFilter(watched, event);
}

void Compare::show()
{
    m_isHeld = true;
    const document::Page &page = m_canvas->page();
    const auto block = std::ranges::find(page.blocks, m_canvas->lit(), &document::Block::id);
    if (block == page.blocks.end() || block->boxes.isEmpty())
        return;
    m_preview->pictureOf(block->id, [this, box = block->box()](const QImage &picture) {
        if (m_isHeld && !picture.isNull())
            m_canvas->setCover(box, picture);
    });
}

void Compare::hide()
{
    m_isHeld = false;
    m_canvas->setCover({}, {});
}

} // namespace main_window
