// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>

namespace dialogs {

/// An action as a person finds it.
struct NamedAction {
    QAction *action = nullptr;
    QString menu; ///< it stands in
    QString text; ///< without mnemonic
    QList<QKeySequence> standardKeys;
};

} // namespace dialogs
