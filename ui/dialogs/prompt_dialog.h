// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ocr/tasks.h"

#include <QDialog>

class QLineEdit;

namespace dialogs {

class StateLine;

/// Asks for the words of a task. What cannot be asked is refused in the dialog, which stays with what was typed.
class PromptDialog : public QDialog {
    Q_OBJECT
public:
    /// @param kind  a task that takes words.
    /// @param begun  what stands in the line at first, marked, so that typing replaces it.
    PromptDialog(ocr::TaskKind kind, const QString &begun, QWidget *parent = nullptr);

Q_SIGNALS:
    void asked(const ocr::Task &task);

private:
    void ask();

    ocr::TaskKind m_kind;
    QLineEdit *m_words;
    StateLine *m_state;
};

} // namespace dialogs
