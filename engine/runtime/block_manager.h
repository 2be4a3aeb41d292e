// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

namespace runtime {

/// Who owns which block of the cache. Knows no tensor; one thread.
class BlockManager {
public:
    BlockManager(std::int64_t blocks, std::int64_t tokensPerBlock);

    /// Lengthens @p owned until it holds @p tokens tokens. @return false, and nothing changed, when too few are free.
    bool grow(std::vector<std::int32_t> &owned, std::int64_t tokens);

    /// Gives all blocks back and empties @p owned.
    void release(std::vector<std::int32_t> &owned);

    std::int64_t blocksFor(std::int64_t tokens) const;
    std::int64_t freeBlocks() const { return static_cast<std::int64_t>(m_free.size()); }
    std::int64_t blocks() const { return m_blocks; }

private:
    std::int64_t m_blocks;
    std::int64_t m_tokensPerBlock;
    std::vector<std::int32_t> m_free; ///< the next one to give is the last
};

} // namespace runtime
