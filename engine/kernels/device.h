// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

// What engine/kernels has for CUDA: each the twin of a CPU kernel of the same name, on device pointers. Built with ENGINE_CUDA
// only. All launch on @p stream (a cudaStream_t) and return at once; a launch that fails throws std::runtime_error.

namespace kernels {

/// normaliseRow for all rows. @param x, y [rows, width], float; y may be x.
void normaliseRowsOnDevice(
    const float *x, float *y, std::int64_t rows, std::int64_t width, float epsilon, void *stream);

/// PagedAttentionJob for many sequences at once.
template <class Element>
struct PagedAttentionBatch {
    const float *query = nullptr; ///< [sequences, heads, width], not yet scaled
    const Element *keys = nullptr; ///< [blocks, keyValueHeads, blockTokens, width]: float, or bfloat16 bits
    const Element *values = nullptr; ///< as keys
    const std::int32_t *blockTables = nullptr; ///< [sequences, tableWidth]
    const std::int32_t *lengths = nullptr; ///< [sequences]: keys that each query sees, ≥ 1
    float *output = nullptr; ///< [sequences, heads, width]
    std::int64_t sequences = 0;
    std::int64_t heads = 0;
    std::int64_t keyValueHeads = 0; ///< divides heads
    std::int64_t width = 0; ///< ≤ 256
    std::int64_t blockTokens = 0;
    std::int64_t tableWidth = 0;
    std::int64_t longest = 0; ///< of lengths, ≤ longestOnDevice
    float scale = 1.0F;
    void *stream = nullptr;
};

/// Most keys of a sequence that the kernel takes: its scores lie in shared memory.
inline constexpr std::int64_t longestOnDevice = 11'000;

void runPagedAttentionOnDevice(const PagedAttentionBatch<float> &batch);
void runPagedAttentionOnDevice(const PagedAttentionBatch<std::uint16_t> &batch);

/// Free memory of GPU @p device in bytes; 0 when it cannot be told.
std::uint64_t freeDeviceBytes(int device);

} // namespace kernels
