// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QFont;
class QPainter;
class QRect;
class QWidget;

namespace look {

/// Why a panel is empty and what would fill it: a drawing, a few words, a sentence.
struct Emptiness {
    QString icon = {}; ///< of the theme; empty for none
    QString title = {};
    QString sentence = {};

    bool operator==(const Emptiness &) const = default;
};

/// Draws it a little above the middle of @p room, in the colours and the font of @p widget.
/// @return the lowest line that was drawn on, for a button below it.
int paintEmptiness(QPainter &painter, const QRect &room, const QWidget &widget, const Emptiness &emptiness);

/// A text in at most so many lines of a width, the last one cut with an ellipsis. Lines are parted by line breaks.
[[nodiscard]] QString inLines(const QString &text, const QFont &font, int width, int lines);

} // namespace look
