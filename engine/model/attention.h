// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ATen/core/Tensor.h>

#include <cstdint>

namespace model {

/// SAM's decomposed position bias: score(query, (y', x')) gains rows[query, y'] + columns[query, x'].
struct RelativeBias {
    at::Tensor rows; ///< [n, queries, key rows], float32
    at::Tensor columns; ///< [n, queries, key columns], float32
};

/// What the queries may see.
struct Visibility {
    bool causal = false;
    std::int64_t firstQuery = 0; ///< key index of query 0: query i sees keys 0 … firstQuery + i
};

/// Softmax(scale · q · kᵀ + bias) · v for n independent heads; scores and softmax in float32, in pieces that fit the
/// cache, so memory stays small whatever the picture.
///
/// @param q  [n, queries, width]; @param k, v  [n, keys, width]; any type, one for all.
/// @param bias  may be null.
/// @return [n, queries, width] in q's type.
at::Tensor attend(const at::Tensor &q, const at::Tensor &k, const at::Tensor &v, double scale, const RelativeBias *bias,
    Visibility visibility);

} // namespace model
