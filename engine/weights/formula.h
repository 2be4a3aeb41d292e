// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/weights/checkpoint.h"
#include "engine/weights/model_config.h"

#include <ATen/core/Tensor.h>

#include <cstdint>
#include <filesystem>
#include <span>
#include <string_view>

namespace weights {

/// Where a tensor's made-up values lie: x = offset + scale * u, u in [-1, 1).
struct ValueRange {
    double offset = 0.0;
    double scale = 1.0;
};

/// By the name's kind and the shape's fan-in (tests/data/engine/README.md has the table).
ValueRange valueRange(std::string_view name, std::span<const std::int64_t> shape);

/// Fills @p values with the bfloat16 patterns of elements first, first + 1, … of the tensor.
void fabricate(std::string_view name, std::span<const std::int64_t> shape, std::uint64_t seed, std::int64_t first,
    std::span<std::uint16_t> values);

/// The whole tensor, bfloat16, on the CPU.
at::Tensor fabricateTensor(std::string_view name, std::span<const std::int64_t> shape, std::uint64_t seed);

/// All weights of a configuration in memory. The published sizes take 6.7 GB.
Checkpoint fabricateCheckpoint(const ModelConfig &config, std::uint64_t seed);

/// Writes model-00001-of-000001.safetensors and model.safetensors.index.json into @p folder, tensor by tensor.
/// @throws base::Exception when the disk refuses.
void fabricateFiles(const ModelConfig &config, std::uint64_t seed, const std::filesystem::path &folder);

} // namespace weights
