// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/weights/model_config.h"

#include <cstdint>
#include <string>
#include <vector>

namespace weights {

/// Names of one layer's weight and bias in the checkpoint. bias is empty where the layer has none.
struct Affine {
    std::string weight;
    std::string bias;
};

struct SamBlockNames {
    Affine norm1, qkv, attentionOut, norm2, mlpIn, mlpOut;
    std::string relativeHeight, relativeWidth;
};

struct SamNames {
    std::string positions; ///< [1, grid, grid, width]
    Affine patches;
    Affine neckConvolution1, neckNorm1, neckConvolution2, neckNorm2;
    Affine compress1, compress2; ///< net_2, net_3
};

struct ClipNames {
    std::string classEmbedding; ///< [width]
    std::string unusedPatches; ///< in the file, never used
    std::string positions; ///< [1 + grid^2, width]
    Affine preNorm;
};

struct ClipLayerNames {
    Affine norm1, qkv, attentionOut, norm2, mlpIn, mlpOut;
};

/// Gate, up and down of a SwiGLU block; no biases.
struct GatedNames {
    std::string gate, up, down;
};

struct DecoderLayerNames {
    std::string inputNorm, q, k, v, o, postNorm;
};

struct GlueNames {
    Affine projector;
    std::string newline, separator; ///< [hidden]
    std::string embedding, finalNorm, head;
};

SamNames samNames();
SamBlockNames samBlockNames(std::int64_t block);
ClipNames clipNames();
ClipLayerNames clipLayerNames(std::int64_t layer);
GlueNames glueNames();
DecoderLayerNames decoderLayerNames(std::int64_t layer);
GatedNames denseNames(std::int64_t layer); ///< layers without experts
std::string routerName(std::int64_t layer);
GatedNames expertNames(std::int64_t layer, std::int64_t expert);
GatedNames sharedExpertNames(std::int64_t layer);

/// One entry of the checkpoint's table.
struct TensorSpec {
    std::string name;
    std::vector<std::int64_t> shape;
};

/// Every tensor the folder must hold, in the order vision, glue, decoder: 2710 of them for the published sizes.
std::vector<TensorSpec> expectedTensors(const ModelConfig &config);

} // namespace weights
