// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/settings/settings.h"
#include "ui/dialogs/named_action.h"

#include <QWidget>

class QKeySequenceEdit;
class QLabel;
class QPushButton;
class QTreeWidget;

namespace dialogs {

/// Keys of all actions, to be changed one by one; says which other action has the same.
class KeysPage : public QWidget {
    Q_OBJECT
public:
    KeysPage(const settings::Settings &settings, QList<NamedAction> actions, QWidget *parent = nullptr);

    void fill(settings::Settings &settings) const;

private:
    void showRow(int row);
    void showChosen();
    void assign(const QList<QKeySequence> &keys);
    [[nodiscard]] int chosen() const;

    QList<NamedAction> m_actions;
    QList<QList<QKeySequence>> m_keys; ///< by action
    QTreeWidget *m_list;
    QKeySequenceEdit *m_edit;
    QPushButton *m_standard;
    QLabel *m_clash;
};

} // namespace dialogs
