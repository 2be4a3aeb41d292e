// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/page_view/block_bar.h"

#include <QAction>
#include <QHBoxLayout>
#include <QPainter>
#include <QToolButton>

#include <algorithm>

namespace page_view {

namespace {

constexpr int gap = 0; // the pointer reaches it without leaving the block
constexpr int edge = 6; // of the view

} // namespace

BlockBar::BlockBar(QWidget *viewport)
    : QWidget(viewport)
    , m_buttons(new QHBoxLayout(this))
{
    setAccessibleName(tr("What can be done with this block"));
    setCursor(Qt::ArrowCursor);
    m_buttons->setContentsMargins(3, 3, 3, 3);
    m_buttons->setSpacing(1);
    hide();
}

void BlockBar::addAction(QAction *action, const QString &shortText)
{
    auto *button = new QToolButton;
    button->setDefaultAction(action);
    button->setProperty("flat", true);
    button->setFocusPolicy(Qt::NoFocus); // the keyboard has the actions' own keys
    button->setIconSize({16, 16});
    button->setAccessibleName(action->toolTip());
    if (!shortText.isEmpty()) {
        button->setText(shortText);
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    }
    m_buttons->addWidget(button);
}

void BlockBar::place(const QRectF &box)
{
    const QRect room = parentWidget()->rect();
    const bool isInSight = box.isValid() && box.intersects(QRectF(room));
    setVisible(isInSight);
    if (!isInSight)
        return;
    const QSize size = sizeHint();
    resize(size);
    int y = int(box.top()) - size.height() - gap;
    if (y < edge)
        y = std::min(int(box.bottom()) + gap, room.height() - size.height() - edge);
    const int x = std::clamp(int(box.right()) - size.width(), edge, std::max(edge, room.width() - size.width() - edge));
    move(x, y);
    raise();
}

void BlockBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(palette().color(QPalette::Dark));
    painter.setBrush(palette().color(QPalette::Base));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 7, 7);
}

} // namespace page_view
