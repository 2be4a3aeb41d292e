// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/model/network.h"
#include "engine/runtime/picture.h"
#include "engine/runtime/sequence.h"

#include <span>

namespace runtime {

/// A sequence's part of the next pass.
struct BatchPart {
    Sequence *sequence = nullptr; ///< not null; owns enough blocks for cached + tokens
    std::int64_t tokens = 0; ///< how many of its uncached ids to take, ≥ 1
};

/// Computes and knows no policy: pictures to rows, batches to logits. One thread.
class ModelRunner {
public:
    /// @param network  outlives the runner. @param cacheBlocks  of model::KvCache::blockTokens tokens each.
    ModelRunner(const model::Network &network, std::int64_t cacheBlocks);

    /// The rows that replace a picture's placeholders. Stages: tiles.…, view.…
    /// @return [layout.placeholders, hidden]. @throws model::Stopped.
    at::Tensor encode(const Picture &picture, const model::Observer &observer) const;

    /// One pass over the batch; afterwards the taken ids are cached. Stages: decoder.input, decoder.layer0 …
    /// @return [tokens of all parts, hidden] after the final norm. @throws model::Stopped (nothing counts as cached then).
    at::Tensor forward(std::span<const BatchPart> batch, const model::Observer &observer);

    /// forward, then the logits of each part's last token. @return [parts, vocabulary], float32, CPU.
    at::Tensor run(std::span<const BatchPart> batch, const model::Observer &observer);

    const model::Network &network() const { return m_network; }
    std::int64_t cacheBlocks() const { return m_cache.blocks(); }

private:
    at::Tensor inputRows(const BatchPart &part) const;

    const model::Network &m_network;
    model::KvCache m_cache;
};

} // namespace runtime
