// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/main_window/main_window.h"

#include <QTemporaryDir>

#include <functional>
#include <memory>

namespace screenshots {

/// Where a state of the window is played: a fresh window with files from the repository. Each call fails the state when it waits in vain.
class Stage {
public:
    Stage(settings::Settings settings, QSize size);
    ~Stage();

    [[nodiscard]] main_window::MainWindow &window() { return *m_window; }
    /// A copy of a file of the repository ("tests/data/documents/eurotext.tif"), so that no project lands beside the original.
    [[nodiscard]] QString copyOf(const QString &file) const;
    /// A report of so many pages of set text with headings and a table, made on the spot.
    [[nodiscard]] QString report(int pages) const;
    /// A folder with some of them.
    [[nodiscard]] QString folder() const;
    /// Opens a file and waits until its first page is drawn.
    void open(const QString &path);
    void waitUntilRead();
    /// Waits for a condition; throws what was awaited.
    void wait(const char *what, const std::function<bool()> &condition);
    /// Does an action by its id.
    void act(const QString &id);
    /// Lets pictures and web view come to rest.
    void settle();

private:
    QTemporaryDir m_folder;
    std::unique_ptr<main_window::MainWindow> m_window;
};

/// One picture: its name, the settings it is played under, and how it comes about.
struct State {
    QString name;
    settings::Settings settings;
    std::function<void(Stage &)> play;
    QSize size = {1360, 850};
    int scale = 1; ///< of the screen: 2 for 200 %
};

/// All states, in the order of a person's way through the program. Add yours here.
[[nodiscard]] QList<State> allStates();
/// Those that play a demonstration, look for something or read again: showing_states.cpp.
[[nodiscard]] QList<State> showingStates();
/// What the settings say of models and servers, each in every language and in the dark: settings_states.cpp.
[[nodiscard]] QList<State> settingsStates();

} // namespace screenshots
