// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/model/attention.h"

#include "small_network.h"

#include <ATen/TensorOperators.h>
#include <ATen/ops/bmm.h>
#include <ATen/ops/full.h>
#include <ATen/ops/rand.h>
#include <ATen/ops/randn.h>
#include <ATen/ops/softmax.h>

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace {

/// Attention in double with a whole mask, as the formula says.
at::Tensor plain(const at::Tensor &q, const at::Tensor &k, const at::Tensor &v, double scale, const at::Tensor &mask)
{
    const at::Tensor scores = at::bmm(q.to(at::kDouble), k.to(at::kDouble).transpose(1, 2)) * scale + mask;
    return at::bmm(at::softmax(scores, -1), v.to(at::kDouble));
}

} // namespace

TEST(Attention, piecesGiveWhatTheWholeGives)
{
    const at::Tensor q = at::randn({3, 700, 16}), k = at::randn({3, 2100, 16}), v = at::randn({3, 2100, 16});
    const at::Tensor seen = model::attend(q, k, v, 0.25, nullptr, {});
    EXPECT_LT(relativeError(seen, plain(q, k, v, 0.25, at::full({1}, 0.0))), 1e-5);
}

TEST(Attention, theBiasOfAPositionIsItsRowsPlusItsColumns)
{
    const std::int64_t rows = 6, columns = 5;
    const at::Tensor q = at::randn({2, 30, 8}), k = at::randn({2, 30, 8}), v = at::randn({2, 30, 8});
    const model::RelativeBias bias{at::randn({2, 30, rows}), at::randn({2, 30, columns})};
    const at::Tensor mask = (bias.rows.unsqueeze(3) + bias.columns.unsqueeze(2)).reshape({2, 30, 30});
    EXPECT_LT(relativeError(model::attend(q, k, v, 0.5, &bias, {}), plain(q, k, v, 0.5, mask)), 1e-5);
}

TEST(Attention, aCausalQuerySeesItselfAndWhatCameBefore)
{
    const std::int64_t queries = 90, before = 33;
    const at::Tensor q = at::randn({2, queries, 8}), k = at::randn({2, queries + before, 8});
    const at::Tensor v = at::randn({2, queries + before, 8});
    at::Tensor mask = at::full({queries, queries + before}, -std::numeric_limits<double>::infinity(), at::kDouble);
    for (std::int64_t i = 0; i < queries; ++i)
        mask.select(0, i).narrow(0, 0, before + i + 1).fill_(0);
    const at::Tensor seen = model::attend(q, k, v, 0.3, nullptr, {true, before});
    EXPECT_LT(relativeError(seen, plain(q, k, v, 0.3, mask)), 1e-5);
}
