// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/runtime/ngram.h"

#include <algorithm>

namespace runtime {

namespace {

/// Followers of the last n - 1 ids among the n-grams that start at @p first or behind it.
std::vector<std::int32_t> followers(std::span<const std::int32_t> ids, std::int64_t n, std::int64_t first)
{
    const auto length = static_cast<std::int64_t>(ids.size());
    std::vector<std::int32_t> found;
    if (length < n)
        return found;
    const auto suffix = ids.last(static_cast<std::size_t>(n - 1));
    for (std::int64_t start = first; start + n <= length; ++start) {
        const auto gram = ids.subspan(static_cast<std::size_t>(start), static_cast<std::size_t>(n));
        if (std::equal(suffix.begin(), suffix.end(), gram.begin()))
            found.push_back(gram.back());
    }
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

} // namespace

std::vector<std::int32_t> bannedInWindow(std::span<const std::int32_t> generated, std::int64_t n, std::int64_t window,
    std::span<const std::int32_t> whitelist)
{
    if (n < 2 || window < n)
        return {};
    const auto length = static_cast<std::int64_t>(generated.size());
    std::vector<std::int32_t> banned = followers(generated, n, std::max<std::int64_t>(0, length - window));
    std::erase_if(
        banned, [&](std::int32_t id) { return std::find(whitelist.begin(), whitelist.end(), id) != whitelist.end(); });
    return banned;
}

std::vector<std::int32_t> bannedAnywhere(std::span<const std::int32_t> sequence, std::int64_t n)
{
    return n < 1 ? std::vector<std::int32_t>() : followers(sequence, n, 0);
}

} // namespace runtime
