// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>

namespace render {

/// Puts together a page image from bands, top to bottom: greyscale until the first band with colour, then RGB. So a page of text takes a
/// third of the memory, and no band is kept twice.
class BandJoiner {
public:
    /// Takes memory for a greyscale page of @p size.
    explicit BandJoiner(QSize size);
    /// @param band  Format_RGB888 or Format_RGB32, as wide as the page; placed below the bands before it.
    void append(const QImage &band);
    /// The page; null when there was no memory for it.
    [[nodiscard]] QImage take() { return std::move(m_page); }

private:
    QImage m_page;
    int m_filled = 0; ///< rows
};

/// Any decoded picture as Format_Grayscale8 (when it has no colour) or Format_RGB888: alpha over white, 16 bits scaled to 8, palettes
/// resolved, CMYK converted as Pillow does it, without a profile: red = (255 - cyan)(255 - black) / 255.
/// @return null when there was no memory.
[[nodiscard]] QImage toPageImage(QImage picture);

/// Turns stored pixels as a reader of the file sees them.
/// @param exifOrientation  1 to 8.
[[nodiscard]] QImage turnUpright(const QImage &stored, int exifOrientation);

} // namespace render
