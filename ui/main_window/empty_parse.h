// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/document/page.h"
#include "ui/look/emptiness.h"

#include <QWidget>

class QPushButton;

namespace main_window {

/// Lies over the rendered parse while there is nothing of the page in it; says why, and offers to read where that would help.
class EmptyParse : public QWidget {
    Q_OBJECT
public:
    explicit EmptyParse(QWidget *parse);

    /// Shown only for a page without text: not read, being read, empty, or failed.
    void follow(const document::Page &page);

Q_SIGNALS:
    void readWanted();

protected:
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    look::Emptiness m_emptiness;
    QPushButton *m_read;
};

} // namespace main_window
