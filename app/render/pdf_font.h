// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <qpdf/QPDFObjectHandle.hh>

#include <QPointF>

#include <bitset>
#include <string>
#include <unordered_map>

namespace render {

/// What is needed of a PDF font to count its glyphs and to know where a string ends.
class PdfFont {
public:
    /// @param font  a font dictionary; anything else gives a font whose glyphs have no Unicode value.
    explicit PdfFont(QPDFObjectHandle font);

    /// A string as shown by Tj.
    struct Run {
        qsizetype glyphs = 0; ///< without spaces
        qsizetype unmapped = 0; ///< of them, those without a Unicode value
        qsizetype spaces = 0; ///< codes 32 of one byte, which word spacing widens
        double width = 0; ///< in text space for size 1
    };
    [[nodiscard]] Run measure(const std::string &codes) const;
    /// Units of its font matrix's text space for a size of 1: height above and below the baseline.
    [[nodiscard]] double ascent() const { return m_ascent; }
    [[nodiscard]] double descent() const { return m_descent; }
    [[nodiscard]] bool isBold() const { return m_isBold; }
    [[nodiscard]] bool isItalic() const { return m_isItalic; }
    [[nodiscard]] bool isMonospace() const { return m_isMonospace; }
    [[nodiscard]] const std::string &baseName() const { return m_baseName; }

private:
    void readSimple(QPDFObjectHandle font);
    void readComposite(QPDFObjectHandle font);
    void readDescriptor(QPDFObjectHandle descriptor);

    bool m_isComposite = false;
    bool m_hasToUnicode = false;
    bool m_isUnmapped = false; ///< none of its codes has a Unicode value
    std::bitset<256> m_unmappedCodes; ///< simple fonts
    double m_widths[256] = {}; ///< simple fonts
    std::unordered_map<unsigned, double> m_cidWidths;
    double m_defaultWidth = 1;
    double m_ascent = 0.8;
    double m_descent = -0.2;
    bool m_isBold = false;
    bool m_isItalic = false;
    bool m_isMonospace = false;
    std::string m_baseName;
};

/// Whether a glyph's name says which character it is ("Adieresis", "uni00C4"), and not only which glyph ("g37", "c1_2").
[[nodiscard]] bool tellsCharacter(const std::string &glyphName);

} // namespace render
