// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/weights/safetensors.h"

#include "engine/base/exceptions.h"

#include <ATen/ops/empty.h>
#include <ATen/ops/from_blob.h>

#include <nlohmann/json.hpp>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <fstream>

namespace weights {

/// A file's bytes, read-only, as long as it lives.
class SafetensorsFile::Mapping {
public:
    explicit Mapping(const std::filesystem::path &path)
    {
        const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
        struct ::stat status{};
        if (descriptor < 0 || ::fstat(descriptor, &status) != 0) {
            const std::string reason = std::strerror(errno);
            if (descriptor >= 0)
                ::close(descriptor);
            throw base::BadModel(path.string() + ": cannot be read (" + reason + ")");
        }
        m_size = static_cast<std::size_t>(status.st_size);
        const bool regular = S_ISREG(status.st_mode);
        if (regular && m_size > 0)
            m_data = ::mmap(nullptr, m_size, PROT_READ, MAP_PRIVATE, descriptor, 0);
        ::close(descriptor);
        if (!regular)
            throw base::BadModel(path.string() + ": is not a file");
        if (m_data == MAP_FAILED)
            throw base::BadModel(path.string() + ": cannot be mapped into memory");
    }
    ~Mapping()
    {
        if (m_data)
            ::munmap(m_data, m_size);
    }
    Mapping(const Mapping &) = delete;
    Mapping &operator=(const Mapping &) = delete;

    std::span<const std::byte> bytes() const { return {static_cast<const std::byte *>(m_data), m_size}; }

private:
    void *m_data = nullptr;
    std::size_t m_size = 0;
};

namespace {

const char *dtypeName(at::ScalarType type)
{
    switch (type) {
    case at::kBFloat16:
        return "BF16";
    case at::kHalf:
        return "F16";
    case at::kFloat:
        return "F32";
    case at::kDouble:
        return "F64";
    case at::kLong:
        return "I64";
    case at::kInt:
        return "I32";
    case at::kByte:
        return "U8";
    case at::kBool:
        return "BOOL";
    default:
        throw base::Exception("writeSafetensors: no name for this type");
    }
}

} // namespace

SafetensorsFile::SafetensorsFile(const std::filesystem::path &path)
    : m_path(path)
    , m_mapping(std::make_shared<const Mapping>(path))
    , m_header(parseSafetensors(m_mapping->bytes(), path.string()))
{
}

at::Tensor SafetensorsFile::tensor(std::string_view name) const
{
    const auto found = m_header.entries.find(name);
    if (found == m_header.entries.end())
        throw base::BadModel(m_path.string() + ": has no tensor " + std::string(name));
    const SafetensorsEntry &entry = found->second;
    if (entry.begin == entry.end)
        return at::empty(entry.shape, at::TensorOptions(entry.type));
    const std::byte *data = m_mapping->bytes().data() + m_header.dataStart + entry.begin;
    if (reinterpret_cast<std::uintptr_t>(data) % c10::elementSize(entry.type) != 0) {
        at::Tensor copy = at::empty(entry.shape, at::TensorOptions(entry.type));
        std::memcpy(copy.data_ptr(), data, entry.end - entry.begin);
        return copy;
    }
    // from_blob wants a mutable pointer; the header says that nobody writes, and the mapping would refuse it.
    return at::from_blob(
        const_cast<std::byte *>(data), entry.shape, [mapping = m_mapping](void *) { }, at::TensorOptions(entry.type));
}

void writeSafetensors(const std::filesystem::path &path, const NamedTensors &tensors)
{
    nlohmann::ordered_json header = nlohmann::ordered_json::object();
    std::size_t offset = 0;
    for (const auto &[name, tensor] : tensors) {
        header[name] = {{"dtype", dtypeName(tensor.scalar_type())}, {"shape", tensor.sizes().vec()},
            {"data_offsets", {offset, offset + tensor.nbytes()}}};
        offset += tensor.nbytes();
    }
    std::string text = header.dump();
    text.append((8 - text.size() % 8) % 8, ' ');
    const std::uint64_t length = text.size();
    std::ofstream file(path, std::ios::binary | std::ios::trunc);
    file.write(reinterpret_cast<const char *>(&length), 8);
    file.write(text.data(), static_cast<std::streamsize>(text.size()));
    for (const auto &[name, tensor] : tensors)
        file.write(static_cast<const char *>(tensor.contiguous().const_data_ptr()),
            static_cast<std::streamsize>(tensor.nbytes()));
    file.close();
    if (!file)
        throw base::Exception(path.string() + ": could not be written");
}

} // namespace weights
