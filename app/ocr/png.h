// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QImage>

namespace ocr {

/// Writes a PNG fast rather than small: one filter for all lines and zlib's lowest level. Half the time of QImageWriter, which
/// tries five filters on each line, for about the same size.
/// @param picture  Format_Mono (its colour table ignored: 0 black, 1 white), Format_Grayscale8 or Format_RGB888.
/// @return the file; empty for a picture without pixels or when memory runs out.
[[nodiscard]] QByteArray writeFastPng(const QImage &picture);

} // namespace ocr
