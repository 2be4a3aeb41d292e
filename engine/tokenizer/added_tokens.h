// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace tokenizer {

/// Finds added tokens in raw text: leftmost first, the longest among those that start there. A trie over bytes.
class AddedTokens {
public:
    AddedTokens();

    /// @pre text is not empty.
    void add(std::string_view text, std::int32_t id);

    struct Match {
        std::size_t begin = 0;
        std::size_t end = 0;
        std::int32_t id = 0;
    };

    /// The first one at or behind @p from.
    std::optional<Match> find(std::string_view text, std::size_t from) const;

private:
    struct Node {
        std::vector<std::pair<char, std::int32_t>> children;
        std::int32_t id = -1;
    };
    std::int32_t child(std::int32_t node, char byte) const;

    std::vector<Node> m_nodes;
    bool m_starts[256] = {}; ///< bytes that some token begins with
};

} // namespace tokenizer
