// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/render/to_page_image.h"

#include <QTransform>

#include <algorithm>
#include <array>
#include <cstring>

namespace render {

namespace {

/// Pixels looked at in one step: a count known beforehand lets the compiler use vector instructions.
constexpr int step = 16;

/// One row, whose pixels have red = green = blue. False, and @p to half written, when one has not.
bool copyGreyRow(const QRgb *from, uchar *to, int width)
{
    QRgb difference = 0;
    int x = 0;
    for (; x + step <= width; x += step, from += step, to += step) {
        for (int i = 0; i < step; ++i)
            difference |= from[i] ^ from[i] >> 8U;
        for (int i = 0; i < step; ++i)
            to[i] = static_cast<uchar>(from[i]);
    }
    for (; x < width; ++x, ++from, ++to) {
        difference |= *from ^ *from >> 8U;
        *to = static_cast<uchar>(*from);
    }
    return (difference & 0xFFFFU) == 0;
}

/// @p from: @c step pixels of three bytes. Paper is most of a page, and quickly told.
bool isPaper(const uchar *from)
{
    std::array<quint64, step * 3 / sizeof(quint64)> words{};
    std::memcpy(words.data(), from, sizeof words);
    quint64 common = ~quint64{0};
    for (const quint64 word : words)
        common &= word;
    return common == ~quint64{0};
}

/// The same for pixels of three bytes.
bool copyGreyRow(const uchar *from, uchar *to, int width)
{
    int difference = 0;
    const auto copy = [&](int pixels) {
        for (int i = 0; i < pixels; ++i) {
            difference |= (from[3 * i] ^ from[3 * i + 1]) | (from[3 * i] ^ from[3 * i + 2]);
            to[i] = from[3 * i];
        }
    };
    int x = 0;
    for (; x + step <= width; x += step, from += 3 * step, to += step) {
        if (isPaper(from))
            std::memset(to, 0xFF, step);
        else
            copy(step);
    }
    copy(width - x);
    return difference == 0;
}

/// How many rows from the top have no colour; these are copied.
int copyGrey(const QImage &band, QImage &page, int firstRow)
{
    const bool isThreeBytes = band.format() == QImage::Format_RGB888;
    for (int y = 0; y < band.height(); ++y) {
        const uchar *from = band.constScanLine(y);
        uchar *to = page.scanLine(firstRow + y);
        const bool isGrey = isThreeBytes ? copyGreyRow(from, to, band.width())
                                         : copyGreyRow(reinterpret_cast<const QRgb *>(from), to, band.width());
        if (!isGrey)
            return y;
    }
    return band.height();
}

void copyColour(const QImage &band, QImage &page, int firstRow)
{
    constexpr int rowsAtOnce = 64; // stays in the cache
    for (int y = 0; y < band.height(); y += rowsAtOnce) {
        const int rows = std::min(rowsAtOnce, band.height() - y);
        const QImage piece(band.constScanLine(y), band.width(), rows, band.bytesPerLine(), band.format());
        const QImage rgb = piece.convertToFormat(QImage::Format_RGB888); // itself where it is that
        for (int row = 0; row < rows; ++row)
            std::memcpy(
                page.scanLine(firstRow + y + row), rgb.constScanLine(row), static_cast<size_t>(rgb.width()) * 3);
    }
}

/// Rounded a * b / 255.
uchar product(int a, int b)
{
    const int sum = a * b + 128;
    return static_cast<uchar>((sum + (sum >> 8)) >> 8);
}

QImage fromCmyk(const QImage &cmyk)
{
    QImage rgb(cmyk.size(), QImage::Format_RGB888);
    if (rgb.isNull())
        return rgb;
    for (int y = 0; y < cmyk.height(); ++y) {
        const uchar *from = cmyk.constScanLine(y);
        uchar *to = rgb.scanLine(y);
        for (int x = 0; x < cmyk.width(); ++x, from += 4, to += 3) {
            const int light = 255 - from[3];
            for (int i = 0; i < 3; ++i)
                to[i] = static_cast<uchar>(std::max(0, light - product(from[i], light)));
        }
    }
    return rgb;
}

/// Over white, in place.
void flatten(QImage &argb32)
{
    for (int y = 0; y < argb32.height(); ++y) {
        auto *line = reinterpret_cast<QRgb *>(argb32.scanLine(y));
        for (int x = 0; x < argb32.width(); ++x) {
            const int alpha = qAlpha(line[x]);
            if (alpha < 255) {
                const int white = 255 - alpha;
                line[x] = qRgb(product(qRed(line[x]), alpha) + white, product(qGreen(line[x]), alpha) + white,
                    product(qBlue(line[x]), alpha) + white);
            }
        }
    }
}

/// Told by the format or the palette alone.
bool isGrey(const QImage &picture)
{
    switch (picture.format()) {
    case QImage::Format_Grayscale8:
    case QImage::Format_Grayscale16:
        return true;
    case QImage::Format_Mono:
    case QImage::Format_MonoLSB:
    case QImage::Format_Indexed8:
        return !picture.hasAlphaChannel() && picture.allGray();
    default:
        return false;
    }
}

} // namespace

BandJoiner::BandJoiner(QSize size)
    : m_page(size, QImage::Format_Grayscale8)
{
}

void BandJoiner::append(const QImage &band)
{
    if (m_page.isNull())
        return;
    if (m_page.format() == QImage::Format_Grayscale8 && copyGrey(band, m_page, m_filled) < band.height()) {
        if (m_filled == 0)
            m_page = QImage(m_page.size(), QImage::Format_RGB888); // nothing to keep
        else
            m_page = std::move(m_page).convertToFormat(QImage::Format_RGB888);
    }
    if (m_page.format() == QImage::Format_RGB888)
        copyColour(band, m_page, m_filled);
    m_filled += band.height();
}

QImage toPageImage(QImage picture)
{
    if (picture.format() == QImage::Format_CMYK8888)
        return fromCmyk(picture);
    if (isGrey(picture))
        return std::move(picture).convertToFormat(QImage::Format_Grayscale8);
    const bool hasAlpha = picture.hasAlphaChannel();
    picture = std::move(picture).convertToFormat(hasAlpha ? QImage::Format_ARGB32 : QImage::Format_RGB32);
    if (picture.isNull())
        return {};
    if (hasAlpha)
        flatten(picture);
    BandJoiner joiner(picture.size());
    joiner.append(picture);
    return joiner.take();
}

QImage turnUpright(const QImage &stored, int exifOrientation)
{
    const auto turned
        = [](const QImage &image, int degrees) { return image.transformed(QTransform().rotate(degrees)); };
    switch (exifOrientation) {
    case 2:
        return stored.mirrored(true, false);
    case 3:
        return stored.mirrored(true, true);
    case 4:
        return stored.mirrored(false, true);
    case 5:
        return turned(stored.mirrored(true, false), 270);
    case 6:
        return turned(stored, 90);
    case 7:
        return turned(stored.mirrored(true, false), 90);
    case 8:
        return turned(stored, 270);
    default:
        return stored;
    }
}

} // namespace render
