// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/main_window/main_window.h"

#include <QDir>
#include <QTest>

#include <gtest/gtest.h>

namespace showing {

constexpr int patience = 60'000; // ms; far beyond what anything takes, so that only a hang runs into it

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
        return QTest::qWaitFor(
            [this] {
                const auto isDone = [](const document::Page &page) {
                    return page.status != document::PageStatus::Unread && page.status != document::PageStatus::Reading;
                };
                return window.session().isOpen() && !window.session().queue()->isReading()
                    && std::ranges::all_of(store().pages(), isDone);
            },
            patience);
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
