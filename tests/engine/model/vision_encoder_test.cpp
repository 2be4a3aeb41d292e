// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/model/vision_encoder.h"

#include "engine/base/exceptions.h"
#include "small_network.h"

#include <ATen/TensorOperators.h>
#include <ATen/ops/arange.h>
#include <ATen/ops/cat.h>
#include <ATen/ops/rand.h>

#include <gtest/gtest.h>

namespace {

const model::VisionEncoder &vision()
{
    return smallNetwork().vision();
}

/// [views, tokens, hidden] whose every value is 1000 · view + token.
at::Tensor numbered(std::int64_t views, std::int64_t tokens)
{
    const at::Tensor numbers = at::arange(views).unsqueeze(1) * 1000 + at::arange(tokens).unsqueeze(0);
    return numbers.to(at::kFloat).unsqueeze(2).expand({views, tokens, 96}).contiguous();
}

} // namespace

TEST(VisionEncoder, everySideOfTheModesGivesItsTokens)
{
    for (const std::int64_t side : {512, 640, 1024}) {
        const at::Tensor rows = vision().forward(at::rand({1, 3, side, side}), {});
        EXPECT_EQ(rows.sizes(), (at::IntArrayRef{1, side / 64 * (side / 64), 96}));
        EXPECT_TRUE(at::isfinite(rows).all().item<bool>());
    }
}

TEST(VisionEncoder, viewsInABatchDoNotSeeEachOther)
{
    const at::Tensor pixels = at::rand({2, 3, 512, 512});
    const at::Tensor both = vision().forward(pixels, {});
    const at::Tensor second = vision().forward(pixels.narrow(0, 1, 1), {});
    EXPECT_LT(relativeError(both.narrow(0, 1, 1), second), 1e-6);
}

/// ⌈⌊side / 16⌋ / 4⌉ features along a side (specification 2.8), whatever the side.
TEST(VisionEncoder, anySideGivesTheFeaturesOfTheOfficialCount)
{
    for (const std::int64_t side : {16, 80, 500, 528}) {
        const std::int64_t along = (side / 16 + 3) / 4;
        EXPECT_EQ(vision().forward(at::rand({1, 3, side, side}), {}).size(1), along * along) << side;
    }
    EXPECT_THROW(vision().forward(at::rand({1, 3, 15, 15}), {}), base::ShapeError);
    EXPECT_THROW(vision().forward(at::rand({1, 1, 512, 512}), {}), base::ShapeError);
}

TEST(VisionEncoder, aStopIsSeenBetweenBlocks)
{
    model::Observer observer;
    int asked = 0;
    observer.shouldStop = [&asked] { return ++asked == 3; };
    EXPECT_THROW(vision().forward(at::rand({1, 3, 512, 512}), observer), model::Stopped);
}

TEST(VisionEncoder, tilesBecomeOneMosaicWithANewlineAfterEachOfItsRows)
{
    // Two tiles beside each other, two below: rows of the mosaic run through both.
    const at::Tensor rows = vision().assemble(numbered(4, 4), {2, 2}, numbered(1, 9));
    const at::Tensor first = rows.select(1, 0);
    const std::vector<float> mosaic{0, 1, 1000, 1001, -1, 2, 3, 1002, 1003, -1, 2000, 2001, 3000, 3001, -1};
    ASSERT_EQ(rows.size(0), 4 * 5 + 3 * 4 + 1);
    const float newline = smallCheckpoint().tensor("model.image_newline").to(at::kFloat)[0].item<float>();
    const float separator = smallCheckpoint().tensor("model.view_seperator").to(at::kFloat)[0].item<float>();
    for (std::size_t i = 0; i < mosaic.size(); ++i)
        EXPECT_EQ(first[static_cast<std::int64_t>(i)].item<float>(), mosaic[i] < 0 ? newline : mosaic[i]) << i;
    EXPECT_EQ(first[20].item<float>(), 0); // the overview comes after the tiles
    EXPECT_EQ(first[23].item<float>(), newline);
    EXPECT_EQ(first[31].item<float>(), newline);
    EXPECT_EQ(first[32].item<float>(), separator);
}

TEST(VisionEncoder, withoutTilesTheOverviewStandsAlone)
{
    EXPECT_EQ(vision().assemble({}, {1, 1}, numbered(1, 64)).size(0), 8 * 9 + 1);
}

TEST(VisionEncoder, bfloat16StaysNearFloat32InEveryProfile)
{
    const at::Tensor pixels = at::rand({1, 3, 512, 512}) * 2 - 1;
    const at::Tensor exact = vision().forward(pixels.to(at::kBFloat16).to(at::kFloat), {});
    for (const auto profile : {model::Profile::Serve, model::Profile::Hf, model::Profile::Precise}) {
        const at::Tensor rounded = smallNetwork({at::kBFloat16, profile}).vision().forward(pixels, {});
        EXPECT_EQ(rounded.scalar_type(), at::kBFloat16);
        const double error = relativeError(rounded, exact);
        EXPECT_LT(error, 2e-2); // eight bits, some fifty roundings one after the other
        EXPECT_GT(error, 1e-4); // and they do happen
    }
}
