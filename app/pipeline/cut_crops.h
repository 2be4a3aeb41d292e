// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/document/page.h"

namespace pipeline {

/// Cuts the pictures of all image blocks out of @p picture and names them in the blocks: "p0003-01.png", by page and order. Pure.
/// @param picture  what the blocks' boxes are shares of.
[[nodiscard]] QList<document::Crop> cutCrops(const QImage &picture, int pageNumber, QList<document::Block> &blocks);

/// Whether any block wants a picture.
[[nodiscard]] bool hasPictures(const QList<document::Block> &blocks);

} // namespace pipeline
