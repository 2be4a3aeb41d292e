// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dialogs/named_action.h"

#include <QDialog>

namespace dialogs {

/// All keys on one sheet, by menu; those of the page and of the mouse at its end.
class KeysDialog : public QDialog {
    Q_OBJECT
public:
    explicit KeysDialog(const QList<NamedAction> &actions, QWidget *parent = nullptr);
};

/// Keys for people: "Ctrl+Y or Ctrl+Shift+Z".
[[nodiscard]] QString keysInWords(const QList<QKeySequence> &keys);

} // namespace dialogs
