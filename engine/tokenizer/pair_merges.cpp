// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/tokenizer/pair_merges.h"

#include <algorithm>
#include <array>
#include <bit>
#include <queue>

namespace tokenizer {

namespace {

// Up to here looking through all pairs for the lowest is faster than a heap.
constexpr std::size_t shortLength = 48;

std::uint64_t key(std::int32_t left, std::int32_t right)
{
    return static_cast<std::uint64_t>(static_cast<std::uint32_t>(left)) << 32 | static_cast<std::uint32_t>(right);
}

} // namespace

PairMerges::PairMerges(std::size_t expected)
    : m_slots(std::bit_ceil(2 * expected + 16))
{
}

std::size_t PairMerges::slotOf(std::uint64_t pair) const
{
    const std::size_t mask = m_slots.size() - 1;
    std::size_t slot = static_cast<std::size_t>((pair * 0x9E3779B97F4A7C15u) >> 20) & mask;
    while (m_slots[slot].pair != pair && m_slots[slot].merge.rank != none)
        slot = (slot + 1) & mask;
    return slot;
}

void PairMerges::add(std::int32_t left, std::int32_t right, std::int32_t merged, std::uint32_t rank)
{
    const std::uint64_t pair = key(left, right);
    m_slots[slotOf(pair)] = {pair, {rank, merged}};
}

PairMerges::Merge PairMerges::find(std::int32_t left, std::int32_t right) const
{
    return m_slots[slotOf(key(left, right))].merge;
}

void PairMerges::apply(std::vector<std::int32_t> &symbols) const
{
    if (symbols.size() <= shortLength)
        applyShort(symbols);
    else
        applyLong(symbols);
}

void PairMerges::applyShort(std::vector<std::int32_t> &symbols) const
{
    std::array<Merge, shortLength> merges;
    std::size_t size = symbols.size();
    for (std::size_t i = 0; i + 1 < size; ++i)
        merges[i] = find(symbols[i], symbols[i + 1]);
    while (size > 1) {
        std::size_t best = 0;
        for (std::size_t i = 1; i + 1 < size; ++i)
            if (merges[i].rank < merges[best].rank)
                best = i;
        if (merges[best].rank == none)
            break;
        symbols[best] = merges[best].merged;
        std::copy(symbols.begin() + static_cast<std::ptrdiff_t>(best) + 2,
            symbols.begin() + static_cast<std::ptrdiff_t>(size),
            symbols.begin() + static_cast<std::ptrdiff_t>(best) + 1);
        --size;
        std::copy(merges.begin() + best + 1, merges.begin() + size, merges.begin() + best);
        if (best > 0)
            merges[best - 1] = find(symbols[best - 1], symbols[best]);
        if (best + 1 < size)
            merges[best] = find(symbols[best], symbols[best + 1]);
    }
    symbols.resize(size);
}

/// A linked list of symbols and a heap of the pairs that may still be merged; a pair that changed meanwhile is skipped.
void PairMerges::applyLong(std::vector<std::int32_t> &symbols) const
{
    struct Candidate {
        std::uint32_t rank;
        std::uint32_t position;
        std::int32_t merged;
        bool operator<(const Candidate &other) const
        {
            return rank != other.rank ? rank > other.rank : position > other.position;
        }
    };
    constexpr std::int32_t gone = -1;
    const auto size = static_cast<std::uint32_t>(symbols.size());
    std::vector<std::uint32_t> previous(size), next(size);
    std::vector<Candidate> start;
    for (std::uint32_t i = 0; i < size; ++i) {
        previous[i] = i - 1;
        next[i] = i + 1;
        if (const Merge merge = i + 1 < size ? find(symbols[i], symbols[i + 1]) : Merge{}; merge.rank != none)
            start.push_back({merge.rank, i, merge.merged});
    }
    std::priority_queue<Candidate> candidates({}, std::move(start));
    const auto propose = [&](std::uint32_t left, std::uint32_t right) {
        if (const Merge merge = find(symbols[left], symbols[right]); merge.rank != none)
            candidates.push({merge.rank, left, merge.merged});
    };
    while (!candidates.empty()) {
        const Candidate candidate = candidates.top();
        candidates.pop();
        const std::uint32_t left = candidate.position;
        const std::uint32_t right = symbols[left] == gone ? size : next[left];
        if (right >= size || find(symbols[left], symbols[right]).merged != candidate.merged)
            continue;
        symbols[left] = candidate.merged;
        symbols[right] = gone;
        next[left] = next[right];
        if (next[left] < size) {
            previous[next[left]] = left;
            propose(left, next[left]);
        }
        if (previous[left] < size)
            propose(previous[left], left);
    }
    std::erase(symbols, gone);
}

} // namespace tokenizer
