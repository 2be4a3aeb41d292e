// SPDX-License-Identifier: GPL-3.0-or-later
// The reader tesseract starts the running program again as its worker.
#ifdef RECTO_HAS_TESSERACT
#include "engine/readers/tesseract/worker.h"
#endif

#include <gtest/gtest.h>

#include <string_view>

int main(int argumentCount, char **arguments)
{
#ifdef RECTO_HAS_TESSERACT
    if (argumentCount == 3 && std::string_view(arguments[1]) == "tesseract-worker")
        readers::runTesseractWorker(arguments[2]);
#endif
    testing::InitGoogleTest(&argumentCount, arguments);
    return RUN_ALL_TESTS();
}
