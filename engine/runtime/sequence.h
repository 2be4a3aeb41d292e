// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ATen/core/Tensor.h>

#include <cstdint>
#include <vector>

namespace runtime {

/// What one request is to the network: its ids, its picture's rows, and its place in the cache.
struct Sequence {
    std::vector<std::int32_t> ids; ///< prompt, then what was generated
    std::int64_t promptLength = 0; ///< ids of the prompt
    std::int64_t firstPlaceholder = 0; ///< index in ids of the first row of `vision`
    at::Tensor vision; ///< [placeholders, hidden]; undefined without a picture
    std::int64_t cached = 0; ///< ids whose keys and values are in the cache
    std::vector<std::int32_t> blocks; ///< of the cache, owned

    std::int64_t length() const { return static_cast<std::int64_t>(ids.size()); }
    std::int64_t generated() const { return length() - promptLength; }
};

} // namespace runtime
