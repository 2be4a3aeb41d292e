// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/model/network.h"

/// The small configuration of tests/data/engine_model with weights by formula (seed 1), made once per type and profile.
const model::Network &smallNetwork(model::Numerics numerics = {});

/// Its checkpoint.
const weights::Checkpoint &smallCheckpoint();

/// |a − b| / |b|.
double relativeError(const at::Tensor &a, const at::Tensor &b);

/// Ids that hardly repeat, the same each time.
std::vector<std::int32_t> variedIds(std::int64_t count);
