// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/jobs/queue_model.h"

#include <QWidget>

class QLabel;
class QListView;
class QToolButton;

namespace look {
class Placeholder;
}

namespace jobs {

/// Pages that wait, run and failed, with what can be done about them: pause, go on, try again, another order by dragging or Alt+arrows.
class QueuePanel : public QWidget {
    Q_OBJECT
public:
    explicit QueuePanel(ReadingQueue *queue, document::DocumentStore *store, QWidget *parent = nullptr);

Q_SIGNALS:
    void pageChosen(int pageIndex);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void showState();
    void fitButtons();
    void moveBy(int places);

    ReadingQueue *m_queue;
    document::DocumentStore *m_store;
    QueueModel *m_model;
    QListView *m_list;
    QLabel *m_summary;
    QToolButton *m_pause;
    QToolButton *m_retry;
    look::Placeholder *m_placeholder;
};

} // namespace jobs
