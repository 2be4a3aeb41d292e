// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/runtime/picture.h"

#include "engine/image/to_tensor.h"

namespace runtime {

Picture preparePicture(const base::Rgb8Image &picture, const image::Mode &mode)
{
    const image::CutPicture cut = image::cutTiles(picture, mode);
    Picture prepared;
    prepared.layout = cut.layout;
    prepared.overview = image::toTensor(cut.overview, at::kBFloat16);
    if (!cut.tiles.empty())
        prepared.tiles = image::toTensor(cut.tiles, at::kBFloat16);
    return prepared;
}

} // namespace runtime
