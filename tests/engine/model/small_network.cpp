// SPDX-License-Identifier: GPL-3.0-or-later
#include "small_network.h"

#include "engine/weights/formula.h"

#include <ATen/TensorOperators.h>
#include <ATen/ops/norm.h>

#include <map>
#include <memory>

const weights::Checkpoint &smallCheckpoint()
{
    static const weights::Checkpoint checkpoint
        = weights::fabricateCheckpoint(weights::ModelConfig::load(TEST_DATA_DIR "/engine_model"), 1);
    return checkpoint;
}

const model::Network &smallNetwork(model::Numerics numerics)
{
    static std::map<std::pair<int, int>, std::unique_ptr<model::Network>> networks;
    auto &network = networks[{static_cast<int>(numerics.type), static_cast<int>(numerics.profile)}];
    if (!network)
        network = std::make_unique<model::Network>(smallCheckpoint(), at::kCPU, numerics);
    return *network;
}

double relativeError(const at::Tensor &a, const at::Tensor &b)
{
    const at::Tensor wide = b.to(at::kDouble);
    return (a.to(at::kDouble) - wide).norm().item<double>() / wide.norm().item<double>();
}

std::vector<std::int32_t> variedIds(std::int64_t count)
{
    std::vector<std::int32_t> ids;
    std::uint32_t state = 12345;
    for (std::int64_t i = 0; i < count; ++i) {
        state = state * 1664525 + 1013904223;
        ids.push_back(static_cast<std::int32_t>(3 + (state >> 16) % 1400));
    }
    return ids;
}
