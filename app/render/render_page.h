// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/dpi.h"
#include "app/base/native_path.h"
#include "app/document/document.h"

#include <memory>
#include <stop_token>

namespace render {

enum class Annotations { Shown, Hidden };

/// An opened file that pages are drawn from. Lives in a page worker; one thread at a time.
class PageSource {
public:
    /// @param password  the bytes that intake found to open it; empty for none.
    /// @return FileUnreadable, FileDamaged, PasswordNeeded.
    [[nodiscard]] static base::Result<std::unique_ptr<PageSource>> open(
        const document::Document &document, const QByteArray &password);
    virtual ~PageSource() = default;

    /// Draws one page, white behind, greyscale antialiasing, annotations as asked.
    ///
    /// Looks at @p stop between bands and gives up early (Cancelled).
    /// @param pageIndex   from 0.
    /// @param resolution  of a PDF page; a picture is given at its own pixels and scaled down only past the pixel limit.
    /// @return Format_RGB888 or Format_Grayscale8 (when the page has no colour), as wide as page width in points / 72 * dpi, rounded up;
    ///         fewer dots per inch (see QImage::dotsPerMeterX) when that would pass 36 megapixels; or TooLarge (refused
    ///         before memory is taken), RenderFailed, Cancelled.
    [[nodiscard]] virtual base::Result<QImage> renderPage(
        int pageIndex, base::Dpi resolution, Annotations shown, std::stop_token stop)
        = 0;

    /// Draws a part of a PDF page, for a view that is zoomed in beyond what a whole page may have.
    ///
    /// @param part  pixels of the whole page at @p resolution, which is not lowered; at most 4 megapixels.
    /// @return Format_RGB888 of the part's size; TooLarge, RenderFailed (also for a picture, which is given whole), Cancelled.
    [[nodiscard]] virtual base::Result<QImage> renderPart(
        int pageIndex, base::Dpi resolution, const QRect &part, std::stop_token stop);

    /// The text layer, or an empty one for a picture.
    [[nodiscard]] virtual base::Result<document::TextLayer> textLayer(int pageIndex) = 0;
};

} // namespace render
