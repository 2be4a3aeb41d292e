// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/document/words.h"

#include <QRectF>

#include <vector>

namespace layout {

/// One word of the layer, turned so that its line runs from left to right. Lengths in points, origin top left.
struct Token {
    qsizetype word = 0; ///< its place in TextLayer::words
    QRectF box;
    QString text; ///< in reading order
    double size = 0; ///< of the font
    bool isRaised = false; ///< a superscript beside larger text
};

/// The words of one writing direction with what is drawn among them, as if the page had been turned until they stand upright.
struct Sheet {
    const document::TextLayer *layer = nullptr; ///< never null once made
    int rotation = 0; ///< of its words on the page as seen, degrees clockwise
    QSizeF size; ///< of the turned page
    std::vector<Token> tokens;
    std::vector<QRectF> pictures;
    std::vector<QRectF> horizontalRules;
    std::vector<QRectF> verticalRules;
    double bodySize = 10; ///< the font size that most characters have
    QString bodyFamily; ///< the typeface that most characters have
    bool isRightToLeft = false;

    [[nodiscard]] const document::TextLayerWord &wordOf(const Token &token) const { return layer->words[token.word]; }
    /// A box of this sheet as a share of the page as seen.
    [[nodiscard]] base::NormalizedRect onPage(const QRectF &box) const;
    /// The way back: where a share of the page as seen lies on this sheet.
    [[nodiscard]] QRectF ofPage(const base::NormalizedRect &box) const;
};

/// Turns the words with this rotation upright; pictures and rules are turned with them.
[[nodiscard]] Sheet makeSheet(const document::TextLayer &layer, int rotation);

} // namespace layout
