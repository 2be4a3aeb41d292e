// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/kernels/device.h"
#include "engine/kernels/device_support.cuh"

namespace kernels {

namespace {

constexpr int threadsPerRow = 256;

__global__ void normaliseRows(const float *x, float *y, std::int64_t width, float epsilon)
{
    const float *row = x + blockIdx.x * width;
    float sum = 0.0F;
    for (std::int64_t i = threadIdx.x; i < width; i += threadsPerRow)
        sum += row[i] * row[i];
    sum = sumOfBlock<threadsPerRow>(sum);
    const float factor = rsqrtf(sum / static_cast<float>(width) + epsilon);
    for (std::int64_t i = threadIdx.x; i < width; i += threadsPerRow)
        y[blockIdx.x * width + i] = row[i] * factor;
}

} // namespace

void normaliseRowsOnDevice(const float *x, float *y, std::int64_t rows, std::int64_t width, float epsilon, void *stream)
{
    normaliseRows<<<static_cast<unsigned>(rows), threadsPerRow, 0, static_cast<cudaStream_t>(stream)>>>(
        x, y, width, epsilon);
    checkLaunch("normaliseRows");
}

std::uint64_t freeDeviceBytes(int device)
{
    std::size_t free = 0, total = 0;
    if (cudaSetDevice(device) != cudaSuccess || cudaMemGetInfo(&free, &total) != cudaSuccess)
        return 0;
    return free;
}

} // namespace kernels
