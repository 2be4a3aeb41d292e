// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/image/resize_kernels.h"

#include <algorithm>

namespace image {

namespace {

constexpr std::int32_t half = 1 << (weightBits - 1);

std::uint8_t toByte(std::int32_t sum)
{
    return static_cast<std::uint8_t>(std::clamp(sum >> weightBits, 0, 255));
}

RowFilter makeRowFilter(FilterAxis axis)
{
    RowFilter filter;
    filter.axis = std::move(axis);
    return filter;
}

void filterRow(const std::uint8_t *source, std::uint8_t *target, const FilterAxis &axis)
{
    for (int x = 0; x < axis.outputs; ++x) {
        const std::int32_t *weights = axis.weightsOf(x);
        const std::uint8_t *pixel = source + std::ptrdiff_t{axis.first[static_cast<std::size_t>(x)]} * 3;
        std::int32_t red = half, green = half, blue = half;
        for (int i = 0; i < axis.count[static_cast<std::size_t>(x)]; ++i, pixel += 3) {
            red += pixel[0] * weights[i];
            green += pixel[1] * weights[i];
            blue += pixel[2] * weights[i];
        }
        *target++ = toByte(red);
        *target++ = toByte(green);
        *target++ = toByte(blue);
    }
}

void filterRows(const base::Rgb8Image &source, int y, int rows, const RowTargets &targets, const RowFilter &filter)
{
    for (int i = 0; i < rows; ++i)
        filterRow(source.row(y + i), targets[static_cast<std::size_t>(i)], filter.axis);
}

void filterColumns(
    const std::uint8_t *const *rows, const std::int32_t *weights, int count, std::size_t bytes, std::uint8_t *target)
{
    for (std::size_t x = 0; x < bytes; ++x) {
        std::int32_t sum = half;
        for (int i = 0; i < count; ++i)
            sum += rows[i][x] * weights[i];
        target[x] = toByte(sum);
    }
}

} // namespace

const ResizeKernels &plainKernels()
{
    static constexpr ResizeKernels kernels{makeRowFilter, filterRows, filterColumns};
    return kernels;
}

} // namespace image
