// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/model/sam_encoder.h"

#include "engine/base/shape.h"
#include "engine/model/attention.h"
#include "engine/model/position_tables.h"

#include <ATen/ops/constant_pad_nd.h>
#include <ATen/ops/empty.h>
#include <ATen/ops/gelu.h>
#include <ATen/ops/mm.h>
#include <ATen/ops/sqrt.h>

#include <cmath>

namespace model {

namespace {

constexpr double epsilon = 1e-6; // of all norms here; CLIP's is another

/// [views, side, side, width] → [views · windows, window, window, width], padded with zeros at the bottom and right.
at::Tensor cutWindows(const at::Tensor &x, std::int64_t window)
{
    const std::int64_t views = x.size(0), side = x.size(1), width = x.size(3);
    const std::int64_t pad = (window - side % window) % window;
    const std::int64_t count = (side + pad) / window;
    const at::Tensor padded = pad ? at::constant_pad_nd(x, {0, 0, 0, pad, 0, pad}) : x;
    return padded.view({views, count, window, count, window, width})
        .permute({0, 1, 3, 2, 4, 5})
        .reshape({views * count * count, window, window, width});
}

/// The way back from cutWindows; the padding is dropped.
at::Tensor joinWindows(const at::Tensor &windows, std::int64_t views, std::int64_t side)
{
    const std::int64_t window = windows.size(1), width = windows.size(3);
    const std::int64_t count = (side + window - 1) / window;
    return windows.view({views, count, count, window, window, width})
        .permute({0, 1, 3, 2, 4, 5})
        .reshape({views, count * window, count * window, width})
        .narrow(1, 0, side)
        .narrow(2, 0, side);
}

/// q · R for each query: of the query's row with the key rows, or (of its column) with the key columns.
///
/// @param q [n, rows, columns, headSize], float32. @param table [side, side, headSize]. @param axis 1: rows, 2: columns.
/// @return [n, rows · columns, side].
at::Tensor relativeScores(const at::Tensor &q, const at::Tensor &table, std::int64_t axis)
{
    const std::int64_t n = q.size(0), across = q.size(3 - axis), width = q.size(3), side = table.size(0);
    at::Tensor scores = at::empty({n, q.size(1), q.size(2), side}, q.options());
    forEach(q.size(axis), n * across * width * side, [&](std::int64_t place) {
        const at::Tensor queries = q.select(axis, place).reshape({n * across, width});
        scores.select(axis, place).copy_(at::mm(queries, table.select(0, place).t()).view({n, across, side}));
    });
    return scores.view({n, q.size(1) * q.size(2), side});
}

} // namespace

SamEncoder::SamEncoder(const weights::Checkpoint &checkpoint, at::Device device, Numerics numerics)
    : m_config(checkpoint.config().sam)
    , m_numerics(numerics)
{
    const weights::SamNames names = weights::samNames();
    m_positions = loadTensor(checkpoint, names.positions, device);
    m_patches = loadAffine(checkpoint, names.patches, device);
    m_neckConvolution1 = loadAffine(checkpoint, names.neckConvolution1, device);
    m_neckNorm1 = loadAffine(checkpoint, names.neckNorm1, device);
    m_neckConvolution2 = loadAffine(checkpoint, names.neckConvolution2, device);
    m_neckNorm2 = loadAffine(checkpoint, names.neckNorm2, device);
    m_compress1 = loadAffine(checkpoint, names.compress1, device);
    m_compress2 = loadAffine(checkpoint, names.compress2, device);
    for (std::int64_t i = 0; i < m_config.layers; ++i) {
        const weights::SamBlockNames block = weights::samBlockNames(i);
        m_blocks.push_back({loadAffine(checkpoint, block.norm1, device), loadAffine(checkpoint, block.qkv, device),
            loadAffine(checkpoint, block.attentionOut, device), loadAffine(checkpoint, block.norm2, device),
            loadAffine(checkpoint, block.mlpIn, device), loadAffine(checkpoint, block.mlpOut, device),
            loadTensor(checkpoint, block.relativeHeight, device), loadTensor(checkpoint, block.relativeWidth, device),
            m_config.isGlobal(i)});
    }
}

const SamEncoder::Tables &SamEncoder::tablesFor(std::int64_t grid) const
{
    if (const auto known = m_tables.find(grid); known != m_tables.end())
        return known->second;
    Tables tables;
    tables.positions = resizePositions(as(m_positions, m_numerics.type), grid);
    for (const Block &block : m_blocks) {
        const std::int64_t side = block.isGlobal ? grid : m_config.window;
        tables.heights.push_back(as(relativePositions(as(block.relativeHeight, m_numerics.type), side), at::kFloat));
        tables.widths.push_back(as(relativePositions(as(block.relativeWidth, m_numerics.type), side), at::kFloat));
    }
    return m_tables.emplace(grid, std::move(tables)).first->second;
}

at::Tensor SamEncoder::attention(const Block &block, const Tables &tables, std::size_t index, const at::Tensor &x) const
{
    const std::int64_t n = x.size(0), rows = x.size(1), columns = x.size(2), width = x.size(3);
    const std::int64_t heads = m_config.heads, headSize = m_config.headSize();
    const at::Tensor qkv = linear(x, block.qkv)
                               .view({n, rows * columns, 3, heads, headSize})
                               .permute({2, 0, 3, 1, 4})
                               .reshape({3, n * heads, rows * columns, headSize}); // [3, n · heads, queries, headSize]
    const at::Tensor q = qkv.select(0, 0);
    const at::Tensor grid = as(q, at::kFloat).view({n * heads, rows, columns, headSize});
    const RelativeBias bias{
        relativeScores(grid, tables.heights[index], 1), relativeScores(grid, tables.widths[index], 2)};
    const double scale = 1.0 / std::sqrt(static_cast<double>(headSize));
    const at::Tensor seen = attend(q, qkv.select(0, 1), qkv.select(0, 2), scale, &bias, {});
    return linear(
        seen.view({n, heads, rows, columns, headSize}).permute({0, 2, 3, 1, 4}).reshape({n, rows, columns, width}),
        block.attentionOut);
}

at::Tensor SamEncoder::forwardBlock(
    const Block &block, const Tables &tables, std::size_t index, const at::Tensor &x) const
{
    const at::ScalarType type = m_numerics.type;
    const at::Tensor normed = layerNorm(x, block.norm1, epsilon, type);
    const at::Tensor seen = block.isGlobal
        ? attention(block, tables, index, normed)
        : joinWindows(attention(block, tables, index, cutWindows(normed, m_config.window)), x.size(0), x.size(1));
    const at::Tensor y = x + seen;
    at::Tensor inner = linear(layerNorm(y, block.norm2, epsilon, type), block.mlpIn);
    at::gelu_(inner, "none");
    return y + linear(inner, block.mlpOut);
}

at::Tensor SamEncoder::normChannels(const at::Tensor &x, const Affine &norm) const
{
    const at::ScalarType type = m_numerics.profile == Profile::Serve ? x.scalar_type() : at::kFloat;
    const at::ScalarType meanType = m_numerics.profile == Profile::Precise ? at::kFloat : x.scalar_type();
    const auto channels = [&](const at::Tensor &values) { return as(values, type).view({1, -1, 1, 1}); };
    const at::Tensor wide = as(x, meanType);
    const at::Tensor centred = as(wide - wide.mean({1}, true), type); // [views, channels, rows, columns]
    const at::Tensor variance = centred.pow(2).mean({1}, true);
    const at::Tensor normed = centred / at::sqrt(variance + epsilon);
    return as(channels(norm.weight) * normed + channels(norm.bias), m_numerics.type);
}

at::Tensor SamEncoder::forward(const at::Tensor &pixels, const Observer &observer) const
{
    base::checkShape("pixels", pixels.sizes(), {base::anySize, 3, pixels.size(-1), pixels.size(-1)});
    const std::int64_t patch = m_config.patchSize;
    if (pixels.size(-1) < patch)
        throw base::ShapeError(
            "pixels: the side must be at least " + std::to_string(patch) + ", got " + base::shapeText(pixels.sizes()));
    const Tables &tables = tablesFor(pixels.size(-1) / patch);

    at::Tensor x = convolve(pixels, m_patches, patch, 0).permute({0, 2, 3, 1}).contiguous(); // [views, g, g, width]
    observer.see("patch_embed", x);
    x = x + tables.positions;
    for (std::size_t i = 0; i < m_blocks.size(); ++i) {
        observer.goOn();
        x = forwardBlock(m_blocks[i], tables, i, x);
        observer.see("block" + std::to_string(i), x);
    }
    x = x.permute({0, 3, 1, 2}).contiguous(); // [views, width, g, g]
    x = normChannels(convolve(x, m_neckConvolution1, 1, 0), m_neckNorm1);
    x = normChannels(convolve(x, m_neckConvolution2, 1, 1), m_neckNorm2);
    observer.see("neck", x); // [views, 256, g, g]
    x = convolve(convolve(x, m_compress1, 2, 1), m_compress2, 2, 1).contiguous(); // [views, 1024, g / 4, g / 4]
    observer.see("", x);
    return x;
}

} // namespace model
