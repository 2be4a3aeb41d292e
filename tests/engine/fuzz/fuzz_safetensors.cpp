// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as a safetensors file, and as a header whose length is right: refused with a sentence or read, nothing else.
#include "engine/base/exceptions.h"
#include "engine/weights/safetensors.h"

#include <cstdlib>
#include <cstring>

namespace {

void check(std::span<const std::byte> file)
{
    try {
        const auto header = weights::parseSafetensors(file, "fuzz");
        for (const auto &[name, entry] : header.entries)
            if (entry.begin > entry.end || header.dataStart + entry.end > file.size())
                std::abort();
    } catch (const base::BadModel &) {
        // Refused, as it should be.
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    check(std::as_bytes(std::span(data, size)));
    // The first byte says how much of the rest is data behind the header.
    if (size < 1)
        return 0;
    const std::size_t tail = std::min<std::size_t>(data[0], size - 1);
    const std::uint64_t length = size - 1 - tail;
    std::vector<std::byte> file(8 + size - 1);
    std::memcpy(file.data(), &length, 8);
    std::memcpy(file.data() + 8, data + 1, size - 1);
    check(file);
    return 0;
}
