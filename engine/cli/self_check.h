// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/model/network.h"

#include <string>
#include <vector>

namespace cli {

/// One comparison of the network with itself.
struct SelfResult {
    std::string name; ///< what was held against what
    double relativeL2
        = 0; ///< of the worst row; in bfloat16 of all rows together: one undecided router turns a whole row
    double tolerance = 0; ///< 0: equal to the bit
    std::int64_t rows = 0;
    std::int64_t differentBest = 0; ///< rows whose best id differs though their two best are > 2e-3 apart
    bool passed = false;
};

/// What can be told of a model without recorded values: 640 varied ids decoded step by step and in chunks give what one pass
/// over them gives; a neighbour in the batch changes no bit (processor, float32); a picture's rows and the logits agree with
/// @p plain.
/// @param plain the same weights in float32 on the processor, profile serve.
std::vector<SelfResult> checkItself(const model::Network &network, const model::Network &plain);

} // namespace cli
