// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/document/figure.h"

#include <QImage>

namespace cli {

/// A drawing of plane geometry as the official script plots it (geo.jpg): 600 x 600 pixels, axes from -15 to 15, lines, their ends, names of
/// points; and circles, which its serving-side twin draws. What lies outside the axes is not seen. Pure; any thread.
[[nodiscard]] QImage drawnGeometry(const document::Geometry &geometry);

} // namespace cli
