// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window/main_window.h"

#include <QApplication>
#include <QTemporaryDir>

#include <gtest/gtest.h>

int main(int argc, char *argv[])
{
    const QTemporaryDir home; // settings, state and engine of the test alone
    for (const char *name : {"HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR"})
        qputenv(name, home.path().toUtf8());
    qputenv("RECTO_PROGRAM", PROGRAM_DIR "/recto");
    qputenv("RECTO_ENGINE_PROGRAM", PROGRAM_DIR "/recto-engine");
    main_window::MainWindow::prepareProcess();
    QApplication application(argc, argv);
    main_window::MainWindow::prepareApplication(application, {});
    testing::InitGoogleTest(&argc, argv);
    return RUN_ALL_TESTS();
}
