// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/kernels/processor.h"

#include <algorithm>
#include <cstdlib>
#include <string_view>

namespace kernels {

namespace {

Instructions detected()
{
#if defined(__x86_64__)
    __builtin_cpu_init();
    const bool wide = __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw")
        && __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512dq");
    if (wide)
        return Instructions::Avx512;
    if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma"))
        return Instructions::Avx2;
#endif
    return Instructions::Plain;
}

Instructions allowed()
{
    const char *wish = std::getenv("RECTO_INSTRUCTIONS");
    if (wish && std::string_view(wish) == "plain")
        return Instructions::Plain;
    if (wish && std::string_view(wish) == "avx2")
        return Instructions::Avx2;
    return Instructions::Avx512;
}

} // namespace

Instructions bestInstructions()
{
    static const Instructions best = std::min(detected(), allowed());
    return best;
}

bool hasFastBfloat16()
{
#if defined(__x86_64__)
    static const bool fast = [] {
        __builtin_cpu_init();
        return bestInstructions() == Instructions::Avx512 && __builtin_cpu_supports("avx512bf16");
    }();
    return fast;
#else
    return false;
#endif
}

const char *instructionsName(Instructions set)
{
    switch (set) {
    case Instructions::Plain:
        return "plain";
    case Instructions::Avx2:
        return "avx2";
    case Instructions::Avx512:
        return "avx512";
    }
    return "plain";
}

} // namespace kernels
