// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ocr/png.h"

#include <QtEndian>

#include <algorithm>
#include <cstring>
#include <zlib.h>

namespace ocr {

namespace {

constexpr char filterUp = 2; // each byte less the one above it: flat areas and vertical strokes become zeros

void append(QByteArray &bytes, quint32 number)
{
    char big[4];
    qToBigEndian(number, big);
    bytes.append(big, sizeof big);
}

void appendChunk(QByteArray &file, const char *type, QByteArrayView content)
{
    append(file, static_cast<quint32>(content.size()));
    const qsizetype start = file.size();
    file.append(type, 4);
    file.append(content);
    const auto *checked = reinterpret_cast<const Bytef *>(file.constData() + start);
    append(file, static_cast<quint32>(crc32(0, checked, static_cast<uInt>(file.size() - start))));
}

/// Width, height, bits, colour type (0 grey, 2 RGB), and the only compression, filtering and interlacing we use.
QByteArray header(const QImage &picture)
{
    QByteArray bytes;
    append(bytes, static_cast<quint32>(picture.width()));
    append(bytes, static_cast<quint32>(picture.height()));
    const bool isColour = picture.format() == QImage::Format_RGB888;
    bytes.append(static_cast<char>(picture.depth() == 1 ? 1 : 8));
    bytes.append(static_cast<char>(isColour ? 2 : 0));
    bytes.append(3, '\0');
    return bytes;
}

void filterLine(const uchar *line, const uchar *above, qsizetype length, char *to)
{
    *to++ = filterUp;
    if (!above) {
        std::memcpy(to, line, static_cast<size_t>(length));
        return;
    }
    for (qsizetype i = 0; i < length; ++i)
        to[i] = static_cast<char>(line[i] - above[i]);
}

/// All lines, filtered and deflated, a band at a time; empty when memory runs out.
QByteArray pixels(const QImage &picture, qsizetype lineLength)
{
    constexpr int bandHeight = 64; // lines; a band stays in the cache between filter and deflate
    z_stream zip{};
    if (deflateInit(&zip, 1) != Z_OK)
        return {};
    QByteArray out(static_cast<qsizetype>(deflateBound(&zip, static_cast<uLong>((lineLength + 1) * picture.height()))),
        Qt::Uninitialized);
    zip.next_out = reinterpret_cast<Bytef *>(out.data());
    zip.avail_out = static_cast<uInt>(out.size());
    QByteArray band((lineLength + 1) * bandHeight, Qt::Uninitialized);
    int status = Z_OK;
    for (int y = 0; y < picture.height() && status == Z_OK; y += bandHeight) {
        const int lines = std::min(bandHeight, picture.height() - y);
        for (int i = 0; i < lines; ++i)
            filterLine(picture.constScanLine(y + i), y + i > 0 ? picture.constScanLine(y + i - 1) : nullptr, lineLength,
                band.data() + i * (lineLength + 1));
        zip.next_in = reinterpret_cast<Bytef *>(band.data());
        zip.avail_in = static_cast<uInt>(lines * (lineLength + 1));
        status = deflate(&zip, y + lines == picture.height() ? Z_FINISH : Z_NO_FLUSH);
    }
    out.truncate(status == Z_STREAM_END ? static_cast<qsizetype>(zip.total_out) : 0);
    deflateEnd(&zip);
    return out;
}

} // namespace

QByteArray writeFastPng(const QImage &picture)
{
    const qsizetype lineLength = (qsizetype(picture.width()) * picture.depth() + 7) / 8;
    const QByteArray content = picture.isNull() ? QByteArray() : pixels(picture, lineLength);
    if (content.isEmpty())
        return {};
    QByteArray file = QByteArrayLiteral("\x89PNG\r\n\x1A\n");
    file.reserve(content.size() + 100);
    appendChunk(file, "IHDR", header(picture));
    appendChunk(file, "IDAT", content);
    appendChunk(file, "IEND", {});
    return file;
}

} // namespace ocr
