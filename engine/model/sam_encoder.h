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

/// SAM's ViT with its neck and the two strided convolutions that make 16 patches one token (specification 3).
///
/// Const use is safe from one thread at a time; the tables of a new picture size are kept from its first use on.
class SamEncoder {
public:
    SamEncoder(const weights::Checkpoint &checkpoint, at::Device device, Numerics numerics);

    /// @param pixels  [views, 3, side, side] in the numerics' type on the model's device; side ≥ 16.
    /// @return        [views, channels, side / 64, side / 64].
    /// Stages: patch_embed, block0…, neck, and "" for the result.
    /// @throws base::ShapeError, Stopped.
    at::Tensor forward(const at::Tensor &pixels, const Observer &observer) const;

private:
    struct Block {
        Affine norm1, qkv, attentionOut, norm2, mlpIn, mlpOut;
        at::Tensor relativeHeight, relativeWidth; ///< [rows, headSize]
        bool isGlobal = false;
    };
    struct Tables {
        at::Tensor positions; ///< [1, grid, grid, width]
        std::vector<at::Tensor> heights, widths; ///< a block's: [side, side, headSize], float32
    };

    const Tables &tablesFor(std::int64_t grid) const;
    at::Tensor forwardBlock(const Block &block, const Tables &tables, std::size_t index, const at::Tensor &x) const;
    at::Tensor attention(const Block &block, const Tables &tables, std::size_t index, const at::Tensor &x) const;
    at::Tensor normChannels(const at::Tensor &x, const Affine &norm) const;

    weights::SamConfig m_config;
    Numerics m_numerics;
    Affine m_patches, m_neckConvolution1, m_neckNorm1, m_neckConvolution2, m_neckNorm2, m_compress1, m_compress2;
    at::Tensor m_positions; ///< [1, grid, grid, width] as published
    std::vector<Block> m_blocks;
    mutable std::map<std::int64_t, Tables> m_tables; ///< by grid side
};

} // namespace model
