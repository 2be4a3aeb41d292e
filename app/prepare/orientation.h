// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>

namespace prepare {

/// From this confidence of Tesseract's OSD on a page is turned. Measured, see README.md: the highest wrong answer had 3.8.
inline constexpr double leastConfidence = 5.0;

/// How far to turn a page: the guess when it is a quarter turn and sure enough, else 0.
/// @param clockwiseDegrees  as the engine answers; @param confidence  as the engine answers.
[[nodiscard]] int turnFor(int clockwiseDegrees, double confidence);

/// A small grey picture of the page that is good enough to tell which way up it is. Any thread.
[[nodiscard]] QImage pictureForOrientation(const QImage &page);

/// The page turned clockwise; format, colour table and (exchanged for quarter turns) resolution kept. Boxes on the
/// result go back with NormalizedRect::turnedBack(clockwiseDegrees).
/// @param clockwiseDegrees  0, 90, 180 or 270.
[[nodiscard]] QImage turned(const QImage &page, int clockwiseDegrees);

} // namespace prepare
