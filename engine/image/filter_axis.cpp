// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/image/filter_axis.h"

#include <algorithm>
#include <cmath>

namespace image {

namespace {

/// Keys' cubic with a = -0.5, each polynomial evaluated in the order that Pillow has: the last bit counts.
double cubic(double x)
{
    constexpr double a = -0.5;
    x = std::abs(x);
    if (x < 1.0)
        return ((a + 2.0) * x - (a + 3.0)) * x * x + 1;
    if (x < 2.0)
        return (((x - 5) * x + 8) * x - 4) * a;
    return 0.0;
}

/// To nearest, halves away from zero.
std::int32_t toFixedPoint(double weight)
{
    const double scaled = weight * (1 << weightBits);
    return static_cast<std::int32_t>(weight < 0 ? scaled - 0.5 : scaled + 0.5);
}

} // namespace

FilterAxis makeFilterAxis(int inputSize, int outputSize)
{
    const double scale = static_cast<double>(inputSize) / outputSize;
    const double filterScale = std::max(scale, 1.0);
    const double support = 2.0 * filterScale;
    const double inverse = 1.0 / filterScale;

    FilterAxis axis;
    axis.outputs = outputSize;
    axis.most = std::min(static_cast<int>(std::ceil(support)) * 2 + 1, inputSize);
    axis.weights.assign(static_cast<std::size_t>(outputSize) * static_cast<std::size_t>(axis.most), 0);
    std::vector<double> exact(static_cast<std::size_t>(axis.most));
    for (int output = 0; output < outputSize; ++output) {
        const double center = (output + 0.5) * scale;
        // NOLINTBEGIN(bugprone-incorrect-roundings): Pillow's, which cuts off here
        const int first = std::max(0, static_cast<int>(center - support + 0.5));
        const int count = std::min(inputSize, static_cast<int>(center + support + 0.5)) - first;
        // NOLINTEND(bugprone-incorrect-roundings)
        double sum = 0.0;
        for (int i = 0; i < count; ++i)
            sum += exact[static_cast<std::size_t>(i)] = cubic((i + first - center + 0.5) * inverse);
        auto *weights = axis.weights.data() + static_cast<std::size_t>(output) * static_cast<std::size_t>(axis.most);
        for (int i = 0; i < count; ++i) {
            const double weight = exact[static_cast<std::size_t>(i)];
            weights[i] = toFixedPoint(sum != 0.0 ? weight / sum : weight);
        }
        axis.first.push_back(first);
        axis.count.push_back(count);
    }
    return axis;
}

} // namespace image
