// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

namespace image {

/// Fraction bits of the integer weights: 8 bits of pixel and 2 of head room are left of 32.
inline constexpr int weightBits = 22;

/// Pillow's antialiased bicubic filter along one axis: which inputs make each output, and how much of each.
struct FilterAxis {
    int outputs = 0;
    int most = 0; ///< inputs per output at most; the stride of weights
    std::vector<int> first; ///< per output: its first input
    std::vector<int> count; ///< per output: how many inputs, 1..most
    std::vector<std::int32_t> weights; ///< outputs * most, times 2^22, 0 behind count

    const std::int32_t *weightsOf(int output) const
    {
        return weights.data() + static_cast<std::size_t>(output) * static_cast<std::size_t>(most);
    }
};

/// Specification 2.6. @pre both sizes > 0.
FilterAxis makeFilterAxis(int inputSize, int outputSize);

} // namespace image
