// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/kernels/linear_wide.h"

#if defined(__x86_64__)

#include <immintrin.h>

namespace {

struct Lanes {
    using Vector = __m512;
    static constexpr int width = 16;
    static constexpr int rowTile = 6; // 6 × 4 sums, 4 weights and one input fill 29 of the 32 registers
    static constexpr int outputTile = 4;

    static Vector zero() { return _mm512_setzero_ps(); }
    static Vector widen(__m256i bits)
    {
        return _mm512_castsi512_ps(_mm512_slli_epi32(_mm512_cvtepu16_epi32(bits), 16));
    }
    static Vector load(const float *from) { return _mm512_loadu_ps(from); }
    static Vector load(const float *from, int count)
    {
        return _mm512_maskz_loadu_ps(static_cast<__mmask16>((1U << count) - 1U), from);
    }
    static Vector loadWeights(const std::uint16_t *from)
    {
        return widen(_mm256_loadu_si256(reinterpret_cast<const __m256i *>(from)));
    }
    static Vector loadWeights(const std::uint16_t *from, int count)
    {
        return widen(_mm256_maskz_loadu_epi16(static_cast<__mmask16>((1U << count) - 1U), from));
    }
    static Vector multiplyAdd(Vector a, Vector b, Vector c) { return _mm512_fmadd_ps(a, b, c); }
    static float sum(Vector v) { return _mm512_reduce_add_ps(v); }
};

} // namespace

#include "engine/kernels/linear_tiles.h"

namespace kernels {

void runLinearAvx512(const LinearJob &job, std::int64_t first, std::int64_t last)
{
    multiplyBlocks(job, first, last);
}

} // namespace kernels

#endif
