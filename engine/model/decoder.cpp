// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/model/decoder.h"

#include "engine/base/shape.h"
#include "engine/kernels/paged_attention.h"
#include "engine/kernels/rows.h"
#include "engine/model/attention.h"

#ifdef ENGINE_CUDA
#include "engine/kernels/device.h"
#include <c10/cuda/CUDAGuard.h>
#include <c10/cuda/CUDAStream.h>
#endif

#include <ATen/ops/empty.h>
#include <ATen/ops/empty_like.h>
#include <ATen/ops/tensor.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace model {

namespace {

/// [tokens] positions of all parts, int64.
at::Tensor positionsOf(std::span<const SequencePart> parts, at::Device device)
{
    std::vector<std::int64_t> positions;
    for (const SequencePart &part : parts)
        for (std::int64_t i = 0; i < part.tokens; ++i)
            positions.push_back(part.firstPosition + i);
    return at::tensor(positions, at::TensorOptions().dtype(at::kLong)).to(device);
}

/// Attention of single new tokens over their cached blocks, all sequences and heads at once. CPU.
template <class Element>
void runSteps(std::span<const SequencePart> parts, const at::Tensor &q, const at::Tensor &keys,
    const at::Tensor &values, float *output)
{
    const std::int64_t heads = q.size(1), width = q.size(2);
    const std::int64_t longest
        = std::max_element(parts.begin(), parts.end(),
              [](const SequencePart &a, const SequencePart &b) { return a.firstPosition < b.firstPosition; })
              ->firstPosition
        + 1;
    forEach(static_cast<std::int64_t>(parts.size()) * heads, 2 * longest * width, [&](std::int64_t i) {
        const SequencePart &part = parts[static_cast<std::size_t>(i / heads)];
        std::vector<float> scores(static_cast<std::size_t>(part.firstPosition) + 1);
        kernels::PagedAttentionJob<Element> job;
        job.query = q.const_data_ptr<float>() + i / heads * heads * width;
        job.keys = reinterpret_cast<const Element *>(keys.const_data_ptr());
        job.values = reinterpret_cast<const Element *>(values.const_data_ptr());
        job.blockTable = part.blocks.data();
        job.output = output + i / heads * heads * width;
        job.scores = scores.data();
        job.tokens = part.firstPosition + 1;
        job.heads = heads;
        job.keyValueHeads = keys.size(1);
        job.width = width;
        job.blockTokens = KvCache::blockTokens;
        job.scale = 1.0F / std::sqrt(static_cast<float>(width));
        kernels::runPagedAttention(job, i % heads);
    });
}

#ifdef ENGINE_CUDA
void *streamOf(const at::Tensor &tensor)
{
    return c10::cuda::getCurrentCUDAStream(tensor.device().index()).stream();
}
#endif

/// Each row over the root of its mean square; a row's bits do not depend on its neighbours. @param x [rows, width], float.
at::Tensor normaliseRows(const at::Tensor &x, double epsilon)
{
    const at::Tensor y = at::empty_like(x);
    const std::int64_t width = x.size(1);
    const float *from = x.const_data_ptr<float>();
    auto *to = y.mutable_data_ptr<float>();
#ifdef ENGINE_CUDA
    if (x.device().is_cuda()) {
        const c10::cuda::CUDAGuard guard(x.device());
        kernels::normaliseRowsOnDevice(from, to, x.size(0), width, static_cast<float>(epsilon), streamOf(x));
        return y;
    }
#endif
    forEach(x.size(0), 2 * width, [&](std::int64_t row) {
        kernels::normaliseRow(from + row * width, to + row * width, width, static_cast<float>(epsilon));
    });
    return y;
}

/// [keyValueHeads, tokens, width] → [heads, tokens, width] where several queries share a key.
at::Tensor repeatHeads(const at::Tensor &x, std::int64_t heads)
{
    return x.size(0) == heads ? x : x.repeat_interleave(heads / x.size(0), 0);
}

} // namespace

Decoder::Decoder(const weights::Checkpoint &checkpoint, at::Device device, Numerics numerics)
    : m_config(checkpoint.config().decoder)
    , m_numerics(numerics)
    , m_device(device)
    , m_rotary(m_config.headSize(), m_config.maxPositions, m_config.ropeTheta, device, numerics)
{
    const weights::GlueNames glue = weights::glueNames();
    m_embedding = loadTensor(checkpoint, glue.embedding, device);
    m_finalNorm = loadTensor(checkpoint, glue.finalNorm, device);
    m_head = m_config.tiedEmbeddings ? m_embedding : loadTensor(checkpoint, glue.head, device);
    for (std::int64_t i = 0; i < m_config.layers; ++i) {
        const weights::DecoderLayerNames names = weights::decoderLayerNames(i);
        Layer layer;
        layer.inputNorm = loadTensor(checkpoint, names.inputNorm, device);
        layer.postNorm = loadTensor(checkpoint, names.postNorm, device);
        layer.q = loadTensor(checkpoint, names.q, device);
        layer.k = loadTensor(checkpoint, names.k, device);
        layer.v = loadTensor(checkpoint, names.v, device);
        layer.o = loadTensor(checkpoint, names.o, device);
        if (m_config.hasExperts(i))
            layer.experts.emplace(checkpoint, i, device, numerics);
        else
            layer.dense = GatedLayer(checkpoint, weights::denseNames(i), device);
        m_layers.push_back(std::move(layer));
    }
}

at::Tensor Decoder::embed(std::span<const std::int32_t> ids) const
{
    for (const std::int32_t id : ids)
        if (id < 0 || id >= m_config.vocabulary)
            throw base::ShapeError("id " + std::to_string(id) + " is outside the vocabulary");
    const std::vector<std::int64_t> rows(ids.begin(), ids.end());
    const at::Tensor index = at::tensor(rows, at::TensorOptions().dtype(at::kLong));
    return as(m_embedding.index_select(0, index.to(m_device)), m_numerics.type);
}

at::Tensor Decoder::rmsNorm(const at::Tensor &x, const at::Tensor &weight) const
{
    const at::Tensor wide = as(x, at::kFloat).contiguous();
    const at::Tensor normed = normaliseRows(wide, m_config.rmsNormEpsilon);
    if (m_numerics.profile == Profile::Precise)
        return as(normed * as(weight, at::kFloat), m_numerics.type);
    return as(normed, m_numerics.type) * as(weight, m_numerics.type); // rounded before the weight, as published
}

at::Tensor Decoder::attendPrompt(std::int64_t layer, const SequencePart &part, const at::Tensor &q, const at::Tensor &k,
    const at::Tensor &v, const KvCache &cache) const
{
    const bool fresh = part.firstPosition == 0;
    const std::int64_t keys = part.firstPosition + part.tokens;
    const at::Tensor allKeys = fresh ? k.transpose(0, 1) : KvCache::gather(cache.keys(layer), part.blocks, keys);
    const at::Tensor allValues = fresh ? v.transpose(0, 1) : KvCache::gather(cache.values(layer), part.blocks, keys);
    const double scale = 1.0 / std::sqrt(static_cast<double>(m_config.headSize()));
    return attend(q.transpose(0, 1), repeatHeads(allKeys, m_config.heads), repeatHeads(allValues, m_config.heads),
        scale, nullptr, {true, part.firstPosition})
        .transpose(0, 1); // [tokens, heads, width]
}

void Decoder::attendSteps(std::int64_t layer, std::span<const SequencePart> parts, const at::Tensor &q,
    const KvCache &cache, at::Tensor &seen) const
{
    const at::Tensor wide = as(q, at::kFloat).contiguous(); // [sequences, heads, width]
    const at::Tensor output = at::empty_like(wide);
    if (m_numerics.isReduced())
        runSteps<std::uint16_t>(parts, wide, cache.keys(layer), cache.values(layer), output.mutable_data_ptr<float>());
    else
        runSteps<float>(parts, wide, cache.keys(layer), cache.values(layer), output.mutable_data_ptr<float>());
    seen.copy_(output);
}

#ifdef ENGINE_CUDA
bool Decoder::attendStepsOnDevice(std::int64_t layer, std::span<const SequencePart> parts, const at::Tensor &q,
    const KvCache &cache, at::Tensor &seen) const
{
    std::size_t tableWidth = 0;
    std::int64_t longest = 0;
    for (const SequencePart &part : parts) {
        tableWidth = std::max(tableWidth, part.blocks.size());
        longest = std::max(longest, part.firstPosition + 1);
    }
    if (longest > kernels::longestOnDevice || q.size(2) > 256)
        return false;
    std::vector<std::int32_t> tables(parts.size() * tableWidth, 0), lengths;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        std::copy(parts[i].blocks.begin(), parts[i].blocks.end(),
            tables.begin() + static_cast<std::ptrdiff_t>(i * tableWidth));
        lengths.push_back(static_cast<std::int32_t>(parts[i].firstPosition + 1));
    }
    const c10::cuda::CUDAGuard guard(m_device);
    const auto options = at::TensorOptions().dtype(at::kInt);
    const at::Tensor deviceTables = at::tensor(tables, options).to(m_device);
    const at::Tensor deviceLengths = at::tensor(lengths, options).to(m_device);
    const at::Tensor wide = as(q, at::kFloat).contiguous(); // [sequences, heads, width]
    const at::Tensor output = at::empty_like(wide);
    const auto launch = [&]<class Element>(Element) {
        kernels::PagedAttentionBatch<Element> batch;
        batch.query = wide.const_data_ptr<float>();
        batch.keys = reinterpret_cast<const Element *>(cache.keys(layer).const_data_ptr());
        batch.values = reinterpret_cast<const Element *>(cache.values(layer).const_data_ptr());
        batch.blockTables = deviceTables.const_data_ptr<std::int32_t>();
        batch.lengths = deviceLengths.const_data_ptr<std::int32_t>();
        batch.output = output.mutable_data_ptr<float>();
        batch.sequences = wide.size(0);
        batch.heads = wide.size(1);
        batch.keyValueHeads = m_config.keyValueHeads;
        batch.width = wide.size(2);
        batch.blockTokens = KvCache::blockTokens;
        batch.tableWidth = static_cast<std::int64_t>(tableWidth);
        batch.longest = longest;
        batch.scale = 1.0F / std::sqrt(static_cast<float>(batch.width));
        batch.stream = streamOf(wide);
        kernels::runPagedAttentionOnDevice(batch);
    };
    if (m_numerics.isReduced())
        launch(std::uint16_t{});
    else
        launch(float{});
    seen.copy_(output);
    return true;
}
#else
bool Decoder::attendStepsOnDevice(
    std::int64_t, std::span<const SequencePart>, const at::Tensor &, const KvCache &, at::Tensor &) const
{
    return false;
}
#endif

at::Tensor Decoder::attention(std::int64_t index, const at::Tensor &x, std::span<const SequencePart> parts,
    const at::Tensor &positions, KvCache &cache) const
{
    const Layer &layer = m_layers[static_cast<std::size_t>(index)];
    const std::int64_t tokens = x.size(0), width = m_config.headSize();
    const std::array projections{layer.q, layer.k, layer.v};
    std::vector<at::Tensor> qkv;
    if (m_device.is_cpu())
        qkv = linears(x, projections);
    else
        for (const at::Tensor &weight : projections)
            qkv.push_back(linear(x, {weight, {}}));
    const at::Tensor q = m_rotary.turn(qkv[0].view({tokens, m_config.heads, width}), positions);
    const at::Tensor k = m_rotary.turn(qkv[1].view({tokens, m_config.keyValueHeads, width}), positions);
    const at::Tensor v = qkv[2].view({tokens, m_config.keyValueHeads, width});

    at::Tensor seen = at::empty({tokens, m_config.heads, width}, q.options());
    std::int64_t row = 0;
    for (const SequencePart &part : parts) {
        cache.write(
            index, part.blocks, part.firstPosition, k.narrow(0, row, part.tokens), v.narrow(0, row, part.tokens));
        row += part.tokens;
    }
    const bool stepping = std::all_of(parts.begin(), parts.end(), [](const SequencePart &p) { return p.tokens == 1; });
    if (stepping && m_device.is_cpu()) {
        attendSteps(index, parts, q, cache, seen);
    } else if (!stepping || !attendStepsOnDevice(index, parts, q, cache, seen)) {
        row = 0;
        for (const SequencePart &part : parts) {
            const auto rows = [&](const at::Tensor &all) { return all.narrow(0, row, part.tokens); };
            rows(seen).copy_(attendPrompt(index, part, rows(q), rows(k), rows(v), cache));
            row += part.tokens;
        }
    }
    const at::Tensor joined = seen.view({tokens, m_config.heads * width});
    return m_device.is_cpu() ? linears(joined, std::span(&layer.o, 1)).front() : linear(joined, {layer.o, {}});
}

at::Tensor Decoder::forward(
    const at::Tensor &hidden, std::span<const SequencePart> parts, KvCache &cache, const Observer &observer) const
{
    std::int64_t tokens = 0;
    for (const SequencePart &part : parts)
        tokens += part.tokens;
    base::checkShape("hidden", hidden.sizes(), {tokens, m_config.hiddenSize});
    const at::Tensor positions = positionsOf(parts, m_device);
    at::Tensor x = hidden;
    for (std::int64_t i = 0; i < m_config.layers; ++i) {
        observer.goOn();
        const Layer &layer = m_layers[static_cast<std::size_t>(i)];
        const std::string name = "layer" + std::to_string(i);
        x = x + attention(i, rmsNorm(x, layer.inputNorm), parts, positions, cache);
        const at::Tensor normed = rmsNorm(x, layer.postNorm);
        x = x
            + (layer.experts ? layer.experts->forward(normed, observer.under(name + "."))
                             : layer.dense.forward(normed));
        observer.see(name, x);
    }
    x = rmsNorm(x, m_finalNorm);
    observer.see("norm", x);
    return x;
}

at::Tensor Decoder::logits(const at::Tensor &normed) const
{
    if (!m_device.is_cpu())
        return as(linear(normed, {m_head, {}}), at::kFloat);
    const at::Tensor wide = linears(as(normed, at::kFloat), std::span(&m_head, 1)).front();
    const bool rounded = m_numerics.isReduced() && m_numerics.profile != Profile::Precise;
    return rounded ? as(as(wide, at::kBFloat16), at::kFloat) : wide;
}

} // namespace model
