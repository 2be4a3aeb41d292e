// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/runtime/memory.h"

#ifdef ENGINE_CUDA
#include "engine/kernels/device.h"
#endif

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <limits>
#include <sys/resource.h>

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

constexpr std::uint64_t unlimited = std::numeric_limits<std::uint64_t>::max();

/// What one control group leaves. Page cache in use counts as taken, so this is low rather than high.
std::uint64_t groupLeaves(const std::filesystem::path &group)
{
    std::uint64_t limit = 0, used = 0;
    std::ifstream(group / "memory.max") >> limit; // "max": not a number, stays 0
    std::ifstream(group / "memory.current") >> used;
    if (limit == 0)
        return unlimited;
    return limit > used ? limit - used : 0;
}

/// What this process's control group and all above it leave.
std::uint64_t groupsLeave()
{
    const std::filesystem::path root = "/sys/fs/cgroup";
    std::string line;
    std::filesystem::path group = root;
    for (std::ifstream file("/proc/self/cgroup"); std::getline(file, line);)
        if (line.starts_with("0::/"))
            group = root / line.substr(4);
    std::uint64_t least = groupLeaves(root);
    for (; group != root && group.has_relative_path(); group = group.parent_path())
        least = std::min(least, groupLeaves(group));
    return least;
}

/// What the limit of this process's address space (ulimit -v) leaves.
std::uint64_t addressesLeft()
{
    rlimit limit{};
    if (getrlimit(RLIMIT_AS, &limit) != 0 || limit.rlim_cur == RLIM_INFINITY)
        return unlimited;
    const std::uint64_t used = field("/proc/self/status", "VmSize");
    return limit.rlim_cur > used ? limit.rlim_cur - used : 1; // 0 would mean "unknown"
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
    return std::min({field("/proc/meminfo", "MemAvailable"), groupsLeave(), addressesLeft()});
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
