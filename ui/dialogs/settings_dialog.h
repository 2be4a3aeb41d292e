// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/settings/settings.h"
#include "ui/dialogs/named_action.h"

#include <QDialog>

class QListWidget;
class QStackedWidget;

namespace dialogs {

class EnginePage;
class KeysPage;
class ReadingPage;
class WindowPage;

/// All that can be set, in four pages. What a person changed comes out by @c chosen when they close it with OK.
class SettingsDialog : public QDialog {
    Q_OBJECT
public:
    SettingsDialog(const settings::Settings &settings, const QList<NamedAction> &actions, QWidget *parent = nullptr);

Q_SIGNALS:
    void chosen(const settings::Settings &settings);

private:
    void choose();

    settings::Settings m_settings;
    QListWidget *m_names;
    QStackedWidget *m_pages;
    EnginePage *m_engine;
    ReadingPage *m_reading;
    KeysPage *m_keys;
    WindowPage *m_window;
};

} // namespace dialogs
