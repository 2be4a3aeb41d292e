// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/settings/settings.h"

#include <QThreadPool>
#include <QTimer>
#include <QWidget>

#include <stop_token>

class QLabel;
class QLineEdit;
class QPushButton;
class QRadioButton;

namespace dialogs {

/// Where pages are read: on this computer, with or without the model, or by a server, with a button that asks it.
class EnginePage : public QWidget {
    Q_OBJECT
public:
    explicit EnginePage(const settings::Settings &settings, QWidget *parent = nullptr);
    ~EnginePage() override;

    void fill(settings::Settings &settings) const;

private:
    QWidget *localPart();
    QWidget *serverPart();
    void checkModel();
    void testServer();
    void showParts();

    QRadioButton *m_isLocal;
    QRadioButton *m_isServer;
    QLineEdit *m_folder;
    QLabel *m_folderState;
    QLineEdit *m_address;
    QLineEdit *m_keyFile;
    QPushButton *m_test;
    QLabel *m_testState;
    QWidget *m_localPart;
    QWidget *m_serverPart;
    QTimer m_checkSoon;
    QThreadPool m_pool;
    std::stop_source m_stop;
};

} // namespace dialogs
