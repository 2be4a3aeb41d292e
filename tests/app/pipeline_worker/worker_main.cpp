// SPDX-License-Identifier: GPL-3.0-or-later
//
// Tests of page workers start this program again, as recto starts itself.

#include "app/pipeline/page_worker.h"

#include <gtest/gtest.h>

#include <cstring>

int main(int argc, char **argv)
{
    if (argc > 1 && std::strcmp(argv[1], "--page-worker") == 0)
        return pipeline::runPageWorker(argc, argv);
    testing::InitGoogleTest(&argc, argv);
    return RUN_ALL_TESTS();
}
