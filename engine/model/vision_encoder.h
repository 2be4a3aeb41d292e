// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/model/clip_encoder.h"
#include "engine/model/sam_encoder.h"

namespace model {

/// Columns and rows of tiles.
struct TileGrid {
    std::int64_t columns = 1;
    std::int64_t rows = 1;
};

/// Turns views of a page into vision tokens: SAM, its compressor, CLIP, and one linear projection of both.
class VisionEncoder {
public:
    /// Takes the vision part of @p checkpoint to @p device. @throws base::BadModel.
    VisionEncoder(const weights::Checkpoint &checkpoint, at::Device device, Numerics numerics);

    /// @param pixels  [views, 3, side, side], each channel (x − 0.5) / 0.5, any float type; side ≥ 16.
    /// @return        [views, (side / 64)², hidden], the numerics' type, on the model's device.
    /// Stages: sam.…, clip.…, projector.
    /// @throws base::ShapeError naming the shape it got; Stopped.
    at::Tensor forward(const at::Tensor &pixels, const Observer &observer) const;

    /// The rows that replace the placeholders: tiles as one mosaic with a newline after each of its rows, then the
    /// overview with a newline after each row, then the separator (specification 2.8).
    ///
    /// @param tiles     [grid.rows · grid.columns, n², hidden], or undefined without tiles.
    /// @param overview  [1, m², hidden].
    /// @return          [placeholders, hidden].
    at::Tensor assemble(const at::Tensor &tiles, TileGrid grid, const at::Tensor &overview) const;

private:
    at::Tensor withNewlines(const at::Tensor &mosaic) const;

    SamEncoder m_sam;
    ClipEncoder m_clip;
    Numerics m_numerics;
    at::Device m_device;
    Affine m_projector;
    at::Tensor m_newline; ///< [hidden]
    at::Tensor m_separator; ///< [hidden]
};

} // namespace model
