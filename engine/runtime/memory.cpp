// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/runtime/memory.h"

#ifdef ENGINE_CUDA
#include "engine/kernels/device.h"
#endif

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <limits>

namespace runtime {

namespace {

/// The number after "NAME:" in a /proc file of "NAME:   123 kB" lines, in bytes; 0 when there is none.
std::uint64_t field(const char *path, const std::string &name)
{
    std::ifstream file(path);
    std::string word;
    while (file >> word) {
        std::uint64_t kilobytes = 0;
        if (word == name + ":" && file >> kilobytes)
            return kilobytes * 1024;
    }
    return 0;
}

/// What the control group leaves; a very large number without a limit. Page cache in use counts as taken, so this is low
/// rather than high.
std::uint64_t groupLeaves()
{
    std::uint64_t limit = 0, used = 0;
    std::ifstream("/sys/fs/cgroup/memory.max") >> limit; // "max": not a number, stays 0
    std::ifstream("/sys/fs/cgroup/memory.current") >> used;
    if (limit == 0)
        return std::numeric_limits<std::uint64_t>::max();
    return limit > used ? limit - used : 0;
}

} // namespace

std::uint64_t availableBytes(c10::Device device)
{
#ifdef ENGINE_CUDA
    if (device.is_cuda())
        return kernels::freeDeviceBytes(device.has_index() ? device.index() : 0);
#endif
    if (!device.is_cpu())
        return 0;
    return std::min(field("/proc/meminfo", "MemAvailable"), groupLeaves());
}

std::uint64_t peakBytes()
{
    return field("/proc/self/status", "VmHWM");
}

std::string gigabytes(std::uint64_t bytes)
{
    char text[32];
    std::snprintf(text, sizeof text, "%.1f GB", static_cast<double>(bytes) / 1e9);
    return text;
}

} // namespace runtime
