// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/runtime/block_manager.h"

namespace runtime {

BlockManager::BlockManager(std::int64_t blocks, std::int64_t tokensPerBlock)
    : m_blocks(blocks)
    , m_tokensPerBlock(tokensPerBlock)
{
    for (std::int64_t block = blocks; block-- > 0;)
        m_free.push_back(static_cast<std::int32_t>(block));
}

std::int64_t BlockManager::blocksFor(std::int64_t tokens) const
{
    return (tokens + m_tokensPerBlock - 1) / m_tokensPerBlock;
}

bool BlockManager::grow(std::vector<std::int32_t> &owned, std::int64_t tokens)
{
    const std::int64_t missing = blocksFor(tokens) - static_cast<std::int64_t>(owned.size());
    if (missing > freeBlocks())
        return false;
    for (std::int64_t i = 0; i < missing; ++i) {
        owned.push_back(m_free.back());
        m_free.pop_back();
    }
    return true;
}

void BlockManager::release(std::vector<std::int32_t> &owned)
{
    while (!owned.empty()) {
        m_free.push_back(owned.back());
        owned.pop_back();
    }
}

} // namespace runtime
