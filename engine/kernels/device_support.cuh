// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cuda_runtime.h>

#include <cstdint>
#include <stdexcept>
#include <string>

namespace kernels {

/// @throws std::runtime_error naming @p kernel when its launch was refused.
inline void checkLaunch(const char *kernel)
{
    if (const cudaError_t fault = cudaGetLastError(); fault != cudaSuccess)
        throw std::runtime_error(std::string("CUDA error: ") + kernel + ": " + cudaGetErrorString(fault));
}

/// The sum over a block of @p Threads threads (a multiple of 32), known to all of them. Uses a block's barrier.
template <int Threads>
__device__ float sumOfBlock(float value)
{
    __shared__ float parts[Threads / 32];
    for (int distance = 16; distance > 0; distance /= 2)
        value += __shfl_xor_sync(0xffffffffU, value, distance);
    __syncthreads(); // an earlier call's parts have been read
    if (threadIdx.x % 32 == 0)
        parts[threadIdx.x / 32] = value;
    __syncthreads();
    float sum = 0.0F;
    for (int warp = 0; warp < Threads / 32; ++warp)
        sum += parts[warp];
    return sum;
}

/// The largest over a block, known to all. As sumOfBlock.
template <int Threads>
__device__ float maxOfBlock(float value)
{
    __shared__ float parts[Threads / 32];
    for (int distance = 16; distance > 0; distance /= 2)
        value = fmaxf(value, __shfl_xor_sync(0xffffffffU, value, distance));
    __syncthreads();
    if (threadIdx.x % 32 == 0)
        parts[threadIdx.x / 32] = value;
    __syncthreads();
    float highest = parts[0];
    for (int warp = 1; warp < Threads / 32; ++warp)
        highest = fmaxf(highest, parts[warp]);
    return highest;
}

__device__ inline float number(float value)
{
    return value;
}

/// The float with the same value as the bfloat16 with these bits.
__device__ inline float number(std::uint16_t bits)
{
    return __uint_as_float(static_cast<unsigned>(bits) << 16);
}

} // namespace kernels
