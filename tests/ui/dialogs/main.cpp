// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/own_home.h"
#include "ui/look/look.h"

#include <QApplication>
#include <QLocale>

#include <gtest/gtest.h>

int main(int argc, char *argv[])
{
    const support::OwnHome home(PROGRAM_DIR); // file dialogs remember there where they were
    QApplication application(argc, argv);
    QLocale::setDefault(QLocale::English);
    look::prepare(application);
    testing::InitGoogleTest(&argc, argv);
    return RUN_ALL_TESTS();
}
