// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/main_window/open_window.h"

namespace showing {

/// A window on the screen, in which a demonstration is opened by its menu entry.
struct Window {
    Window()
        : window(settings::Settings{})
    {
        window.show();
        EXPECT_TRUE(QTest::qWaitForWindowExposed(&window));
    }
    void openDemo(const QString &id) { window.actions().find(QStringLiteral("demo-") + id)->trigger(); }
    [[nodiscard]] document::DocumentStore &store() { return *window.session().store(); }
    [[nodiscard]] bool waitUntilRead()
    {
        return QTest::qWaitFor([this] { return isRead(window); }, patience);
    }
    /// For looking at; nothing is compared.
    void picture(const QString &name)
    {
        QTest::qWait(400); // the web view paints in its own process
        QDir().mkpath(QStringLiteral(SCREENSHOT_DIR));
        window.screen()->grabWindow(window.winId()).save(QStringLiteral(SCREENSHOT_DIR "/%1.png").arg(name));
    }

    main_window::MainWindow window;
};

} // namespace showing
