// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/image/resize.h"

#include "engine/image/filter_axis.h"

#include <algorithm>

namespace image {

namespace {

constexpr std::int32_t half = 1 << (weightBits - 1);

std::uint8_t toByte(std::int32_t sum)
{
    return static_cast<std::uint8_t>(std::clamp(sum >> weightBits, 0, 255));
}

void filterRowPlain(const std::uint8_t *source, std::uint8_t *target, const FilterAxis &axis)
{
    for (int x = 0; x < axis.outputs; ++x) {
        const std::int32_t *weights = axis.weightsOf(x);
        const std::uint8_t *pixel = source + 3 * axis.first[static_cast<std::size_t>(x)];
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

void filterColumnsPlain(const base::Rgb8Image &source, std::uint8_t *target, const FilterAxis &axis, int y)
{
    const std::int32_t *weights = axis.weightsOf(y);
    const int first = axis.first[static_cast<std::size_t>(y)];
    const int count = axis.count[static_cast<std::size_t>(y)];
    const std::size_t stride = source.rowBytes();
    const std::uint8_t *top = source.row(first);
    for (std::size_t x = 0; x < stride; ++x) {
        std::int32_t sum = half;
        for (int i = 0; i < count; ++i)
            sum += top[static_cast<std::size_t>(i) * stride + x] * weights[i];
        target[x] = toByte(sum);
    }
}

base::Rgb8Image resizeWidth(const base::Rgb8Image &picture, int width)
{
    const FilterAxis axis = makeFilterAxis(picture.width, width);
    base::Rgb8Image result(width, picture.height);
    for (int y = 0; y < picture.height; ++y)
        filterRowPlain(picture.row(y), result.row(y), axis);
    return result;
}

base::Rgb8Image resizeHeight(const base::Rgb8Image &picture, int height)
{
    const FilterAxis axis = makeFilterAxis(picture.height, height);
    base::Rgb8Image result(picture.width, height);
    for (int y = 0; y < height; ++y)
        filterColumnsPlain(picture, result.row(y), axis, y);
    return result;
}

} // namespace

base::Rgb8Image resize(const base::Rgb8Image &picture, int width, int height, ResizeCode)
{
    if (picture.width == width)
        return picture.height == height ? picture : resizeHeight(picture, height);
    const base::Rgb8Image narrowed = resizeWidth(picture, width);
    return narrowed.height == height ? narrowed : resizeHeight(narrowed, height);
}

} // namespace image
