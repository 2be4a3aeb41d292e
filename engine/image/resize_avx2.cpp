// SPDX-License-Identifier: GPL-3.0-or-later
// A weight w of 23 bits is split as high * 2^11 + low, both of 16 bits, so that two products at a time are made and summed
// by one multiply-add of 16-bit pairs: exact, and twice as fast as 32-bit products.
#include "engine/image/resize_kernels.h"

#if defined(__x86_64__)

#include <immintrin.h>

#include <algorithm>
#include <cstring>

#define AVX2 __attribute__((target("avx2")))

namespace image {

namespace {

constexpr int lowBits = 11;
constexpr std::int32_t half = 1 << (weightBits - 1);

/// Two 16-bit numbers in one lane.
std::int32_t pair(std::int32_t first, std::int32_t second)
{
    return static_cast<std::int32_t>(
        (static_cast<std::uint32_t>(first) & 0xFFFF) | static_cast<std::uint32_t>(second) << 16);
}

std::int32_t highPair(std::int32_t a, std::int32_t b)
{
    return pair(a >> lowBits, b >> lowBits);
}
std::int32_t lowPair(std::int32_t a, std::int32_t b)
{
    return pair(a & ((1 << lowBits) - 1), b & ((1 << lowBits) - 1));
}

/// packed: per output and group of four inputs: high pair 0-1, low pair 0-1, high pair 2-3, low pair 2-3.
RowFilter makeRowFilter(FilterAxis axis)
{
    RowFilter filter;
    filter.groups = (axis.most + 3) / 4;
    for (int x = 0; x < axis.outputs; ++x) {
        const std::int32_t *weights = axis.weightsOf(x);
        const auto weight = [&](int i) { return i < axis.most ? weights[i] : 0; };
        for (int i = 0; i < 4 * filter.groups; i += 2) {
            filter.packed.push_back(highPair(weight(i), weight(i + 1)));
            filter.packed.push_back(lowPair(weight(i), weight(i + 1)));
        }
        const auto end = 3 * static_cast<std::size_t>(axis.first[static_cast<std::size_t>(x)] + 4 * filter.groups) + 4;
        filter.lastByteRead = std::max(filter.lastByteRead, end);
    }
    filter.axis = std::move(axis);
    return filter;
}

AVX2 inline __m256i loadTwoRows(const std::uint8_t *upper, const std::uint8_t *lower)
{
    const __m128i first = _mm_loadu_si128(reinterpret_cast<const __m128i *>(upper));
    return _mm256_inserti128_si256(
        _mm256_castsi128_si256(first), _mm_loadu_si128(reinterpret_cast<const __m128i *>(lower)), 1);
}

/// Two rows' sums of one output pixel, each in a lane of 128 bits: red, green, blue, nothing.
struct Sums {
    __m256i high;
    __m256i low;
};

AVX2 inline void addGroup(Sums &sums, __m256i pixels, const std::int32_t *weights)
{
    // Bytes of two neighbouring pixels become 16-bit pairs: r0 r1, g0 g1, b0 b1, 0 0.
    const __m256i firstTwo = _mm256_setr_epi8(0, -1, 3, -1, 1, -1, 4, -1, 2, -1, 5, -1, -1, -1, -1, -1, //
        0, -1, 3, -1, 1, -1, 4, -1, 2, -1, 5, -1, -1, -1, -1, -1);
    const __m256i lastTwo = _mm256_setr_epi8(6, -1, 9, -1, 7, -1, 10, -1, 8, -1, 11, -1, -1, -1, -1, -1, //
        6, -1, 9, -1, 7, -1, 10, -1, 8, -1, 11, -1, -1, -1, -1, -1);
    const __m256i a = _mm256_shuffle_epi8(pixels, firstTwo);
    const __m256i b = _mm256_shuffle_epi8(pixels, lastTwo);
    sums.high = _mm256_add_epi32(sums.high, _mm256_madd_epi16(a, _mm256_set1_epi32(weights[0])));
    sums.low = _mm256_add_epi32(sums.low, _mm256_madd_epi16(a, _mm256_set1_epi32(weights[1])));
    sums.high = _mm256_add_epi32(sums.high, _mm256_madd_epi16(b, _mm256_set1_epi32(weights[2])));
    sums.low = _mm256_add_epi32(sums.low, _mm256_madd_epi16(b, _mm256_set1_epi32(weights[3])));
}

AVX2 inline __m256i toLevels(const Sums &sums)
{
    return _mm256_srai_epi32(_mm256_add_epi32(_mm256_slli_epi32(sums.high, lowBits), sums.low), weightBits);
}

/// @pre four rows, and lastByteRead behind the last of them is still in the picture.
AVX2 void filterFourRows(const base::Rgb8Image &source, int y, const RowTargets &targets, const RowFilter &filter)
{
    const std::uint8_t *rows[rowsTogether] = {source.row(y), source.row(y + 1), source.row(y + 2), source.row(y + 3)};
    const std::int32_t *weights = filter.packed.data();
    for (int x = 0; x < filter.axis.outputs; ++x) {
        const std::size_t offset = 3 * static_cast<std::size_t>(filter.axis.first[static_cast<std::size_t>(x)]);
        Sums upper{_mm256_setzero_si256(), _mm256_set1_epi32(half)};
        Sums lower = upper;
        for (int group = 0; group < filter.groups; ++group, weights += 4) {
            const std::size_t at = offset + 12 * static_cast<std::size_t>(group);
            addGroup(upper, loadTwoRows(rows[0] + at, rows[1] + at), weights);
            addGroup(lower, loadTwoRows(rows[2] + at, rows[3] + at), weights);
        }
        // 32-bit lanes: row 0, row 2 | row 1, row 3, each r g b 0 in bytes.
        const __m256i words = _mm256_packs_epi32(toLevels(upper), toLevels(lower));
        const __m256i bytes = _mm256_packus_epi16(words, words);
        const __m128i even = _mm256_castsi256_si128(bytes), odd = _mm256_extracti128_si256(bytes, 1);
        const std::uint32_t pixels[rowsTogether] = {static_cast<std::uint32_t>(_mm_cvtsi128_si32(even)),
            static_cast<std::uint32_t>(_mm_cvtsi128_si32(odd)), static_cast<std::uint32_t>(_mm_extract_epi32(even, 1)),
            static_cast<std::uint32_t>(_mm_extract_epi32(odd, 1))};
        // The fourth byte falls on the pixel that comes next; the last pixel of a row has none.
        const std::size_t count = x + 1 < filter.axis.outputs ? 4 : 3;
        for (std::size_t row = 0; row < rowsTogether; ++row) {
            if (count == 4)
                std::memcpy(targets[row] + 3 * static_cast<std::size_t>(x), &pixels[row], 4);
            else
                std::memcpy(targets[row] + 3 * static_cast<std::size_t>(x), &pixels[row], 3);
        }
    }
}

void filterRows(const base::Rgb8Image &source, int y, int rows, const RowTargets &targets, const RowFilter &filter)
{
    const std::size_t lastRow = static_cast<std::size_t>(y + rows - 1) * source.rowBytes();
    if (rows == rowsTogether && lastRow + filter.lastByteRead <= source.pixels.size())
        filterFourRows(source, y, targets, filter);
    else
        plainKernels().filterRows(source, y, rows, targets, filter);
}

constexpr std::size_t columnsTogether = 32;

AVX2 void filterColumnStrip(
    const std::uint8_t *const *rows, const std::int32_t *weights, int count, std::size_t x, std::uint8_t *target)
{
    const __m256i zero = _mm256_setzero_si256();
    Sums sums[4];
    for (Sums &sum : sums)
        sum = {zero, _mm256_set1_epi32(half)};
    for (int i = 0; i < count; i += 2) {
        const bool single = i + 1 == count;
        const std::int32_t second = single ? 0 : weights[i + 1];
        const __m256i high = _mm256_set1_epi32(highPair(weights[i], second)),
                      low = _mm256_set1_epi32(lowPair(weights[i], second));
        const __m256i a = _mm256_loadu_si256(reinterpret_cast<const __m256i *>(rows[i] + x));
        const __m256i b = single ? zero : _mm256_loadu_si256(reinterpret_cast<const __m256i *>(rows[i + 1] + x));
        const __m256i lower = _mm256_unpacklo_epi8(a, b), upper = _mm256_unpackhi_epi8(a, b);
        const __m256i pairs[4] = {_mm256_unpacklo_epi8(lower, zero), _mm256_unpackhi_epi8(lower, zero),
            _mm256_unpacklo_epi8(upper, zero), _mm256_unpackhi_epi8(upper, zero)};
        for (int k = 0; k < 4; ++k) {
            sums[k].high = _mm256_add_epi32(sums[k].high, _mm256_madd_epi16(pairs[k], high));
            sums[k].low = _mm256_add_epi32(sums[k].low, _mm256_madd_epi16(pairs[k], low));
        }
    }
    // Packing within lanes undoes the unpacking within lanes.
    const __m256i first = _mm256_packs_epi32(toLevels(sums[0]), toLevels(sums[1]));
    const __m256i last = _mm256_packs_epi32(toLevels(sums[2]), toLevels(sums[3]));
    _mm256_storeu_si256(reinterpret_cast<__m256i *>(target + x), _mm256_packus_epi16(first, last));
}

void filterColumns(
    const std::uint8_t *const *rows, const std::int32_t *weights, int count, std::size_t bytes, std::uint8_t *target)
{
    if (bytes < columnsTogether) {
        plainKernels().filterColumns(rows, weights, count, bytes, target);
        return;
    }
    std::size_t x = 0;
    for (; x + columnsTogether <= bytes; x += columnsTogether)
        filterColumnStrip(rows, weights, count, x, target);
    if (x < bytes)
        filterColumnStrip(rows, weights, count, bytes - columnsTogether, target);
}

} // namespace

const ResizeKernels *avx2Kernels()
{
    static constexpr ResizeKernels kernels{makeRowFilter, filterRows, filterColumns};
    return __builtin_cpu_supports("avx2") ? &kernels : nullptr;
}

} // namespace image

#else

namespace image {

const ResizeKernels *avx2Kernels()
{
    return nullptr;
}

} // namespace image

#endif
