// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/rgb8_image.h"
#include "engine/image/filter_axis.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace image {

/// Rows that one call of filterRows takes at most.
inline constexpr int rowsTogether = 4;
using RowTargets = std::array<std::uint8_t *, rowsTogether>;

/// A horizontal filter in the form its code likes best.
struct RowFilter {
    FilterAxis axis;
    std::vector<std::int32_t> packed; ///< only for the AVX2 code, see resize_avx2.cpp
    int groups = 0; ///< of four inputs, per output
    std::size_t lastByteRead = 0; ///< of a row, one past; may lie behind the row
};

/// The two passes in one kind of code. Bytes are the same whichever is used.
struct ResizeKernels {
    RowFilter (*makeRowFilter)(FilterAxis axis);
    /// Filters @p rows (1..rowsTogether) rows of @p source from @p y on into @p targets, axis.outputs pixels each.
    void (*filterRows)(
        const base::Rgb8Image &source, int y, int rows, const RowTargets &targets, const RowFilter &filter);
    /// target[i] = filtered rows[0..count-1][i], for @p bytes bytes.
    void (*filterColumns)(const std::uint8_t *const *rows, const std::int32_t *weights, int count, std::size_t bytes,
        std::uint8_t *target);
};

const ResizeKernels &plainKernels();

/// nullptr where the processor or the build has no AVX2.
const ResizeKernels *avx2Kernels();

} // namespace image
