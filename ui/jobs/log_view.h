// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/jobs/reading_queue.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QPushButton;
class QTreeWidget;

namespace look {
class Placeholder;
}

namespace jobs {

/// What happened on each page: reader, reason, time, and what went wrong, with ways to try again.
class LogView : public QWidget {
    Q_OBJECT
public:
    LogView(document::DocumentStore *store, ReadingQueue *queue, QWidget *parent = nullptr);

    void setCurrentPage(int pageIndex);

Q_SIGNALS:
    void pageChosen(int pageIndex);
    void retryWanted(int pageIndex);
    void tesseractWanted(int pageIndex);

private:
    void showPage(int pageIndex);
    void showDetail();
    [[nodiscard]] int chosenPage() const;

    document::DocumentStore *m_store;
    ReadingQueue *m_queue;
    QTreeWidget *m_list;
    QLabel *m_detail;
    QPushButton *m_retry;
    QPushButton *m_tesseract;
    QWidget *m_foot;
    QSet<int> m_changed;
    QTimer m_soon;
    look::Placeholder *m_placeholder;
};

} // namespace jobs
