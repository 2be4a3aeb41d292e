// SPDX-License-Identifier: GPL-3.0-or-later
// The tests' page workers are this very program, as recto's are recto.
#include "app/pipeline/page_worker.h"

#include <QCoreApplication>

#include <gtest/gtest.h>

#include <string_view>

int main(int argc, char **argv)
{
    if (argc > 1 && std::string_view(argv[1]) == "--page-worker")
        return pipeline::runPageWorker(argc, argv);
    testing::InitGoogleTest(&argc, argv);
    const QCoreApplication application(argc, argv);
    return RUN_ALL_TESTS();
}
