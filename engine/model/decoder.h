// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/model/feed_forward.h"
#include "engine/model/kv_cache.h"
#include "engine/model/rotary.h"

#include <optional>
#include <span>
#include <vector>

namespace model {

/// One sequence's part of a pass: its next tokens, and where its keys and values lie.
struct SequencePart {
    std::span<const std::int32_t> blocks; ///< of the cache, enough for firstPosition + tokens
    std::int64_t firstPosition = 0; ///< tokens already in the cache
    std::int64_t tokens = 0; ///< new ones, ≥ 1
};

/// The language part: attention with rotary positions and experts (specification 5).
class Decoder {
public:
    Decoder(const weights::Checkpoint &checkpoint, at::Device device, Numerics numerics);

    /// Rows of the embedding table. @return [ids, hidden], the numerics' type, on the device.
    /// @throws base::ShapeError for an id outside the vocabulary.
    at::Tensor embed(std::span<const std::int32_t> ids) const;

    /// One pass over the new tokens of some sequences, which go into @p cache.
    ///
    /// A row gets the same bits whatever other sequences share the pass (CPU, one new token each).
    /// @param hidden  [tokens, hidden]: the parts' rows one after the other.
    /// @return        [tokens, hidden] after the final norm.
    /// Stages: layer0…, layerN.experts …, norm.
    /// @throws base::ShapeError, Stopped.
    at::Tensor forward(
        const at::Tensor &hidden, std::span<const SequencePart> parts, KvCache &cache, const Observer &observer) const;

    /// @param normed [rows, hidden] of forward → [rows, vocabulary], float32; rounded to bfloat16 first in the profiles
    /// whose head works in it.
    at::Tensor logits(const at::Tensor &normed) const;

    const weights::DecoderConfig &config() const { return m_config; }

private:
    struct Layer {
        at::Tensor inputNorm, postNorm, q, k, v, o;
        GatedLayer dense;
        std::optional<ExpertLayer> experts;
    };

    at::Tensor rmsNorm(const at::Tensor &x, const at::Tensor &weight) const;
    at::Tensor attention(std::int64_t index, const at::Tensor &x, std::span<const SequencePart> parts,
        const at::Tensor &positions, KvCache &cache) const;
    at::Tensor attendPrompt(std::int64_t layer, const SequencePart &part, const at::Tensor &q, const at::Tensor &k,
        const at::Tensor &v, const KvCache &cache) const;
    void attendSteps(std::int64_t layer, std::span<const SequencePart> parts, const at::Tensor &q, const KvCache &cache,
        at::Tensor &seen) const;
    bool attendStepsOnDevice(std::int64_t layer, std::span<const SequencePart> parts, const at::Tensor &q,
        const KvCache &cache, at::Tensor &seen) const;

    weights::DecoderConfig m_config;
    Numerics m_numerics;
    at::Device m_device;
    at::Tensor m_embedding, m_finalNorm, m_head;
    std::vector<Layer> m_layers;
    Rotary m_rotary;
};

} // namespace model
