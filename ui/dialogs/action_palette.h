// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dialogs/named_action.h"

#include <QDialog>

class QLineEdit;
class QTreeWidget;

namespace dialogs {

/// Every action by its name: type a few letters, Enter does it.
class ActionPalette : public QDialog {
    Q_OBJECT
public:
    explicit ActionPalette(const QList<NamedAction> &actions, QWidget *parent = nullptr);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void filter(const QString &words);
    void run();

    QLineEdit *m_words;
    QTreeWidget *m_list;
};

} // namespace dialogs
