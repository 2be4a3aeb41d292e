// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/version.h"
#include "ui/dialogs/about_dialog.h"
#include "ui/dialogs/action_palette.h"
#include "ui/dialogs/keys_dialog.h"
#include "ui/dialogs/settings_dialog.h"
#include "ui/main_window/main_window.h"

namespace main_window {

namespace {

QList<dialogs::NamedAction> namedActions(const Actions &actions)
{
    QList<dialogs::NamedAction> named;
    for (QAction *action : actions.all())
        named.append({action, actions.menuOf(action), plainText(action->text()), actions.standardKeys(action)});
    return named;
}

} // namespace

void MainWindow::showPalette()
{
    auto *palette = new dialogs::ActionPalette(namedActions(*m_actions), this);
    palette->setAttribute(Qt::WA_DeleteOnClose);
    palette->open();
}

void MainWindow::showShortcuts()
{
    auto *dialog = new dialogs::KeysDialog(namedActions(*m_actions), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void MainWindow::showSettings()
{
    auto *dialog = new dialogs::SettingsDialog(m_session.settings(), namedActions(*m_actions), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &dialogs::SettingsDialog::chosen, this, [this](const settings::Settings &settings) {
        applySettings(settings);
        saveSettings();
    });
    dialog->open();
}

void MainWindow::showAbout()
{
    auto *dialog = new dialogs::AboutDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

} // namespace main_window
