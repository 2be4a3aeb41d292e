// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/render/pdf_font.h"

#include <algorithm>
#include <cctype>

namespace render {

namespace {

// ISO 32000-1, table 123.
constexpr int fixedPitch = 1 << 0;
constexpr int italic = 1 << 6;
constexpr int forceBold = 1 << 18;

double numberOf(QPDFObjectHandle object, double otherwise)
{
    return object.isNumber() ? object.getNumericValue() : otherwise;
}

bool isHex(const std::string &text, size_t from)
{
    return std::all_of(text.begin() + static_cast<std::ptrdiff_t>(from), text.end(),
        [](unsigned char c) { return std::isxdigit(c) != 0; });
}

bool isCharacterCollection(QPDFObjectHandle descendant)
{
    QPDFObjectHandle info = descendant.getKey("/CIDSystemInfo");
    if (!info.isDictionary() || !info.getKey("/Ordering").isString())
        return false;
    static const std::string known[] = {"Japan1", "GB1", "CNS1", "Korea1", "KR", "UCS"};
    return std::ranges::find(known, info.getKey("/Ordering").getStringValue()) != std::end(known);
}

} // namespace

bool tellsCharacter(const std::string &name)
{
    if (name.size() <= 1)
        return !name.empty();
    if (name == ".notdef")
        return false;
    const std::string stem = name.substr(0, name.find('.'));
    if ((stem.starts_with("uni") && stem.size() >= 7 && isHex(stem, 3))
        || (stem[0] == 'u' && stem.size() >= 5 && stem.size() <= 7 && isHex(stem, 1)))
        return true;
    // Names of characters are words; digits come in a few ("onehalf" has none, "afii10017", "SF100000", "H22073", "a71" of the dingbats do).
    if (stem.starts_with("afii") || stem.starts_with("SF"))
        return true;
    return std::ranges::none_of(stem, [](unsigned char c) { return std::isdigit(c) != 0; });
}

PdfFont::PdfFont(QPDFObjectHandle font)
{
    std::ranges::fill(m_widths, 0.5);
    if (!font.isDictionary()) {
        m_isUnmapped = true;
        return;
    }
    m_hasToUnicode = font.getKey("/ToUnicode").isStream() || font.getKey("/ToUnicode").isName();
    if (font.getKey("/BaseFont").isName())
        m_baseName = font.getKey("/BaseFont").getName().substr(1);
    m_isComposite = font.getKey("/Subtype").isNameAndEquals("/Type0");
    if (m_isComposite)
        readComposite(font);
    else
        readSimple(font);
}

void PdfFont::readDescriptor(QPDFObjectHandle descriptor)
{
    if (!descriptor.isDictionary())
        return;
    const int flags = static_cast<int>(numberOf(descriptor.getKey("/Flags"), 0));
    m_isMonospace = (flags & fixedPitch) != 0;
    m_isItalic = (flags & italic) != 0 || numberOf(descriptor.getKey("/ItalicAngle"), 0) != 0;
    m_isBold = (flags & forceBold) != 0 || numberOf(descriptor.getKey("/FontWeight"), 400) >= 600;
    const double ascent = numberOf(descriptor.getKey("/Ascent"), 0);
    const double descent = numberOf(descriptor.getKey("/Descent"), 0);
    if (ascent > 100 && ascent < 2000)
        m_ascent = ascent / 1000;
    if (descent < 0 && descent > -1000)
        m_descent = descent / 1000;
}

void PdfFont::readSimple(QPDFObjectHandle font)
{
    readDescriptor(font.getKey("/FontDescriptor"));
    const bool isType3 = font.getKey("/Subtype").isNameAndEquals("/Type3");
    double unit = 0.001;
    if (QPDFObjectHandle matrix = font.getKey("/FontMatrix");
        isType3 && matrix.isArray() && matrix.getArrayNItems() == 6)
        unit = std::abs(numberOf(matrix.getArrayItem(0), unit));
    const int first = static_cast<int>(numberOf(font.getKey("/FirstChar"), 0));
    if (QPDFObjectHandle widths = font.getKey("/Widths"); widths.isArray()) {
        for (int i = 0; i < widths.getArrayNItems() && first + i < 256; ++i) {
            if (first + i >= 0)
                m_widths[first + i] = numberOf(widths.getArrayItem(i), 500) * unit;
        }
    }
    if (m_hasToUnicode)
        return;
    QPDFObjectHandle encoding = font.getKey("/Encoding");
    if (isType3 && !encoding.isDictionary())
        m_isUnmapped = true; // its glyphs are drawings with nothing to tell what they are
    if (!encoding.isDictionary() || !encoding.getKey("/Differences").isArray())
        return;
    if (isType3 && !encoding.getKey("/BaseEncoding").isName())
        m_unmappedCodes.set();
    size_t code = 0;
    for (QPDFObjectHandle item : encoding.getKey("/Differences").getArrayAsVector()) {
        if (item.isInteger())
            code = static_cast<size_t>(std::clamp<long long>(item.getIntValue(), 0, 256));
        else if (item.isName() && code < 256)
            m_unmappedCodes[code++] = !tellsCharacter(item.getName().substr(1));
    }
}

void PdfFont::readComposite(QPDFObjectHandle font)
{
    QPDFObjectHandle descendants = font.getKey("/DescendantFonts");
    QPDFObjectHandle descendant
        = descendants.isArray() && descendants.getArrayNItems() > 0 ? descendants.getArrayItem(0) : descendants;
    if (!descendant.isDictionary()) {
        m_isUnmapped = !m_hasToUnicode;
        return;
    }
    readDescriptor(descendant.getKey("/FontDescriptor"));
    m_isUnmapped = !m_hasToUnicode && !isCharacterCollection(descendant);
    m_defaultWidth = numberOf(descendant.getKey("/DW"), 1000) / 1000;
    QPDFObjectHandle widths = descendant.getKey("/W");
    if (!widths.isArray())
        return;
    const std::vector<QPDFObjectHandle> items = widths.getArrayAsVector();
    for (size_t i = 0; i + 1 < items.size();) {
        const auto first = static_cast<unsigned>(std::clamp(numberOf(items[i], 0), 0.0, 65535.0));
        if (QPDFObjectHandle list = items[i + 1]; list.isArray()) {
            for (int k = 0; k < list.getArrayNItems(); ++k)
                m_cidWidths[first + static_cast<unsigned>(k)] = numberOf(list.getArrayItem(k), 1000) / 1000;
            i += 2;
        } else if (i + 2 < items.size()) {
            const auto last = static_cast<unsigned>(std::clamp(numberOf(items[i + 1], 0), 0.0, 65535.0));
            for (unsigned cid = first; cid <= last; ++cid)
                m_cidWidths[cid] = numberOf(items[i + 2], 1000) / 1000;
            i += 3;
        } else {
            break;
        }
    }
}

PdfFont::Run PdfFont::measure(const std::string &codes) const
{
    Run run;
    if (m_isComposite) {
        // Two bytes a code, as Identity-H and nearly every other encoding of composite fonts has it.
        for (size_t i = 0; i + 1 < codes.size(); i += 2) {
            const unsigned cid = static_cast<unsigned char>(codes[i]) << 8U | static_cast<unsigned char>(codes[i + 1]);
            const auto width = m_cidWidths.find(cid);
            run.width += width != m_cidWidths.end() ? width->second : m_defaultWidth;
            ++run.glyphs;
        }
        run.unmapped = m_isUnmapped ? run.glyphs : 0;
        return run;
    }
    for (const char c : codes) {
        const auto code = static_cast<unsigned char>(c);
        run.width += m_widths[code];
        if (code == ' ') {
            ++run.spaces;
        } else {
            ++run.glyphs;
            run.unmapped += m_isUnmapped || m_unmappedCodes[code] ? 1 : 0;
        }
    }
    return run;
}

} // namespace render
