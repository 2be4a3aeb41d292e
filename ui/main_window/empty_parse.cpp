// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window/empty_parse.h"

#include <QEvent>

namespace main_window {

EmptyParse::EmptyParse(QWidget *parse)
    : QLabel(parse)
{
    setAlignment(Qt::AlignCenter);
    setWordWrap(true);
    setMargin(48);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    setForegroundRole(QPalette::PlaceholderText);
    parse->installEventFilter(this);
    hide();
}

void EmptyParse::follow(const document::Page &page)
{
    const auto words = [&page] {
        switch (page.status) {
        case document::PageStatus::Unread:
            return tr("Not read yet. F5 reads this page.");
        case document::PageStatus::Reading:
            return tr("Being read. The text appears here as it is read.");
        case document::PageStatus::Ok:
        case document::PageStatus::Partial:
            return tr("There is no text on this page.");
        case document::PageStatus::Failed:
            break;
        }
        return tr("This page could not be read. What happened stands over it.");
    };
    setVisible(page.blocks.isEmpty());
    if (isVisibleTo(parentWidget())) {
        setText(words());
        setGeometry(parentWidget()->rect());
        raise();
    }
}

bool EmptyParse::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize)
        setGeometry(parentWidget()->rect());
    return QLabel::eventFilter(watched, event);
}

} // namespace main_window
