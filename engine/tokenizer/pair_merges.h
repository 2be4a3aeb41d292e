// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <limits>
#include <span>
#include <vector>

namespace tokenizer {

/// The ranked merges of a byte-pair encoding.
class PairMerges {
public:
    /// @p expected: how many pairs will be added.
    explicit PairMerges(std::size_t expected);

    /// A pair given again replaces the earlier one, as the published library does.
    void add(std::int32_t left, std::int32_t right, std::int32_t merged, std::uint32_t rank);

    /// Merges @p symbols in place: always the pair of lowest rank, the leftmost among equals. Linear or n log n.
    void apply(std::vector<std::int32_t> &symbols) const;

private:
    static constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();
    struct Merge {
        std::uint32_t rank = none;
        std::int32_t merged = -1;
    };
    struct Slot {
        std::uint64_t pair = ~std::uint64_t{0};
        Merge merge;
    };

    std::size_t slotOf(std::uint64_t pair) const;
    Merge find(std::int32_t left, std::int32_t right) const;
    void applyShort(std::vector<std::int32_t> &symbols) const;
    void applyLong(std::vector<std::int32_t> &symbols) const;

    std::vector<Slot> m_slots; ///< open addressing; a power of two, at most half full
};

} // namespace tokenizer
