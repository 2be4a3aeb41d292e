// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/model/position_tables.h"

#include <ATen/TensorOperators.h>
#include <ATen/ops/_upsample_bicubic2d_aa.h>
#include <ATen/ops/arange.h>
#include <ATen/ops/cat.h>
#include <ATen/ops/upsample_linear1d.h>

#include <cmath>

namespace model {

at::Tensor resizePositions(const at::Tensor &table, std::int64_t grid)
{
    if (table.size(1) == grid)
        return table;
    const at::Tensor planes = table.cpu().to(at::kFloat).permute({0, 3, 1, 2}).contiguous(); // [1, width, side, side]
    const at::Tensor resized = at::_upsample_bicubic2d_aa(planes, {grid, grid}, false);
    return resized.permute({0, 2, 3, 1}).contiguous().to(table.options()); // [1, grid, grid, width]
}

at::Tensor resizeClipPositions(const at::Tensor &table, std::int64_t grid)
{
    const auto side = static_cast<std::int64_t>(std::llround(std::sqrt(static_cast<double>(table.size(0) - 1))));
    const std::int64_t width = table.size(1);
    if (side == grid)
        return table;
    const at::Tensor square = table.narrow(0, 1, side * side).view({1, side, side, width});
    return at::cat({table.narrow(0, 0, 1), resizePositions(square, grid).view({grid * grid, width})});
}

at::Tensor relativePositions(const at::Tensor &table, std::int64_t side)
{
    const std::int64_t rows = 2 * side - 1;
    at::Tensor fitted = table;
    if (table.size(0) != rows) {
        const at::Tensor signal
            = table.cpu().to(at::kFloat).t().unsqueeze(0).contiguous(); // [1, width, rows of the table]
        fitted = at::upsample_linear1d(signal, at::IntArrayRef(rows), false)
                     .squeeze(0)
                     .t()
                     .contiguous()
                     .to(table.options());
    }
    const at::Tensor places = at::arange(side, table.options().dtype(at::kLong));
    const at::Tensor distance = places.unsqueeze(1) - places.unsqueeze(0) + (side - 1); // [side, side]
    return fitted.index_select(0, distance.reshape(-1)).view({side, side, table.size(1)});
}

} // namespace model
