// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"

#include <QImage>
#include <QRect>
#include <QSizeF>

#include <memory>
#include <stop_token>

namespace render {

/// An opened PDF and the device its pages are drawn on, which keeps the fonts it has loaded from page to page. The one place that
/// names Poppler's private headers. One thread at a time.
class PdfPainter {
public:
    /// @param fileName  must stay good while this lives.
    /// @param password  the bytes that open it; empty for none.
    /// @return null when the file cannot be read with them.
    [[nodiscard]] static std::unique_ptr<PdfPainter> open(const QString &fileName, const QByteArray &password);
    ~PdfPainter();
    PdfPainter(const PdfPainter &) = delete;
    PdfPainter &operator=(const PdfPainter &) = delete;

    /// The page as seen but for its user unit: crop box, turned as /Rotate says.
    /// @return points; empty when there is no such page.
    [[nodiscard]] QSizeF pageSize(int pageIndex) const;

    enum class Notes { Shown, Hidden }; ///< annotations; form fields are always shown

    /// Draws a part of a page, white behind, text and lines antialiased, fonts without hinting: as `pdftoppm` does.
    ///
    /// @param pageIndex  from 0; must have a size.
    /// @param dpi        dots per inch, of points.
    /// @param part       pixels of the whole page at that resolution.
    /// @param stop       looked at every few drawing commands; what is drawn until then is returned.
    /// @return Format_RGB888 of @p part's size, lying in the painter until it draws again; null when there was no memory.
    [[nodiscard]] QImage draw(int pageIndex, double dpi, const QRect &part, Notes notes, const std::stop_token &stop);

private:
    struct Poppler;
    explicit PdfPainter(std::unique_ptr<Poppler> poppler);
    std::unique_ptr<Poppler> m_poppler;
};

} // namespace render
