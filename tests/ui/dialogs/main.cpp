// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/look.h"

#include <QApplication>
#include <QTemporaryDir>

#include <gtest/gtest.h>

int main(int argc, char *argv[])
{
    const QTemporaryDir home; // nobody's settings
    for (const char *name : {"HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR"})
        qputenv(name, home.path().toUtf8());
    QApplication application(argc, argv);
    QLocale::setDefault(QLocale::English);
    look::prepare(application);
    testing::InitGoogleTest(&argc, argv);
    return RUN_ALL_TESTS();
}
