// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/render/drawings.h"
#include "app/render/pdf_font.h"
#include "app/render/placed_shapes.h"

#include <QTransform>

#include <functional>
#include <vector>

namespace render {

/// A string as it was shown on the page.
struct ShownText {
    QRectF box; ///< points of the page as seen
    qsizetype glyphs = 0;
    bool isInvisible = false;
};

/// What a content stream did.
struct PageContents {
    explicit PageContents(const QSizeF &page)
        : shapes(page)
        , drawings(page)
    {
    }

    PlacedShapes shapes;
    Drawings drawings;
    std::vector<ShownText> texts;
    qsizetype glyphs = 0;
    qsizetype unmapped = 0;
    qsizetype paths = 0;
};

using FindFont = std::function<std::shared_ptr<const PdfFont>(QPDFObjectHandle)>;

/// Follows one page's content stream and the forms it draws, and notes down into @p contents. Gives up quietly after so many operators
/// that only a trap can have them; a broken stream ends where it breaks.
/// @param toSeen  from the page's user space to points of the page as seen.
void readContents(QPDFObjectHandle page, const QTransform &toSeen, const FindFont &findFont, PageContents &contents);

} // namespace render
