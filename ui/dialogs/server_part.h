// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/native_path.h"

#include <QWidget>

#include <chrono>
#include <stop_token>

class QLineEdit;

namespace dialogs {

class StateLine;

/// Address and key of a server, with a button that asks it whether it could read. Closing the window ends the question.
class ServerPart : public QWidget {
    Q_OBJECT
public:
    ServerPart(const QString &address, const base::NativePath &keyFile, QWidget *parent = nullptr);
    ~ServerPart() override;

    [[nodiscard]] QString address() const;
    [[nodiscard]] base::NativePath keyFile() const;

    /// Whether it has the form of an address; else the person is told, and brought to it.
    [[nodiscard]] bool requireAddress();

    /// How long an answer is waited for; 8 seconds unless told otherwise.
    void setPatience(std::chrono::milliseconds patience) { m_patience = patience; }

private:
    void explain();
    void test();

    QLineEdit *m_address;
    QLineEdit *m_keyFile;
    StateLine *m_state;
    std::chrono::milliseconds m_patience{8000};
    std::stop_source m_stop; ///< of the question whose answer is wanted
};

} // namespace dialogs
