// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/weights/model_config.h"

#include <ATen/core/Tensor.h>

#include <cstdint>
#include <span>
#include <vector>

namespace model {

/// Keys and values of all layers in blocks of a fixed number of tokens; who owns which block is the runtime's business.
class KvCache {
public:
    static constexpr std::int64_t blockTokens = 64;

    /// Memory for @p blocks blocks at once (untouched pages cost nothing on the CPU until written).
    KvCache(const weights::DecoderConfig &config, std::int64_t blocks, at::Device device, at::ScalarType type);

    std::int64_t blocks() const { return m_blocks; }
    const at::Tensor &keys(std::int64_t layer) const { return m_keys[static_cast<std::size_t>(layer)]; }
    const at::Tensor &values(std::int64_t layer) const { return m_values[static_cast<std::size_t>(layer)]; }

    /// Stores new tokens' keys (already turned) and values.
    ///
    /// @param k, v    [tokens, heads, width] for positions firstPosition … of the sequence with these @p blocks.
    void write(std::int64_t layer, std::span<const std::int32_t> blocks, std::int64_t firstPosition,
        const at::Tensor &k, const at::Tensor &v);

    /// The first @p tokens keys or values of a sequence. @return [heads, tokens, width], a copy.
    static at::Tensor gather(const at::Tensor &pool, std::span<const std::int32_t> blocks, std::int64_t tokens);

    /// Bytes of one block over all layers.
    static std::int64_t bytesPerBlock(const weights::DecoderConfig &config, at::ScalarType type);

private:
    std::int64_t m_blocks;
    std::vector<at::Tensor> m_keys; ///< a layer's: [blocks, heads, blockTokens, width]
    std::vector<at::Tensor> m_values;
};

} // namespace model
