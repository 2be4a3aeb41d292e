// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace runtime {

/// Ids that would complete an n-gram which started inside the last @p window generated ids (specification 7.2).
///
/// @param generated  the output so far, without the prompt.
/// @param n          length of the n-gram; below 2 nothing is banned, as in the published code.
/// @param window     below n nothing is banned.
/// @param whitelist  ids that are never banned, in any order.
/// @return           ascending, each once.
std::vector<std::int32_t> bannedInWindow(std::span<const std::int32_t> generated, std::int64_t n, std::int64_t window,
    std::span<const std::int32_t> whitelist);

/// Ids that ever followed the last n - 1 of @p sequence anywhere in it (specification 7.3; no window, no whitelist).
///
/// @param sequence  the prompt's ids (placeholders too) and the output so far.
/// @param n         1 bans every id seen; 0 and below nothing.
/// @return          ascending, each once.
std::vector<std::int32_t> bannedAnywhere(std::span<const std::int32_t> sequence, std::int64_t n);

} // namespace runtime
