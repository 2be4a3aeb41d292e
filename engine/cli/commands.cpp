// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/cli/command.h"

#include "engine/cli/check.h"
#include "engine/cli/fabricate.h"
#include "engine/cli/ngram.h"
#include "engine/cli/preprocess.h"
#include "engine/cli/tokenize.h"

namespace cli {

namespace {

constexpr AddCommand table[] = {
    addFabricate,
    addPreprocess,
    addTokenize,
    addNgram,
    addCheck,
};

} // namespace

std::span<const AddCommand> commands()
{
    return table;
}

} // namespace cli
