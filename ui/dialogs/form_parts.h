// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/look/look.h"

#include <QFileDialog>
#include <QLabel>

class QLineEdit;
class QPushButton;

namespace dialogs {

/// What a check came to, in words: plain text, wrapped, with a mark beside the colour. It keeps room for three lines, so that the rest stays
/// where it is when it speaks; each new text is announced to screen readers.
class StateLine : public QLabel {
    Q_OBJECT
public:
    explicit StateLine(QWidget *parent = nullptr);
    void say(look::Meaning meaning, const QString &text);
};

/// A line to type in with a button behind it.
[[nodiscard]] QWidget *withButton(QLineEdit *line, QPushButton *button);

/// Lets a person choose a file or folder into @p line; does not wait for it.
void chooseInto(QLineEdit *line, QFileDialog::FileMode mode, const QString &title);

} // namespace dialogs
