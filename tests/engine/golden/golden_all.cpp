// SPDX-License-Identifier: GPL-3.0-or-later
// golden_all GOLDEN_FOLDER SAMPLES_FOLDER: compares everything that must be bit-equal and prints the counts.
#include "tests/engine/golden/golden.h"

#include <cstdio>

int main(int argumentCount, char **arguments)
{
    if (argumentCount != 3) {
        std::fprintf(stderr, "usage: golden_all GOLDEN_FOLDER SAMPLES_FOLDER\n");
        return 2;
    }
    golden::Tally tally;
    const std::filesystem::path folder = arguments[1];
    golden::checkNgram(folder, tally);
    golden::checkPostprocess(folder, tally);
    golden::checkFormula(folder, tally);
    golden::checkSmallWeights(folder, tally);
    golden::checkPreprocess(folder, arguments[2], tally);
    golden::checkTokenizer(folder / "tokenizer", folder / "small", tally);
    golden::checkTokenizer(folder / "official-vocabulary", folder / "official-vocabulary", tally);
    return tally.print() ? 0 : 1;
}
