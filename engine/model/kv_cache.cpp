// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/model/kv_cache.h"

#include <ATen/ops/empty.h>
#include <ATen/ops/tensor.h>
#include <c10/core/ScalarType.h>

namespace model {

KvCache::KvCache(const weights::DecoderConfig &config, std::int64_t blocks, at::Device device, at::ScalarType type)
    : m_blocks(blocks)
{
    const auto options = at::TensorOptions().device(device).dtype(type);
    for (std::int64_t layer = 0; layer < config.layers; ++layer) {
        m_keys.push_back(at::empty({blocks, config.keyValueHeads, blockTokens, config.headSize()}, options));
        m_values.push_back(at::empty({blocks, config.keyValueHeads, blockTokens, config.headSize()}, options));
    }
}

void KvCache::write(std::int64_t layer, std::span<const std::int32_t> blocks, std::int64_t firstPosition,
    const at::Tensor &k, const at::Tensor &v)
{
    const std::int64_t tokens = k.size(0);
    for (std::int64_t done = 0; done < tokens;) {
        const std::int64_t position = firstPosition + done;
        const std::int64_t slot = position % blockTokens;
        const std::int64_t count = std::min(blockTokens - slot, tokens - done);
        const std::int64_t block = blocks[static_cast<std::size_t>(position / blockTokens)];
        const auto put = [&](const at::Tensor &pool, const at::Tensor &rows) {
            pool.select(0, block).narrow(1, slot, count).copy_(rows.narrow(0, done, count).transpose(0, 1));
        };
        put(keys(layer), k);
        put(values(layer), v);
        done += count;
    }
}

at::Tensor KvCache::gather(const at::Tensor &pool, std::span<const std::int32_t> blocks, std::int64_t tokens)
{
    const auto used = static_cast<std::size_t>((tokens + blockTokens - 1) / blockTokens);
    const std::vector<std::int64_t> ids(blocks.begin(), blocks.begin() + static_cast<std::ptrdiff_t>(used));
    const at::Tensor index = at::tensor(ids, at::TensorOptions().dtype(at::kLong)).to(pool.device());
    const at::Tensor taken = pool.index_select(0, index).transpose(0, 1); // [heads, used, blockTokens, width]
    return taken.reshape({pool.size(1), -1, pool.size(3)}).narrow(1, 0, tokens);
}

std::int64_t KvCache::bytesPerBlock(const weights::DecoderConfig &config, at::ScalarType type)
{
    return config.layers * 2 * config.keyValueHeads * config.headSize() * blockTokens
        * static_cast<std::int64_t>(c10::elementSize(type));
}

} // namespace model
