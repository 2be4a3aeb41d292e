// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/model/numerics.h"
#include "engine/model/observer.h"
#include "engine/model/operations.h"
#include "engine/weights/model_config.h"

#include <ATen/core/Tensor.h>

#include <map>
#include <vector>

namespace model {

/// CLIP-L's transformer over SAM's tokens; its own patch convolution is not used (specification 4).
///
/// Const use is safe from one thread at a time; the table of a new picture size is kept from its first use on.
class ClipEncoder {
public:
    ClipEncoder(const weights::Checkpoint &checkpoint, at::Device device, Numerics numerics);

    /// @param features  [views, width, n, n], SAM's result.
    /// @return          [views, n², width]: the last layer's output without the class token; float32 where the profile
    ///                  keeps the residual stream so, else the numerics' type.
    /// Stages: embeddings, layer0….
    /// @throws base::ShapeError, Stopped.
    at::Tensor forward(const at::Tensor &features, const Observer &observer) const;

private:
    struct Layer {
        Affine norm1, qkv, attentionOut, norm2, mlpIn, mlpOut;
    };

    const at::Tensor &positionsFor(std::int64_t grid) const;
    at::Tensor forwardLayer(const Layer &layer, const at::Tensor &x) const;

    weights::ClipConfig m_config;
    Numerics m_numerics;
    at::Tensor m_classEmbedding; ///< [width]
    at::Tensor m_positions; ///< [1 + grid², width] as published
    Affine m_preNorm;
    std::vector<Layer> m_layers;
    mutable std::map<std::int64_t, at::Tensor> m_tables; ///< positions by grid side
};

} // namespace model
