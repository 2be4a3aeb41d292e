// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/cli/golden_case.h"
#include "engine/cli/stage_check.h"
#include "engine/model/network.h"
#include "engine/runtime/picture.h"
#include "engine/tokenizer/tokenizer.h"

#include <optional>
#include <string>
#include <vector>

namespace cli {

/// What a case gave.
struct CaseResult {
    std::string name;
    std::string picture;
    std::string fault; ///< what kept it from running; empty otherwise
    bool gridEqual = false;
    std::optional<bool> promptEqual; ///< the model's tokenizer makes the case's ids of its prompt; empty: not compared
    std::string promptRemark; ///< how the ids differ, or why they were not compared
    std::vector<StageResult> stages; ///< in the order they came
    std::string firstOutOfTolerance; ///< a stage's name, or empty
    std::int64_t droppedTokens = 0;
    std::int64_t tokensCompared = 0;
    std::int64_t firstDifferentToken = -1; ///< −1: all equal
    double smallestGap = 0; ///< between the two best allowed logits, over the compared ids
    double worstStepLogits = 0; ///< relative L2 of the reference's highest logits before each id
    bool passed = false;
};

/// What given ids gave, once in single steps and once in chunks.
struct ForcedResult {
    std::string name;
    std::string way; ///< "steps" or "chunks"
    std::string fault;
    std::int64_t predictions = 0;
    std::int64_t differentBest = 0; ///< where the reference's two best are > 2e-3 apart
    std::int64_t firstDifferentBest = -1;
    double worstNorm = 0; ///< relative difference of the logits' norm
    double worstTopLogits = 0; ///< relative L2 of the reference's five best logits
    double wholeLogits = 0; ///< relative L2, worst of the whole rows
    double tolerance = 0;
    bool passed = false;
};

/// Runs one case: the prompt through the tokenizer, the picture through every stage, then greedy ids with the standard rule.
/// @param tokenizer the model's; null: the prompt's ids are taken as the case has them.
/// @param picture null: the case is text alone.
/// @param tokensMustMatch false in bfloat16, where there is no reference.
CaseResult runCase(const model::Network &network, const GoldenCase &golden, const tokenizer::Tokenizer *tokenizer,
    const runtime::Picture *picture, bool tokensMustMatch);

/// Runs the given ids after the prompt of @p golden, in single steps and in chunks that straddle the cache's blocks.
std::vector<ForcedResult> runForced(
    const model::Network &network, const ForcedCase &forced, const GoldenCase &golden, const runtime::Picture *picture);

} // namespace cli
