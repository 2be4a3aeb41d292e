// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/dpi.h"
#include "app/base/result.h"

#include <QSize>
#include <QSizeF>

namespace render {

/// Pixels of a page image at most: A4 at 600 and A3 at 420 dots per inch fit, and no reader sees more in more. In colour they are 108 MB, which
/// leaves room below 300 MB for what Poppler holds meanwhile.
inline constexpr qint64 mostPagePixels = 36'000'000;

/// Pixels of a picture that is decoded whole at most (400 MB while it is decoded): a camera's 108 megapixels fit.
inline constexpr qint64 mostPicturePixels = 110'000'000;

/// Resolution and size of a page drawn as asked, or as near to it as @c mostPagePixels allows.
struct PageScale {
    base::Dpi resolution;
    QSize pixels; ///< at least 1x1
};

/// @return TooLarge for a page that would have less than 10 dots per inch left.
[[nodiscard]] base::Result<PageScale> pageScale(const QSizeF &points, base::Dpi asked);

/// TooLarge naming the picture's size.
[[nodiscard]] base::Error pictureTooLarge(qint64 width, qint64 height);

} // namespace render
