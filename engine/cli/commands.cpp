// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/cli/command.h"

#include "engine/cli/bench.h"
#include "engine/cli/check.h"
#include "engine/cli/fabricate.h"
#include "engine/cli/ngram.h"
#include "engine/cli/postprocess.h"
#include "engine/cli/preprocess.h"
#ifdef ENGINE_SERVER
#include "engine/cli/record.h"
#include "engine/cli/serve.h"
#endif
#include "engine/cli/tokenize.h"

namespace cli {

namespace {

constexpr AddCommand table[] = {
#ifdef ENGINE_SERVER
    addServe,
    addRecord,
#endif
    addFabricate,
    addPreprocess,
    addTokenize,
    addNgram,
    addPostprocess,
    addCheck,
    addBench,
};

} // namespace

std::span<const AddCommand> commands()
{
    return table;
}

} // namespace cli
