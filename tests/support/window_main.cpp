// SPDX-License-Identifier: GPL-3.0-or-later
// For tests of the whole window.
#include "tests/support/own_home.h"
#include "ui/main_window/main_window.h"

#include <QApplication>

#include <gtest/gtest.h>

int main(int argc, char *argv[])
{
    const support::OwnHome home(PROGRAM_DIR);
    main_window::MainWindow::prepareProcess();
    QApplication application(argc, argv);
    main_window::MainWindow::prepareApplication(application, {});
    testing::InitGoogleTest(&argc, argv);
    return RUN_ALL_TESTS();
}
