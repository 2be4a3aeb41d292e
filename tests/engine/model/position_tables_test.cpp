// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/model/position_tables.h"

#include <ATen/TensorOperators.h>
#include <ATen/ops/arange.h>
#include <ATen/ops/rand.h>
#include <ATen/ops/zeros.h>

#include <gtest/gtest.h>

namespace {

/// What output @p out of a resize from @p side reads of each input: the response to single ones.
std::vector<float> weightsOf(std::int64_t side, std::int64_t grid, std::int64_t out)
{
    std::vector<float> weights;
    for (std::int64_t in = 0; in < side; ++in) {
        at::Tensor table = at::zeros({1, side, side, 1});
        table.select(1, in).fill_(1);
        weights.push_back(model::resizePositions(table, grid).select(1, out).select(1, 0).item<float>());
    }
    return weights;
}

} // namespace

TEST(PositionTables, clipsTableShrinksWithTheAntialiasedKernel)
{
    // Specification 14.1.
    const std::vector<float> first = weightsOf(16, 10, 0), fifth = weightsOf(16, 10, 4);
    const float expectedFirst[] = {0.611381F, 0.429092F, -0.018213F, -0.022260F};
    for (int i = 0; i < 4; ++i)
        EXPECT_NEAR(first[i], expectedFirst[i], 1e-5F);
    const float expectedFifth[] = {-0.021073F, -0.017241F, 0.406207F, 0.578774F, 0.096782F, -0.043448F};
    for (int i = 0; i < 6; ++i)
        EXPECT_NEAR(fifth[4 + i], expectedFifth[i], 1e-5F);
}

TEST(PositionTables, samsTableGrowsWithTheSameKernelAtItsBorder)
{
    const std::vector<float> first = weightsOf(64, 80, 0), fourth = weightsOf(64, 80, 3);
    EXPECT_NEAR(first[0], 1.043269F, 1e-5F);
    EXPECT_NEAR(first[1], -0.043269F, 1e-5F);
    const float expected[] = {-0.0735F, 0.8155F, 0.2895F, -0.0315F};
    for (int i = 0; i < 4; ++i)
        EXPECT_NEAR(fourth[1 + i], expected[i], 1e-4F);
}

TEST(PositionTables, aTableThatFitsIsLeftAsItIs)
{
    const at::Tensor table = at::rand({1, 8, 8, 3});
    EXPECT_TRUE(model::resizePositions(table, 8).equal(table));
}

TEST(PositionTables, theClassRowStaysFirstAndUnchanged)
{
    const at::Tensor table = at::rand({1 + 256, 4});
    const at::Tensor resized = model::resizeClipPositions(table, 10);
    EXPECT_EQ(resized.sizes(), (at::IntArrayRef{101, 4}));
    EXPECT_TRUE(resized.select(0, 0).equal(table.select(0, 0)));
}

TEST(PositionTables, aRelativeTableThatFitsIsIndexedByQueryMinusKey)
{
    const at::Tensor table = at::arange(27).to(at::kFloat).unsqueeze(1);
    const at::Tensor relative = model::relativePositions(table, 14);
    EXPECT_EQ(relative.select(0, 0).select(0, 0).item<float>(), 13);
    EXPECT_EQ(relative.select(0, 13).select(0, 0).item<float>(), 26); // query after key: further on in the table
    EXPECT_EQ(relative.select(0, 0).select(0, 13).item<float>(), 0);
}

TEST(PositionTables, anotherSideStretchesTheRelativeTableLinearly)
{
    // Specification 14.1: row out reads left + fraction.
    const at::Tensor table = at::arange(127).to(at::kFloat).unsqueeze(1);
    const auto row = [&](std::int64_t side, std::int64_t out) {
        const at::Tensor relative = model::relativePositions(table, side);
        const std::int64_t distance = out - (side - 1);
        return relative.select(0, distance > 0 ? distance : 0).select(0, distance > 0 ? 0 : -distance).item<float>();
    };
    EXPECT_NEAR(row(40, 0), 0.3038F, 1e-4F);
    EXPECT_NEAR(row(40, 1), 1.91139F, 1e-4F);
    EXPECT_NEAR(row(40, 78), 125.6962F, 1e-3F);
    EXPECT_NEAR(row(32, 0), 0.50794F, 1e-4F);
    EXPECT_NEAR(row(32, 31), 63.0F, 1e-3F);
    EXPECT_NEAR(row(80, 0), 0.0F, 1e-4F);
    EXPECT_NEAR(row(80, 1), 0.69811F, 1e-4F);
    EXPECT_NEAR(row(80, 158), 126.0F, 1e-3F);
}
