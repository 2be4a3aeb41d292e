// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/readers/tesseract/worker.h"

#include <cstdio>

/// recto-tesseract FOLDER: what recto-engine starts to read pages with Tesseract; nothing for people.
int main(int argumentCount, char **arguments)
{
    if (argumentCount == 2)
        readers::runTesseractWorker(arguments[1]);
    std::fputs("recto-tesseract: recto-engine starts it to read pages; run `recto convert` instead\n", stderr);
    return 2;
}
