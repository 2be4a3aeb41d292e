// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/native_path.h"

#include <QTimer>
#include <QWidget>

class QLineEdit;

namespace dialogs {

class StateLine;

/// The folder of the model, looked at while it is typed and whenever the window is come back to: is it whole, is there room for it.
class ModelPart : public QWidget {
    Q_OBJECT
public:
    explicit ModelPart(const base::NativePath &folder, QWidget *parent = nullptr);

    [[nodiscard]] base::NativePath folder() const;

protected:
    bool event(QEvent *event) override;

private:
    void check();

    QLineEdit *m_folder;
    StateLine *m_state;
    QTimer m_soon;
    QString m_checked; ///< the folder that the state is about
};

} // namespace dialogs
