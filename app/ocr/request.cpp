// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ocr/request.h"

#include <QBuffer>
#include <QImageWriter>
#include <QJsonArray>
#include <QPainter>

namespace ocr {

namespace {

/// zlib's level 1, as QImageWriter's 0..100 has it: half of the size costs a tenth of the time that level 6 takes.
constexpr int cheapestCompression = 12;

QImage onWhite(const QImage &page)
{
    QImage opaque(page.size(), QImage::Format_RGB888);
    opaque.fill(Qt::white);
    QPainter painter(&opaque);
    painter.drawImage(0, 0, page);
    return opaque;
}

bool isBlackAndWhite(const QImage &grey)
{
    for (int y = 0; y < grey.height(); ++y) {
        const uchar *line = grey.constScanLine(y);
        for (int x = 0; x < grey.width(); ++x) {
            if (line[x] != 0 && line[x] != 255)
                return false;
        }
    }
    return true;
}

/// The leanest format that shows the same picture, of those that PNG has.
QImage lean(const QImage &page)
{
    if (page.format() == QImage::Format_Mono || page.format() == QImage::Format_MonoLSB)
        return page.hasAlphaChannel() ? lean(onWhite(page)) : page;
    QImage picture = page.hasAlphaChannel() ? onWhite(page) : page;
    if (picture.format() != QImage::Format_Grayscale8) {
        if (!picture.allGray())
            return picture.convertToFormat(QImage::Format_RGB888);
        picture.convertTo(QImage::Format_Grayscale8);
    }
    if (!isBlackAndWhite(picture))
        return picture;
    return picture.convertToFormat(QImage::Format_Mono, Qt::ThresholdDither | Qt::AvoidDither);
}

QJsonObject rectoObject(const ReadRequest &request)
{
    QJsonObject object;
    if (!request.languages.isEmpty())
        object.insert(QStringLiteral("languages"), QJsonArray::fromStringList(request.languages));
    if (!request.mode.isEmpty())
        object.insert(QStringLiteral("mode"), request.mode);
    if (request.maxTiles > 0)
        object.insert(QStringLiteral("max_tiles"), request.maxTiles);
    if (!request.draft.isEmpty())
        object.insert(QStringLiteral("draft"), request.draft);
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

QJsonArray messages(const EncodedPicture &picture, const QString &prompt)
{
    const QString url = QLatin1String("data:") + QLatin1String(picture.mimeType) + QLatin1String(";base64,")
        + QLatin1String(picture.bytes.toBase64());
    const QJsonObject imagePart{
        {QStringLiteral("type"), QStringLiteral("image_url")},
        {QStringLiteral("image_url"), QJsonObject{{QStringLiteral("url"), url}}},
    };
    const QJsonObject textPart{{QStringLiteral("type"), QStringLiteral("text")}, {QStringLiteral("text"), prompt}};
    return {QJsonObject{{QStringLiteral("role"), QStringLiteral("user")},
        {QStringLiteral("content"), QJsonArray{imagePart, textPart}}}};
}

} // namespace

EncodedPicture encodePicture(const QImage &page)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QImageWriter writer(&buffer, "png");
    writer.setCompression(cheapestCompression);
    writer.write(lean(page));
    return {buffer.data(), QByteArrayLiteral("image/png")};
}

int longestAnswer(QStringView model)
{
    return model == u"tesseract" ? 1'000'000 : 6'900;
}

QJsonObject buildRequest(const EncodedPicture &picture, const ReadRequest &request)
{
    QJsonObject body{
        {QStringLiteral("messages"), messages(picture, request.prompt)},
        {QStringLiteral("max_tokens"), request.maxTokens},
        {QStringLiteral("temperature"), request.temperature},
        {QStringLiteral("skip_special_tokens"), false},
        {QStringLiteral("vllm_xargs"), vllmArguments(request.ngramBar)},
    };
    if (const QJsonObject recto = rectoObject(request); !recto.isEmpty())
        body.insert(QStringLiteral("recto"), recto);
    return body;
}

} // namespace ocr
