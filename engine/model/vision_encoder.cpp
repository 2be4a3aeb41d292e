// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/model/vision_encoder.h"

#include "engine/base/shape.h"

#include <ATen/ops/cat.h>

#include <cmath>

namespace model {

namespace {

std::int64_t sideOf(std::int64_t tokens)
{
    return static_cast<std::int64_t>(std::llround(std::sqrt(static_cast<double>(tokens))));
}

} // namespace

VisionEncoder::VisionEncoder(const weights::Checkpoint &checkpoint, at::Device device, Numerics numerics)
    : m_sam(checkpoint, device, numerics)
    , m_clip(checkpoint, device, numerics)
    , m_numerics(numerics)
    , m_device(device)
{
    const weights::GlueNames names = weights::glueNames();
    m_projector = loadAffine(checkpoint, names.projector, device);
    m_newline = as(loadTensor(checkpoint, names.newline, device), numerics.type);
    m_separator = as(loadTensor(checkpoint, names.separator, device), numerics.type);
}

at::Tensor VisionEncoder::forward(const at::Tensor &pixels, const Observer &observer) const
{
    const at::Tensor input = pixels.to(m_device, m_numerics.type);
    Observer samObserver = observer.under("sam.");
    if (observer.stage)
        samObserver.stage = [&observer](const std::string &name, const at::Tensor &value) {
            observer.see(name.empty() ? "sam" : "sam." + name, value);
        };
    const at::Tensor features = m_sam.forward(input, samObserver); // [views, 1024, n, n]
    const at::Tensor seen = m_clip.forward(features, observer.under("clip.")); // [views, n², 1024]
    const at::Tensor tokens = as(features.flatten(2).transpose(1, 2), seen.scalar_type()); // [views, n², 1024]
    const at::Tensor joined = as(at::cat({seen, tokens}, -1), m_numerics.type); // CLIP first: [views, n², 2048]
    const at::Tensor projected = linear(joined, m_projector); // [views, n², hidden]
    observer.see("projector", projected);
    return projected;
}

at::Tensor VisionEncoder::withNewlines(const at::Tensor &mosaic) const
{
    const std::int64_t rows = mosaic.size(0), hidden = mosaic.size(2);
    const at::Tensor newlines = m_newline.expand({rows, 1, hidden});
    return at::cat({mosaic, newlines}, 1).reshape({-1, hidden}); // [rows · (columns + 1), hidden]
}

at::Tensor VisionEncoder::assemble(const at::Tensor &tiles, TileGrid grid, const at::Tensor &overview) const
{
    const std::int64_t hidden = overview.size(-1);
    std::vector<at::Tensor> parts;
    if (tiles.defined()) {
        const std::int64_t side = sideOf(tiles.size(1));
        base::checkShape("tiles", tiles.sizes(), {grid.rows * grid.columns, side * side, hidden});
        parts.push_back(withNewlines(tiles.view({grid.rows, grid.columns, side, side, hidden})
                .permute({0, 2, 1, 3, 4})
                .reshape({grid.rows * side, grid.columns * side, hidden})));
    }
    const std::int64_t side = sideOf(overview.size(1));
    base::checkShape("overview", overview.sizes(), {1, side * side, hidden});
    parts.push_back(withNewlines(overview.view({side, side, hidden})));
    parts.push_back(m_separator.unsqueeze(0));
    return at::cat(parts); // [placeholders, hidden]
}

} // namespace model
