// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/settings/settings.h"

#include <QWidget>

class QRadioButton;

namespace dialogs {

class ModelPart;
class ServerPart;

/// Where pages are read: on this computer, with or without the model, or by a server.
class EnginePage : public QWidget {
    Q_OBJECT
public:
    explicit EnginePage(const settings::Settings &settings, QWidget *parent = nullptr);

    /// Whether what was filled in can be used; else the person is told on the page.
    [[nodiscard]] bool isUsable();
    void fill(settings::Settings &settings) const;

private:
    void showParts();

    QRadioButton *m_isLocal;
    QRadioButton *m_isServer;
    ModelPart *m_model;
    ServerPart *m_server;
};

} // namespace dialogs
