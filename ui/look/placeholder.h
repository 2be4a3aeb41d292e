// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/look/emptiness.h"

#include <QAbstractItemView>

namespace look {

/// Says in the middle of an empty list why it is empty and what would fill it. Belongs to the list; shown while the list has no rows.
class Placeholder : public QWidget {
    Q_OBJECT
public:
    /// @param icon  of the theme; empty for none.
    explicit Placeholder(QAbstractItemView *list, const QString &icon = {});

    void setText(const QString &title, const QString &sentence = {});

protected:
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void follow();

    QAbstractItemView *m_list;
    Emptiness m_emptiness;
};

} // namespace look
