// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preview/parse_preview.h"

#include <QApplication>

#include <gtest/gtest.h>

int main(int argc, char *argv[])
{
    preview::ParsePreview::prepareProcess();
    QApplication application(argc, argv);
    testing::InitGoogleTest(&argc, argv);
    return RUN_ALL_TESTS();
}
