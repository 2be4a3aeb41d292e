// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPoint>
#include <QString>

class QPainter;

namespace cli {

/// Small letters of our own, five pixels wide and seven high, since a command has no fonts: ASCII letters, digits and - _ ' .
/// @return what of @p text can be drawn.
[[nodiscard]] QString knownLetters(QStringView text);

/// Pixels from the first letter's left to where a next one would begin. @param scale  pixels for each dot.
[[nodiscard]] int lettersWidth(QStringView letters, int scale = 1);

/// Draws letters from their top left corner on.
void drawLetters(QPainter &painter, QPoint topLeft, QStringView letters, const QColor &colour, int scale = 1);

} // namespace cli
