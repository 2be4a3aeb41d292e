// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/model/attention.h"

#include "engine/model/operations.h"

#include <ATen/ops/_softmax.h>
#include <ATen/ops/arange.h>
#include <ATen/ops/bmm.h>
#include <ATen/ops/empty.h>
#include <ATen/ops/matmul.h>
#include <ATen/ops/mm.h>

#include <algorithm>
#include <limits>

namespace model {

namespace {

constexpr std::int64_t scoresPerPiece = 1 << 20; // 4 MB of float scores: stays in the shared cache
constexpr std::int64_t scoresPerDevicePiece = 1 << 26; // 256 MB on a GPU

/// Adds the bias of queries [first, first + count) to scores [.., count, keys].
void addBias(at::Tensor &scores, const at::Tensor &rows, const at::Tensor &columns)
{
    std::vector<std::int64_t> grid = rows.sizes().vec(); // [.., count, key rows]
    grid.push_back(columns.size(-1));
    at::Tensor seen = scores.view(grid);
    seen.add_(rows.unsqueeze(-1));
    seen.add_(columns.unsqueeze(-2));
}

/// −∞ for keys after each query. @param scores [.., count, keys], its first query has key index @p firstQuery.
void hideLaterKeys(at::Tensor &scores, std::int64_t firstQuery)
{
    const auto options = scores.options().dtype(at::kLong);
    const at::Tensor last = at::arange(firstQuery, firstQuery + scores.size(-2), options).unsqueeze(-1);
    const at::Tensor hidden = at::arange(scores.size(-1), options).gt(last);
    scores.masked_fill_(hidden, -std::numeric_limits<float>::infinity());
}

struct Piece {
    std::int64_t head, firstQuery, queries;
};

void attendPiece(const at::Tensor &q, const at::Tensor &k, const at::Tensor &v, double scale, const RelativeBias *bias,
    Visibility visibility, const Piece &piece, at::Tensor &output)
{
    const std::int64_t keys
        = visibility.causal ? std::min(k.size(1), visibility.firstQuery + piece.firstQuery + piece.queries) : k.size(1);
    const at::Tensor queries = q.select(0, piece.head).narrow(0, piece.firstQuery, piece.queries);
    at::Tensor scores = at::mm(queries, k.select(0, piece.head).narrow(0, 0, keys).t()).mul_(scale); // [queries, keys]
    if (bias)
        addBias(scores, bias->rows.select(0, piece.head).narrow(0, piece.firstQuery, piece.queries),
            bias->columns.select(0, piece.head).narrow(0, piece.firstQuery, piece.queries));
    if (visibility.causal)
        hideLaterKeys(scores, visibility.firstQuery + piece.firstQuery);
    at::Tensor place = output.select(0, piece.head).narrow(0, piece.firstQuery, piece.queries);
    place.copy_(at::mm(at::_softmax(scores, -1, false), v.select(0, piece.head).narrow(0, 0, keys)));
}

at::Tensor attendOnProcessor(const at::Tensor &q, const at::Tensor &k, const at::Tensor &v, double scale,
    const RelativeBias *bias, Visibility visibility)
{
    const std::int64_t step = std::clamp<std::int64_t>(scoresPerPiece / k.size(1), 32, 512);
    std::vector<Piece> pieces;
    for (std::int64_t head = 0; head < q.size(0); ++head)
        for (std::int64_t first = 0; first < q.size(1); first += step)
            pieces.push_back({head, first, std::min(step, q.size(1) - first)});
    at::Tensor output = at::empty(q.sizes(), q.options());
    forEach(static_cast<std::int64_t>(pieces.size()), 2 * step * k.size(1) * q.size(2), [&](std::int64_t i) {
        attendPiece(q, k, v, scale, bias, visibility, pieces[static_cast<std::size_t>(i)], output);
    });
    return output;
}

at::Tensor attendOnDevice(const at::Tensor &q, const at::Tensor &k, const at::Tensor &v, double scale,
    const RelativeBias *bias, Visibility visibility)
{
    const std::int64_t perHead = q.size(1) * k.size(1);
    const std::int64_t step = std::max<std::int64_t>(1, scoresPerDevicePiece / perHead);
    at::Tensor output = at::empty(q.sizes(), q.options());
    for (std::int64_t head = 0; head < q.size(0); head += step) {
        const std::int64_t count = std::min(step, q.size(0) - head);
        at::Tensor scores = at::bmm(q.narrow(0, head, count), k.narrow(0, head, count).transpose(1, 2)).mul_(scale);
        if (bias)
            addBias(scores, bias->rows.narrow(0, head, count), bias->columns.narrow(0, head, count));
        if (visibility.causal)
            hideLaterKeys(scores, visibility.firstQuery);
        output.narrow(0, head, count).copy_(at::bmm(at::_softmax(scores, -1, false), v.narrow(0, head, count)));
    }
    return output;
}

} // namespace

at::Tensor attend(const at::Tensor &q, const at::Tensor &k, const at::Tensor &v, double scale, const RelativeBias *bias,
    Visibility visibility)
{
    const at::Tensor wideQ = as(q, at::kFloat).contiguous();
    const at::Tensor wideK = as(k, at::kFloat).contiguous();
    const at::Tensor wideV = as(v, at::kFloat).contiguous();
    const at::Tensor output = q.device().is_cpu() ? attendOnProcessor(wideQ, wideK, wideV, scale, bias, visibility)
                                                  : attendOnDevice(wideQ, wideK, wideV, scale, bias, visibility);
    return as(output, q.scalar_type());
}

} // namespace model
