// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/intake/picture_header.h"

#include "app/intake/tiff_directory.h"

#include <QCoreApplication>
#include <QtEndian>

#include <libheif/heif.h>

#include <cmath>
#include <memory>

namespace intake {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(PictureHeader)
};

constexpr double metresPerInch = 0.0254;

template <class Number>
Number big(const QByteArray &bytes, qsizetype at)
{
    return at >= 0 && at + static_cast<qsizetype>(sizeof(Number)) <= bytes.size()
        ? qFromBigEndian<Number>(bytes.constData() + at)
        : Number{};
}

template <class Number>
Number little(const QByteArray &bytes, qsizetype at)
{
    return at >= 0 && at + static_cast<qsizetype>(sizeof(Number)) <= bytes.size()
        ? qFromLittleEndian<Number>(bytes.constData() + at)
        : Number{};
}

/// What a header says, before it is judged.
struct Header {
    qint64 width = 0;
    qint64 height = 0;
    double resolution = 0;
    int orientation = 1;
};

/// Orientation from an EXIF block (a TIFF file in small); its resolution where the picture states none of its own.
void applyExif(Header &header, const QByteArray &exif)
{
    const QList<TiffImage> images
        = readTiffDirectories([&](qint64 offset, qint64 length) { return exif.mid(offset, length); });
    if (images.isEmpty())
        return;
    header.orientation = images.first().orientation;
    if (header.resolution <= 0)
        header.resolution = images.first().resolution;
}

Header readPng(const base::OpenFile &file)
{
    Header header;
    for (qint64 at = 8; at + 8 <= file.size();) {
        const QByteArray chunk = file.read(at, 8 + 13);
        const auto length = big<quint32>(chunk, 0);
        const QByteArray name = chunk.mid(4, 4);
        if (name == "IHDR") {
            header.width = big<quint32>(chunk, 8);
            header.height = big<quint32>(chunk, 12);
        } else if (name == "pHYs" && chunk.mid(16, 1) == QByteArrayView("\1", 1)) {
            header.resolution = std::round(big<quint32>(chunk, 8) * metresPerInch * 100) / 100;
        } else if (name == "eXIf") {
            applyExif(header, file.read(at + 8, std::min<qint64>(length, 1 << 20)));
        } else if (name == "IDAT" || name == "IEND") {
            break;
        }
        at += 12 + qint64{length};
    }
    return header;
}

bool isStartOfFrame(int marker)
{
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

Header readJpeg(const base::OpenFile &file)
{
    Header header;
    QByteArray exif;
    for (qint64 at = 2; at + 4 <= file.size();) {
        const QByteArray segment = file.read(at, 20);
        if (segment.size() < 4 || static_cast<unsigned char>(segment[0]) != 0xFF) {
            ++at; // stray bytes between segments, as decoders allow
            continue;
        }
        const int marker = static_cast<unsigned char>(segment[1]);
        if (marker == 0xFF || marker == 0x01 || (marker >= 0xD0 && marker <= 0xD8)) {
            at += marker == 0xFF ? 1 : 2;
            continue;
        }
        const auto length = big<quint16>(segment, 2);
        if (marker == 0xE0 && segment.mid(4, 4) == "JFIF") {
            const int unit = segment.size() > 11 ? segment[11] : 0;
            const auto density = big<quint16>(segment, 12);
            if (unit == 1 || unit == 2)
                header.resolution = unit == 2 ? density * 2.54 : density;
        } else if (marker == 0xE1 && exif.isEmpty() && segment.mid(4, 4) == "Exif") {
            exif = file.read(at + 10, length - 8);
        } else if (isStartOfFrame(marker)) {
            header.height = big<quint16>(segment, 5);
            header.width = big<quint16>(segment, 7);
            break;
        } else if (marker == 0xD9 || marker == 0xDA) {
            break;
        }
        at += 2 + std::max<qint64>(length, 2);
    }
    if (!exif.isEmpty())
        applyExif(header, exif);
    return header;
}

Header readBmp(const base::OpenFile &file)
{
    const QByteArray head = file.read(0, 46);
    if (little<quint32>(head, 14) == 12)
        return {little<quint16>(head, 18), little<quint16>(head, 20)};
    Header header{
        little<qint32>(head, 18), std::abs(qint64{little<qint32>(head, 22)})}; // negative: stored from the top
    header.resolution = std::round(little<qint32>(head, 38) * metresPerInch * 100) / 100;
    return header;
}

Header readGif(const base::OpenFile &file)
{
    const QByteArray head = file.read(0, 10);
    return {little<quint16>(head, 6), little<quint16>(head, 8)};
}

Header readWebp(const base::OpenFile &file)
{
    Header header;
    for (qint64 at = 12; at + 8 <= file.size();) {
        const QByteArray chunk = file.read(at, 8 + 10);
        const QByteArray name = chunk.first(4);
        const auto length = little<quint32>(chunk, 4);
        if (name == "VP8X") {
            header.width = 1 + qint64{little<quint32>(chunk, 12) & 0xFFFFFFU};
            header.height = 1 + qint64{little<quint32>(chunk, 14) >> 8U};
        } else if (name == "VP8L" && header.width == 0) {
            const auto bits = little<quint32>(chunk, 9);
            header.width = 1 + (bits & 0x3FFFU);
            header.height = 1 + (bits >> 14U & 0x3FFFU);
        } else if (name == "VP8 " && header.width == 0) {
            header.width = little<quint16>(chunk, 14) & 0x3FFF;
            header.height = little<quint16>(chunk, 16) & 0x3FFF;
        } else if (name == "EXIF") {
            QByteArray exif = file.read(at + 8, std::min<qint64>(length, 1 << 20));
            if (exif.startsWith("Exif"))
                exif = exif.mid(6);
            applyExif(header, exif);
        }
        at += 8 + qint64{length} + (length & 1U);
    }
    return header;
}

/// Looks into the boxes of a JP2 header for sizes and resolution.
void readJp2Boxes(const base::OpenFile &file, qint64 at, qint64 end, Header &header)
{
    while (at + 8 <= end) {
        const QByteArray box = file.read(at, 8 + 16);
        qint64 length = big<quint32>(box, 0);
        qint64 headLength = 8;
        if (length == 1) {
            length = static_cast<qint64>(big<quint64>(box, 8));
            headLength = 16;
        }
        if (length == 0)
            length = end - at;
        if (length < headLength || length > end - at)
            length = end - at;
        const QByteArray name = box.mid(4, 4);
        const QByteArray content = file.read(at + headLength, 16);
        if (name == "jp2h" || name == "res ") {
            readJp2Boxes(file, at + headLength, at + length, header);
        } else if (name == "ihdr") {
            header.height = big<quint32>(content, 0);
            header.width = big<quint32>(content, 4);
        } else if ((name == "resc" || name == "resd") && big<quint16>(content, 2) > 0) {
            // dots per metre, as numerator, denominator and exponent of ten; vertical first
            header.resolution = big<quint16>(content, 0) / static_cast<double>(big<quint16>(content, 2))
                * std::pow(10.0, static_cast<signed char>(content.size() > 8 ? content[8] : 0)) * metresPerInch;
        } else if (name == "jp2c") {
            return;
        }
        at += length;
    }
}

Header readJpeg2000(const base::OpenFile &file)
{
    Header header;
    const QByteArray head = file.read(0, 24);
    if (head.startsWith("\xff\x4f")) { // a bare code stream: SIZ follows at once
        header.width = qint64{big<quint32>(head, 8)} - big<quint32>(head, 16);
        header.height = qint64{big<quint32>(head, 12)} - big<quint32>(head, 20);
        return header;
    }
    readJp2Boxes(file, 0, file.size(), header);
    return header;
}

Header readHeic(const base::OpenFile &file)
{
    const std::unique_ptr<heif_context, decltype(&heif_context_free)> context(heif_context_alloc(), heif_context_free);
    heif_image_handle *primary = nullptr;
    if (heif_context_read_from_file(context.get(), file.name().toLatin1().constData(), nullptr).code != heif_error_Ok
        || heif_context_get_primary_image_handle(context.get(), &primary).code != heif_error_Ok)
        return {};
    const Header header{
        heif_image_handle_get_width(primary), heif_image_handle_get_height(primary)}; // turned as the file asks
    heif_image_handle_release(primary);
    return header;
}

document::PageGeometry geometry(const Header &header, int frame)
{
    document::PageGeometry page;
    const QSizeF stored(static_cast<double>(header.width), static_cast<double>(header.height));
    page.size = header.orientation >= 5 ? stored.transposed() : stored;
    page.unit = document::PageUnit::Pixels;
    // Below 10 and above 10,000 dots per inch a number is a default or a mistake, not a scanner's.
    page.resolution = base::Dpi{header.resolution >= 10 && header.resolution <= 10'000 ? header.resolution : 0};
    page.frame = frame;
    page.exifOrientation = header.orientation;
    return page;
}

QList<document::PageGeometry> readTiff(const base::OpenFile &file)
{
    QList<document::PageGeometry> pages;
    int frame = 0;
    for (const TiffImage &image :
        readTiffDirectories([&](qint64 offset, qint64 length) { return file.read(offset, length); })) {
        if (!image.isThumbnail || frame == 0)
            pages.append(geometry({image.width, image.height, image.resolution, image.orientation}, frame));
        ++frame;
    }
    return pages;
}

Header readSingle(FileType type, const base::OpenFile &file)
{
    switch (type) {
    case FileType::Png:
        return readPng(file);
    case FileType::Jpeg:
        return readJpeg(file);
    case FileType::Bmp:
        return readBmp(file);
    case FileType::Gif:
        return readGif(file);
    case FileType::Webp:
        return readWebp(file);
    case FileType::Jpeg2000:
        return readJpeg2000(file);
    case FileType::Heic:
        return readHeic(file);
    case FileType::Tiff:
    case FileType::Pdf:
    case FileType::Unknown:
        break;
    }
    return {};
}

} // namespace

base::Result<QList<document::PageGeometry>> readPictureHeader(FileType type, const base::OpenFile &file)
{
    const QList<document::PageGeometry> pages
        = type == FileType::Tiff ? readTiff(file) : QList{geometry(readSingle(type, file), 0)};
    if (pages.isEmpty() || pages.first().size.width() < 1 || pages.first().size.height() < 1)
        return base::failure(base::ErrorCode::FileDamaged, Words::tr("the picture's header is broken or cut off"),
            Words::tr("get the file again, or save the picture anew in its program"));
    return pages;
}

} // namespace intake
