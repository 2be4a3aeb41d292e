// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/model/feed_forward.h"

#include "small_network.h"

#include <ATen/TensorOperators.h>
#include <ATen/ops/linear.h>
#include <ATen/ops/randn.h>
#include <ATen/ops/sigmoid.h>
#include <ATen/ops/softmax.h>
#include <ATen/ops/tensor.h>
#include <ATen/ops/zeros.h>

#include <gtest/gtest.h>

namespace {

using Ids = std::vector<std::int64_t>;

at::Tensor weight(const std::string &name)
{
    return smallCheckpoint().tensor(name).to(at::kDouble);
}

/// SwiGLU in double.
at::Tensor gated(const at::Tensor &x, const weights::GatedNames &names)
{
    const at::Tensor gate = at::linear(x, weight(names.gate));
    return at::linear(gate * at::sigmoid(gate) * at::linear(x, weight(names.up)), weight(names.down));
}

} // namespace

TEST(Routing, theMostProbableComeFirstAndEqualsByTheLowerIndex)
{
    const at::Tensor p = at::tensor({0.1F, 0.3F, 0.3F, 0.05F, 0.25F}).view({1, 5});
    const model::Routing routing = model::chooseExperts(p, 2);
    EXPECT_EQ(routing.experts, (Ids{1, 2}));
    EXPECT_NEAR(routing.margins[0], 0.05F, 1e-7F);
}

TEST(Routing, theWeightsAreNotRenormalised)
{
    const at::Tensor p = at::tensor({0.1F, 0.4F, 0.3F, 0.2F}).view({1, 4});
    const model::Routing routing = model::chooseExperts(p, 2);
    EXPECT_FLOAT_EQ(routing.weights[0] + routing.weights[1], 0.7F);
}

TEST(Experts, aLayerIsTheWeightedSumOfItsChosenExpertsAndTheSharedOne)
{
    const weights::DecoderConfig &config = smallCheckpoint().config().decoder;
    const model::ExpertLayer layer(smallCheckpoint(), 2, at::kCPU, {});
    const at::Tensor x = at::randn({37, config.hiddenSize});
    const at::Tensor wide = x.to(at::kDouble);
    const at::Tensor probabilities = at::softmax(at::linear(wide, weight(weights::routerName(2))), -1);
    const model::Routing routing
        = model::chooseExperts(probabilities.to(at::kFloat).contiguous(), config.expertsPerToken);
    at::Tensor expected = gated(wide, weights::sharedExpertNames(2));
    for (std::int64_t token = 0; token < x.size(0); ++token)
        for (std::int64_t j = 0; j < config.expertsPerToken; ++j) {
            const auto i = static_cast<std::size_t>(token * config.expertsPerToken + j);
            const at::Tensor row = wide.narrow(0, token, 1);
            expected.narrow(0, token, 1)
                .add_(gated(row, weights::expertNames(2, routing.experts[i])), routing.weights[i]);
        }
    EXPECT_LT(relativeError(layer.forward(x, {}), expected), 1e-5);
}
