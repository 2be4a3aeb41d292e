// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/placeholder.h"

#include <QEvent>
#include <QPainter>
#include <QTextDocument>
#include <QTextOption>

namespace look {

Placeholder::Placeholder(QAbstractItemView *list)
    : QWidget(list->viewport())
    , m_list(list)
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
    if (title == m_title && sentence == m_sentence)
        return;
    m_title = title;
    m_sentence = sentence;
    m_list->setAccessibleDescription(isVisible() ? title + u' ' + sentence : QString());
    update();
    follow();
}

void Placeholder::follow()
{
    const bool isEmpty = !m_list->model() || m_list->model()->rowCount() == 0;
    setGeometry(m_list->viewport()->rect());
    setVisible(isEmpty);
    m_list->setAccessibleDescription(isEmpty ? m_title + u' ' + m_sentence : QString());
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
    constexpr int margin = 20;
    const int width = std::min(this->width() - 2 * margin, 340);
    if (width < 40)
        return;
    QFont strong = font();
    strong.setWeight(QFont::DemiBold);
    const QRect bounds(0, 0, width, 1000);
    painter.setFont(strong);
    const QRect title = painter.boundingRect(bounds, Qt::AlignHCenter | Qt::TextWordWrap, m_title);
    painter.setFont(font());
    const QRect sentence = painter.boundingRect(bounds, Qt::AlignHCenter | Qt::TextWordWrap, m_sentence);
    const int gap = m_sentence.isEmpty() ? 0 : 6;
    const int left = (this->width() - width) / 2;
    const int top = std::max(margin, (height() - title.height() - gap - sentence.height()) * 2 / 5);
    painter.setFont(strong);
    painter.setPen(palette().color(QPalette::Text));
    painter.drawText(QRect(left, top, width, title.height()), Qt::AlignHCenter | Qt::TextWordWrap, m_title);
    painter.setFont(font());
    painter.setPen(palette().color(QPalette::PlaceholderText));
    painter.drawText(QRect(left, top + title.height() + gap, width, sentence.height()),
        Qt::AlignHCenter | Qt::TextWordWrap, m_sentence);
}

} // namespace look
