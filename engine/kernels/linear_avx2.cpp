// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/kernels/linear_wide.h"

#if defined(__x86_64__)

#include <immintrin.h>

namespace {

struct Lanes {
    using Vector = __m256;
    static constexpr int width = 8;
    static constexpr int rowTile = 3; // 3 × 3 sums, 3 weights and one input fill 13 of the 16 registers
    static constexpr int outputTile = 3;

    static Vector zero() { return _mm256_setzero_ps(); }
    static Vector widen(__m128i bits)
    {
        return _mm256_castsi256_ps(_mm256_slli_epi32(_mm256_cvtepu16_epi32(bits), 16));
    }
    static Vector load(const float *from) { return _mm256_loadu_ps(from); }
    static Vector load(const float *from, int count)
    {
        alignas(32) float part[8] = {};
        for (int i = 0; i < count; ++i)
            part[i] = from[i];
        return _mm256_load_ps(part);
    }
    static Vector loadWeights(const std::uint16_t *from)
    {
        return widen(_mm_loadu_si128(reinterpret_cast<const __m128i *>(from)));
    }
    static Vector loadWeights(const std::uint16_t *from, int count)
    {
        alignas(16) std::uint16_t part[8] = {};
        for (int i = 0; i < count; ++i)
            part[i] = from[i];
        return widen(_mm_load_si128(reinterpret_cast<const __m128i *>(part)));
    }
    static Vector multiplyAdd(Vector a, Vector b, Vector c) { return _mm256_fmadd_ps(a, b, c); }
    static float sum(Vector v)
    {
        __m128 low = _mm_add_ps(_mm256_castps256_ps128(v), _mm256_extractf128_ps(v, 1));
        low = _mm_add_ps(low, _mm_movehl_ps(low, low));
        return _mm_cvtss_f32(_mm_add_ss(low, _mm_movehdup_ps(low)));
    }
};

} // namespace

#include "engine/kernels/linear_tiles.h"

namespace kernels {

void runLinearAvx2(const LinearJob &job, std::int64_t first, std::int64_t last)
{
    multiplyBlocks(job, first, last);
}

} // namespace kernels

#endif
