// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ATen/core/Tensor.h>

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace weights {

/// One tensor of a safetensors header.
struct SafetensorsEntry {
    at::ScalarType type = at::kBFloat16;
    std::vector<std::int64_t> shape; ///< empty: a scalar
    std::uint64_t begin = 0; ///< first byte, counted from the first byte after the header
    std::uint64_t end = 0; ///< one past the last
};

struct SafetensorsHeader {
    std::map<std::string, SafetensorsEntry, std::less<>> entries;
    std::map<std::string, std::string, std::less<>> metadata;
    std::uint64_t dataStart = 0; ///< of the file: 8 + header length
};

/// Reads and checks the header: lengths inside the file, known types, bytes = product of the shape, ranges that touch
/// without overlap or hole and end with the file, no name twice. Touches nothing outside @p file.
/// @param file  the whole file.
/// @param where  names it in messages.
/// @throws base::BadModel with one sentence; never crashes, whatever the bytes.
SafetensorsHeader parseSafetensors(std::span<const std::byte> file, std::string_view where);

/// A safetensors file, memory-mapped. Tensors are views of the mapping and keep it alive; do not write to them.
class SafetensorsFile {
public:
    /// @throws base::BadModel when it cannot be read or is not well-formed.
    explicit SafetensorsFile(const std::filesystem::path &path);

    const SafetensorsHeader &header() const { return m_header; }
    const std::filesystem::path &path() const { return m_path; }
    bool contains(std::string_view name) const { return m_header.entries.contains(name); }

    /// The tensor without copying (with one copy where the file leaves it on an odd address).
    /// @throws base::BadModel when there is none of that name.
    at::Tensor tensor(std::string_view name) const;

private:
    class Mapping;
    std::filesystem::path m_path;
    std::shared_ptr<const Mapping> m_mapping;
    SafetensorsHeader m_header;
};

/// What writeSafetensors stores: contiguous CPU tensors are written as they are.
using NamedTensors = std::vector<std::pair<std::string, at::Tensor>>;

/// Writes one file (for dumps and tests), tensors in the given order, header padded to 8 bytes.
/// @throws base::Exception when the disk refuses.
void writeSafetensors(const std::filesystem::path &path, const NamedTensors &tensors);

} // namespace weights
