// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/intake/file_type.h"

#include <algorithm>
#include <array>

namespace intake {

namespace {

bool isBmp(QByteArrayView head)
{
    // "BM" begins many a text; the four reserved bytes and the size of the second header tell a bitmap.
    if (head.size() < 26 || !head.startsWith("BM"))
        return false;
    const auto byte = [&](qsizetype i) { return static_cast<unsigned char>(head[i]); };
    const unsigned headerSize
        = byte(14) | unsigned{byte(15)} << 8U | unsigned{byte(16)} << 16U | unsigned{byte(17)} << 24U;
    static constexpr std::array<unsigned, 7> known{12, 40, 52, 56, 64, 108, 124};
    return std::ranges::find(known, headerSize) != known.end();
}

bool isHeic(QByteArrayView head)
{
    // ISO base media file: a box "ftyp" whose brands tell. AVIF is another format in the same box.
    if (head.size() < 16 || head.sliced(4, 4) != "ftyp")
        return false;
    static constexpr std::array<const char *, 8> brands{"heic", "heix", "hevc", "hevx", "heim", "heis", "mif1", "msf1"};
    const QByteArrayView brand = head.sliced(8, 4);
    return std::ranges::any_of(brands, [&](const char *known) { return brand == QByteArrayView(known, 4); });
}

} // namespace

FileType fileType(QByteArrayView head)
{
    if (head.startsWith("\x89PNG\r\n\x1a\n"))
        return FileType::Png;
    if (head.startsWith("\xff\xd8\xff"))
        return FileType::Jpeg;
    if (head.startsWith(QByteArrayView("II*\0", 4)) || head.startsWith(QByteArrayView("MM\0*", 4))
        || head.startsWith(QByteArrayView("II+\0", 4)) || head.startsWith(QByteArrayView("MM\0+", 4)))
        return FileType::Tiff;
    if (head.startsWith("GIF87a") || head.startsWith("GIF89a"))
        return FileType::Gif;
    if (head.size() >= 12 && head.startsWith("RIFF") && head.sliced(8, 4) == "WEBP")
        return FileType::Webp;
    if (head.startsWith(QByteArrayView("\0\0\0\x0cjP  \r\n\x87\n", 12)) || head.startsWith("\xff\x4f\xff\x51"))
        return FileType::Jpeg2000;
    if (isBmp(head))
        return FileType::Bmp;
    if (isHeic(head))
        return FileType::Heic;
    if (head.first(std::min<qsizetype>(head.size(), typeBytes)).indexOf("%PDF-") >= 0)
        return FileType::Pdf;
    return FileType::Unknown;
}

const char *formatName(FileType type)
{
    switch (type) {
    case FileType::Unknown:
        break;
    case FileType::Pdf:
        return "pdf";
    case FileType::Png:
        return "png";
    case FileType::Jpeg:
        return "jpeg";
    case FileType::Tiff:
        return "tiff";
    case FileType::Bmp:
        return "bmp";
    case FileType::Gif:
        return "gif";
    case FileType::Webp:
        return "webp";
    case FileType::Jpeg2000:
        return "jp2";
    case FileType::Heic:
        return "heic";
    }
    return "";
}

} // namespace intake
