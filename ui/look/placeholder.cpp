// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/placeholder.h"

#include <QEvent>
#include <QPainter>

namespace look {

Placeholder::Placeholder(QAbstractItemView *list, const QString &icon)
    : QWidget(list->viewport())
    , m_list(list)
    , m_emptiness{icon}
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    list->viewport()->installEventFilter(this);
    const auto watch = [this] {
        if (const QAbstractItemModel *model = m_list->model()) {
            connect(model, &QAbstractItemModel::rowsInserted, this, &Placeholder::follow);
            connect(model, &QAbstractItemModel::rowsRemoved, this, &Placeholder::follow);
            connect(model, &QAbstractItemModel::modelReset, this, &Placeholder::follow);
        }
    };
    watch();
    follow();
}

void Placeholder::setText(const QString &title, const QString &sentence)
{
    if (title == m_emptiness.title && sentence == m_emptiness.sentence)
        return;
    m_emptiness.title = title;
    m_emptiness.sentence = sentence;
    m_list->setAccessibleDescription(isVisible() ? title + u' ' + sentence : QString());
    update();
    follow();
}

void Placeholder::follow()
{
    const bool isEmpty = !m_list->model() || m_list->model()->rowCount() == 0;
    setGeometry(m_list->viewport()->rect());
    setVisible(isEmpty);
    m_list->setAccessibleDescription(isEmpty ? m_emptiness.title + u' ' + m_emptiness.sentence : QString());
}

bool Placeholder::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize)
        follow();
    return QWidget::eventFilter(watched, event);
}

void Placeholder::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintEmptiness(painter, rect(), *this, m_emptiness);
}

} // namespace look
