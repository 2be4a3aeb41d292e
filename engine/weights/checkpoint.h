// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/weights/model_config.h"
#include "engine/weights/safetensors.h"

#include <ATen/core/Tensor.h>

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace weights {

/// A model's tensors by their checkpoint names: a folder's safetensors (one file, or shards with an index), or tensors
/// in memory. Const use is safe from any thread.
class Checkpoint {
public:
    /// Maps the folder's weights and checks names, shapes, types, count and bytes against its config.json.
    /// @throws base::BadModel naming the first thing wrong.
    static Checkpoint open(const std::filesystem::path &folder);

    /// Tensors made in memory (tests, fabricated models), checked against @p config in the same way.
    static Checkpoint fromTensors(const ModelConfig &config, std::map<std::string, at::Tensor, std::less<>> tensors);

    const ModelConfig &config() const { return m_config; }

    /// A view of the mapping, in the stored type (bfloat16, float16 or float32) and shape. Do not write to it.
    /// @throws base::BadModel when there is none of that name.
    at::Tensor tensor(std::string_view name) const;

    std::vector<std::string> names() const; ///< sorted
    std::uint64_t bytes() const { return m_bytes; } ///< of all tensors, as stored
    std::uint64_t bytesInUse() const { return m_bytesInUse; } ///< once loaded: float16 is widened to float32, in memory

private:
    explicit Checkpoint(ModelConfig config);
    void mapFolder(const std::filesystem::path &folder);
    void check(std::string_view where);

    ModelConfig m_config;
    std::map<std::string, at::Tensor, std::less<>> m_tensors;
    std::uint64_t m_bytes = 0;
    std::uint64_t m_bytesInUse = 0;
};

} // namespace weights
