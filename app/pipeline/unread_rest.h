// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/document/page.h"

#include <QImage>

namespace pipeline {

/// What of a picture no box covers: for reading the rest of a page whose reading broke off.
struct UnreadRest {
    QImage picture; ///< as before, white where it was read
    QList<QRect>
        halves; ///< the rest's upper and lower half, cut between lines where that can be; one where it is low; none without ink
};

/// Paints what the blocks' boxes cover white and cuts what ink is left in two. Pure; costs about a copy of the picture.
[[nodiscard]] UnreadRest unreadRest(const QImage &picture, const QList<document::Block> &read);

/// Boxes of a reading of @p part (pixels of a picture of size @p whole) as shares of the whole picture.
void placeInWhole(QList<document::Block> &blocks, const QRect &part, const QSize &whole);

} // namespace pipeline
