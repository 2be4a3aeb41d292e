// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/model/clip_encoder.h"

#include "engine/base/shape.h"
#include "engine/model/attention.h"
#include "engine/model/position_tables.h"

#include <ATen/ops/cat.h>
#include <ATen/ops/sigmoid.h>

#include <cmath>

namespace model {

namespace {

constexpr double epsilon = 1e-5; // of all norms here; SAM's is another

/// x · sigmoid(1.702 · x), CLIP's quick form of GELU, in x's type.
at::Tensor quickGelu(const at::Tensor &x)
{
    at::Tensor gate = x * 1.702;
    return gate.sigmoid_().mul_(x);
}

} // namespace

ClipEncoder::ClipEncoder(const weights::Checkpoint &checkpoint, at::Device device, Numerics numerics)
    : m_config(checkpoint.config().clip)
    , m_numerics(numerics)
{
    const weights::ClipNames names = weights::clipNames();
    m_classEmbedding = loadTensor(checkpoint, names.classEmbedding, device);
    m_positions = loadTensor(checkpoint, names.positions, device);
    m_preNorm = loadAffine(checkpoint, names.preNorm, device);
    for (std::int64_t i = 0; i < m_config.layers; ++i) {
        const weights::ClipLayerNames layer = weights::clipLayerNames(i);
        m_layers.push_back({loadAffine(checkpoint, layer.norm1, device), loadAffine(checkpoint, layer.qkv, device),
            loadAffine(checkpoint, layer.attentionOut, device), loadAffine(checkpoint, layer.norm2, device),
            loadAffine(checkpoint, layer.mlpIn, device), loadAffine(checkpoint, layer.mlpOut, device)});
    }
}

const at::Tensor &ClipEncoder::positionsFor(std::int64_t grid) const
{
    if (const auto known = m_tables.find(grid); known != m_tables.end())
        return known->second;
    return m_tables.emplace(grid, resizeClipPositions(as(m_positions, m_numerics.type), grid)).first->second;
}

at::Tensor ClipEncoder::forwardLayer(const Layer &layer, const at::Tensor &x) const
{
    const std::int64_t views = x.size(0), tokens = x.size(1), width = x.size(2);
    const std::int64_t heads = m_config.heads, headSize = m_config.headSize();
    const at::Tensor qkv = linear(layerNorm(x, layer.norm1, epsilon, m_numerics.type), layer.qkv)
                               .view({views, tokens, 3, heads, headSize})
                               .permute({2, 0, 3, 1, 4})
                               .reshape({3, views * heads, tokens, headSize}); // [3, views · heads, tokens, headSize]
    const double scale = 1.0 / std::sqrt(static_cast<double>(headSize));
    const at::Tensor seen = attend(qkv.select(0, 0), qkv.select(0, 1), qkv.select(0, 2), scale, nullptr, {});
    const at::Tensor joined
        = seen.view({views, heads, tokens, headSize}).transpose(1, 2).reshape({views, tokens, width});
    const at::Tensor y = x + linear(joined, layer.attentionOut);
    const at::Tensor inner = quickGelu(linear(layerNorm(y, layer.norm2, epsilon, m_numerics.type), layer.mlpIn));
    return y + linear(inner, layer.mlpOut);
}

at::Tensor ClipEncoder::forward(const at::Tensor &features, const Observer &observer) const
{
    base::checkShape(
        "features", features.sizes(), {base::anySize, m_config.width, features.size(-1), features.size(-1)});
    const std::int64_t views = features.size(0), grid = features.size(-1);
    const at::Tensor tokens = features.flatten(2).transpose(1, 2); // [views, n², width]
    const at::Tensor classToken = as(m_classEmbedding, m_numerics.type).expand({views, 1, m_config.width});
    at::Tensor x = at::cat({classToken, tokens}, 1) + positionsFor(grid); // [views, 1 + n², width]
    observer.see("embeddings", x);
    const at::ScalarType residual = m_numerics.profile == Profile::Serve ? m_numerics.type : at::kFloat;
    x = layerNorm(x, m_preNorm, epsilon, residual);
    for (std::size_t i = 0; i < m_layers.size(); ++i) {
        observer.goOn();
        x = forwardLayer(m_layers[i], x);
        observer.see("layer" + std::to_string(i), x);
    }
    return x.narrow(1, 1, grid * grid); // [views, n², width]
}

} // namespace model
