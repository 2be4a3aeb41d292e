// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/tokenizer/added_tokens.h"

namespace tokenizer {

AddedTokens::AddedTokens()
    : m_nodes(1)
{
}

std::int32_t AddedTokens::child(std::int32_t node, char byte) const
{
    for (const auto &[label, target] : m_nodes[static_cast<std::size_t>(node)].children)
        if (label == byte)
            return target;
    return -1;
}

void AddedTokens::add(std::string_view text, std::int32_t id)
{
    m_starts[static_cast<unsigned char>(text.front())] = true;
    std::int32_t node = 0;
    for (const char byte : text) {
        std::int32_t target = child(node, byte);
        if (target < 0) {
            target = static_cast<std::int32_t>(m_nodes.size());
            m_nodes[static_cast<std::size_t>(node)].children.emplace_back(byte, target);
            m_nodes.emplace_back();
        }
        node = target;
    }
    m_nodes[static_cast<std::size_t>(node)].id = id;
}

std::optional<AddedTokens::Match> AddedTokens::find(std::string_view text, std::size_t from) const
{
    for (std::size_t begin = from; begin < text.size(); ++begin) {
        if (!m_starts[static_cast<unsigned char>(text[begin])])
            continue;
        std::optional<Match> longest;
        std::int32_t node = 0;
        for (std::size_t end = begin; end < text.size() && (node = child(node, text[end])) >= 0; ++end)
            if (const std::int32_t id = m_nodes[static_cast<std::size_t>(node)].id; id >= 0)
                longest = Match{begin, end + 1, id};
        if (longest)
            return longest;
    }
    return {};
}

} // namespace tokenizer
