// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/normalized_rect.h"

#include <QString>

namespace document {

/// One word as printed on the page.
struct Word {
    QString text;
    base::NormalizedRect box;
    double confidence = -1; ///< 0..1; negative: the reader gave none

    bool operator==(const Word &) const = default;
};

/// One printed line.
struct Line {
    QString text;
    base::NormalizedRect box;

    bool operator==(const Line &) const = default;
};

/// How a piece of a text layer was set.
struct FontStyle {
    QString family; ///< PostScript name without subset prefix; empty when unknown
    double size = 0; ///< points
    bool bold = false;
    bool italic = false;
    bool monospace = false;

    bool operator==(const FontStyle &) const = default;
};

/// One word of a PDF's text layer. Words come in Poppler's order (its own guess at columns, not the content stream's); the letters
/// of right-to-left words stand as they are seen, from left to right.
struct TextLayerWord {
    QString text;
    base::NormalizedRect box;
    FontStyle font;
    int rotation = 0; ///< degrees clockwise the baseline is turned against the page as seen: 0, 90, 180 or 270
    bool spaceAfter = true; ///< false when the next word follows without a gap
    bool invisible = false; ///< render mode 3 or fully transparent: a hidden text layer
    QString link; ///< target URI, empty for none
    bool isVertical
        = false; ///< vertical writing (Chinese, Japanese): upright characters, top to bottom; rotation is 90

    bool operator==(const TextLayerWord &) const = default;
};

/// A ruled line or the edge of a box drawn on the page; tells columns and tables.
struct Rule {
    base::NormalizedRect box; ///< thin: one side is (nearly) nothing
    bool operator==(const Rule &) const = default;
};

/// What a PDF page says about itself without being looked at.
struct TextLayer {
    QSizeF size; ///< of the page as seen, points
    QList<TextLayerWord> words;
    QList<base::NormalizedRect> pictures; ///< raster pictures as placed
    QList<Rule> rules;
    QList<base::NormalizedRect>
        drawings; ///< where curves, slanted lines and filled areas stand together: charts, diagrams, logos
    double pictureCoverage = 0; ///< share of the page that raster pictures cover, 0..1
    qsizetype unmappedCharacters = 0; ///< characters without a Unicode value (U+FFFD, private use, controls)
    qsizetype invisibleCharacters = 0;
    qsizetype paintedCharacters
        = 0; ///< glyphs shown, invisible ones too, whether or not they map to text; without spaces
    qsizetype paths = 0; ///< filled or stroked paths, for pages whose text is drawn as curves

    bool operator==(const TextLayer &) const = default;
};

} // namespace document
