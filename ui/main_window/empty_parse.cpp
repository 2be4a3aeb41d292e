// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window/empty_parse.h"

#include <QEvent>
#include <QPainter>
#include <QPushButton>

namespace main_window {

namespace {

using document::PageStatus;

constexpr int aboveButton = 18;

look::Emptiness emptinessOf(PageStatus status)
{
    switch (status) {
    case PageStatus::Unread:
        return {QStringLiteral("recto-read-page"), EmptyParse::tr("Not read yet"),
            EmptyParse::tr("Its text stands here as soon as the page is read.")};
    case PageStatus::Reading:
        return {QStringLiteral("recto-read-page"), EmptyParse::tr("Being read"),
            EmptyParse::tr("The text appears here as it is read.")};
    case PageStatus::Ok:
    case PageStatus::Partial:
        return {QStringLiteral("recto-page"), EmptyParse::tr("There is no text on this page"), {}};
    case PageStatus::Failed:
        break;
    }
    return {QStringLiteral("recto-warning"), EmptyParse::tr("This page could not be read"),
        EmptyParse::tr("What happened stands over the page, with other ways to read it.")};
}

} // namespace

EmptyParse::EmptyParse(QWidget *parse)
    : QWidget(parse)
    , m_read(new QPushButton(this))
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    parse->installEventFilter(this);
    connect(m_read, &QPushButton::clicked, this, &EmptyParse::readWanted);
    hide();
}

void EmptyParse::follow(const document::Page &page)
{
    setVisible(page.blocks.isEmpty());
    if (!isVisibleTo(parentWidget()))
        return;
    m_emptiness = emptinessOf(page.status);
    setAccessibleName(m_emptiness.title);
    setAccessibleDescription(m_emptiness.sentence);
    m_read->setText(page.status == PageStatus::Failed ? tr("Try again") : tr("Read this page"));
    m_read->setVisible(page.status == PageStatus::Unread || page.status == PageStatus::Failed);
    m_read->adjustSize();
    setGeometry(parentWidget()->rect());
    raise();
    update();
}

void EmptyParse::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const int bottom = look::paintEmptiness(painter, rect(), *this, m_emptiness);
    const QPoint place((width() - m_read->width()) / 2, bottom + aboveButton);
    if (m_read->pos() != place)
        m_read->move(place);
}

bool EmptyParse::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize)
        setGeometry(parentWidget()->rect());
    return QWidget::eventFilter(watched, event);
}

} // namespace main_window
