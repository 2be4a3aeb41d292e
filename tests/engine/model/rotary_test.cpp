// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/model/rotary.h"

#include "small_network.h"

#include <ATen/TensorOperators.h>
#include <ATen/ops/arange.h>
#include <ATen/ops/randn.h>

#include <gtest/gtest.h>

#include <cmath>

namespace {

double frequencyOf(const model::Rotary &rotary, std::int64_t channel)
{
    // Small angles: sin(1 · f) gives f back well enough to tell the roundings apart.
    return std::asin(rotary.sines().select(0, 1).select(0, channel).item<double>());
}

} // namespace

TEST(Rotary, halvesTurnTogether)
{
    const model::Rotary rotary(8, 32, 10000.0, at::kCPU, {});
    const at::Tensor x = at::randn({1, 1, 8});
    const at::Tensor turned = rotary.turn(x, at::arange(5, 6));
    for (std::int64_t i = 0; i < 4; ++i) {
        const double angle = 5.0 * std::pow(10000.0, -2.0 * static_cast<double>(i) / 8.0);
        const double a = x.flatten()[i].item<double>(), b = x.flatten()[i + 4].item<double>();
        EXPECT_NEAR(turned.flatten()[i].item<double>(), a * std::cos(angle) - b * std::sin(angle), 1e-6);
        EXPECT_NEAR(turned.flatten()[i + 4].item<double>(), b * std::cos(angle) + a * std::sin(angle), 1e-6);
    }
}

TEST(Rotary, onlyTheDistanceOfTwoPositionsMatters)
{
    const model::Rotary rotary(64, 4096, 10000.0, at::kCPU, {});
    const at::Tensor q = at::randn({1, 1, 64}), k = at::randn({1, 1, 64});
    const auto score = [&](std::int64_t i, std::int64_t j) {
        return (rotary.turn(q, at::arange(i, i + 1)) * rotary.turn(k, at::arange(j, j + 1))).sum().item<double>();
    };
    EXPECT_NEAR(score(10, 3), score(3007, 3000), 1e-3);
}

TEST(Rotary, inBfloat16TheProfileHfRoundsTheFrequencies)
{
    // Specification 5.2: channel 16 of 64 is 0.1, in bfloat16 0.10009766. The tables themselves are rounded as well, so the
    // profile `precise`, whose tables are not, stands for the other side.
    const model::Rotary hf(128, 16, 10000.0, at::kCPU, {at::kBFloat16, model::Profile::Hf});
    const model::Rotary precise(128, 4096, 10000.0, at::kCPU, {at::kBFloat16, model::Profile::Precise});
    EXPECT_EQ(hf.cosines().scalar_type(), at::kBFloat16);
    EXPECT_EQ(precise.cosines().scalar_type(), at::kFloat);
    EXPECT_NEAR(frequencyOf(precise, 16), 0.1, 1e-6);
    // Far out the two differ by whole turns: 0.0000977 · 4000 · … shows as another cosine at channel 1.
    const model::Rotary hfFar(128, 4096, 10000.0, at::kCPU, {at::kBFloat16, model::Profile::Hf});
    const double expected = std::cos(3000.0 * 0.8671875);
    EXPECT_NEAR(hfFar.cosines().select(0, 3000).select(0, 1).item<double>(), expected, 8e-3);
    EXPECT_NEAR(precise.cosines().select(0, 3000).select(0, 1).item<double>(), std::cos(3000.0 * 0.86596432), 2e-3);
}
