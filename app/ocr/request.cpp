// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ocr/request.h"

#include "app/ocr/png.h"
#include "app/ocr/tasks.h"

#include <QJsonArray>
#include <QPainter>

#include <cstring>

namespace ocr {

namespace {

QImage onWhite(const QImage &page)
{
    QImage opaque(page.size(), QImage::Format_RGB888);
    opaque.fill(Qt::white);
    QPainter painter(&opaque);
    painter.drawImage(0, 0, page);
    return opaque;
}

/// One bit a pixel, 1 for white, when the page is black and white alone; else a null image. Looks at each pixel once.
QImage asOneBit(const QImage &grey)
{
    QImage bits(grey.size(), QImage::Format_Mono);
    const int width = grey.width();
    for (int y = 0; y < grey.height(); ++y) {
        const uchar *line = grey.constScanLine(y);
        uchar *to = bits.scanLine(y);
        uchar neither = 0; // of 0 and 255; either way all bits of such a pixel are one
        for (int x = 0; x < width; x += 8) {
            unsigned byte = 0;
            for (int i = 0; i < 8; ++i) {
                const uchar pixel = x + i < width ? line[x + i] : uchar(0);
                neither |= static_cast<uchar>(pixel ^ static_cast<uchar>(-(pixel & 1)));
                byte = byte << 1 | (pixel & 1U);
            }
            to[x / 8] = static_cast<uchar>(byte);
        }
        if (neither != 0)
            return {};
    }
    return bits;
}

/// The leanest of the formats that writeFastPng takes and that shows the same picture.
QImage lean(const QImage &page)
{
    QImage picture = page.hasAlphaChannel() ? onWhite(page) : page;
    if (picture.format() != QImage::Format_Grayscale8) {
        if (!picture.allGray())
            return picture.convertToFormat(QImage::Format_RGB888);
        picture.convertTo(QImage::Format_Grayscale8);
    }
    const QImage bits = asOneBit(picture);
    return bits.isNull() ? picture : bits;
}

QJsonObject rectoObject(const ReadRequest &request)
{
    QJsonObject object;
    if (!request.languages.isEmpty())
        object.insert(QStringLiteral("languages"), QJsonArray::fromStringList(request.languages));
    if (!request.mode.isEmpty())
        object.insert(QStringLiteral("mode"), modeJson(request.mode));
    if (request.maxTiles > 0)
        object.insert(QStringLiteral("max_tiles"), request.maxTiles);
    if (!request.draft.isEmpty())
        object.insert(QStringLiteral("draft"), request.draft);
    if (request.leastTurnConfidence)
        object.insert(QStringLiteral("orientation"),
            QJsonObject{{QStringLiteral("least_confidence"), *request.leastTurnConfidence}});
    return object;
}

QJsonObject vllmArguments(const NgramBar &bar)
{
    QJsonArray whitelist;
    for (const int id : bar.whitelist)
        whitelist.append(id);
    return {{QStringLiteral("ngram_size"), bar.size}, {QStringLiteral("window_size"), bar.window},
        {QStringLiteral("whitelist_token_ids"), whitelist}};
}

QString dataUrl(const EncodedPicture &picture)
{
    return QLatin1String("data:") + QLatin1String(picture.mimeType) + QLatin1String(";base64,")
        + QLatin1String(picture.bytes.toBase64());
}

QJsonArray messages(const QString &url, const QString &prompt)
{
    const QJsonObject imagePart{
        {QStringLiteral("type"), QStringLiteral("image_url")},
        {QStringLiteral("image_url"), QJsonObject{{QStringLiteral("url"), url}}},
    };
    const QJsonObject textPart{{QStringLiteral("type"), QStringLiteral("text")}, {QStringLiteral("text"), prompt}};
    return {QJsonObject{{QStringLiteral("role"), QStringLiteral("user")},
        {QStringLiteral("content"), QJsonArray{imagePart, textPart}}}};
}

QJsonObject requestFor(const QString &pictureUrl, const ReadRequest &request)
{
    QJsonObject body{
        {QStringLiteral("messages"), messages(pictureUrl, request.prompt)},
        {QStringLiteral("max_tokens"), request.maxTokens},
        {QStringLiteral("temperature"), request.temperature},
        {QStringLiteral("skip_special_tokens"), false},
        {QStringLiteral("vllm_xargs"), vllmArguments(request.ngramBar)},
    };
    if (const QJsonObject recto = rectoObject(request); !recto.isEmpty())
        body.insert(QStringLiteral("recto"), recto);
    return body;
}

constexpr qsizetype largestRaw = qsizetype{64} << 20; // bytes: a page in colour at 600 dpi is packed after all

/// "P5\n1240 1754 255\n" and its like.
QByteArray pnmHead(const QImage &picture)
{
    const char kind = picture.depth() == 1 ? '4' : picture.depth() == 8 ? '5' : '6';
    QByteArray head = QByteArrayLiteral("P") + kind + '\n' + QByteArray::number(picture.width()) + ' '
        + QByteArray::number(picture.height());
    return head + (kind == '4' ? "\n" : " 255\n");
}

} // namespace

EncodedPicture encodePicture(const QImage &page)
{
    return {writeFastPng(lean(page)), QByteArrayLiteral("image/png")};
}

EncodedPicture rawPicture(const QImage &page)
{
    const QImage picture = lean(page);
    const qsizetype line = (qsizetype(picture.width()) * picture.depth() + 7) / 8;
    if (picture.isNull() || line * picture.height() > largestRaw)
        return encodePicture(page);
    QByteArray bytes = pnmHead(picture);
    const qsizetype head = bytes.size();
    bytes.resizeForOverwrite(head + line * picture.height());
    char *to = bytes.data() + head;
    for (int y = 0; y < picture.height(); ++y, to += line) {
        std::memcpy(to, picture.constScanLine(y), static_cast<size_t>(line));
        if (picture.depth() == 1) { // PNM has 1 for black
            for (qsizetype i = 0; i < line; ++i)
                to[i] = static_cast<char>(~to[i]);
        }
    }
    return {bytes, QByteArrayLiteral("image/x-portable-anymap")};
}

int longestAnswer(QStringView model, int limit)
{
    if (model == u"tesseract")
        return 1'000'000;
    return limit > 0 ? limit : 6'900;
}

QJsonObject buildRequest(const EncodedPicture &picture, const ReadRequest &request)
{
    return requestFor(dataUrl(picture), request);
}

QJsonObject buildRequestForAttached(const ReadRequest &request)
{
    return requestFor(QLatin1String("cid:") + QLatin1String(attachedId), request);
}

} // namespace ocr
