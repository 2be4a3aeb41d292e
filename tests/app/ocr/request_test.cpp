// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ocr/request.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QPainter>

#include <gtest/gtest.h>

using namespace ocr;
using namespace Qt::StringLiterals;

namespace {

QImage decoded(const EncodedPicture &picture)
{
    return QImage::fromData(picture.bytes, "png");
}

/// A picture in which every pixel differs from its neighbours.
QImage motley(QImage::Format format)
{
    QImage image(301, 77, QImage::Format_RGB32);
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            image.setPixel(x, y, qRgb((x * 7 + y) & 255, (x + y * 5) & 255, (x * y) & 255));
    }
    return image.convertToFormat(format);
}

ReadRequest asking(const QString &prompt)
{
    ReadRequest request;
    request.prompt = prompt;
    return request;
}

QByteArray recorded(const char *name)
{
    QFile file(QStringLiteral(TEST_DATA_DIR "/../contract/data/") + QLatin1StringView(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

TEST(Request, aPlainPageBecomesTheRecordedBody)
{
    const QJsonObject body
        = buildRequest({"PICTURE", "image/png"}, asking(u"<|grounding|>Convert the document to markdown."_s));
    EXPECT_EQ(body, QJsonDocument::fromJson(recorded("request_plain.json")).object())
        << QJsonDocument(body).toJson().constData();
}

TEST(Request, whatIsForOurEngineGoesIntoTheRectoObject)
{
    ReadRequest request = asking(u"Free OCR."_s);
    request.maxTokens = 1'000'000;
    request.languages = {u"eng"_s, u"chi_sim"_s};
    request.mode = u"gundam"_s;
    request.maxTiles = 6;
    request.draft = u"# Title"_s;
    const QJsonObject body = buildRequest({"PICTURE", "image/png"}, request);
    EXPECT_EQ(body, QJsonDocument::fromJson(recorded("request_recto.json")).object())
        << QJsonDocument(body).toJson().constData();
}

TEST(Request, aPageMayBeAskedAboutWhileItIsRead)
{
    ReadRequest request = asking(u"Free OCR."_s);
    request.leastTurnConfidence = 5;
    const QJsonObject recto = buildRequest({"PICTURE", "image/png"}, request).value(u"recto").toObject();
    EXPECT_EQ(recto, (QJsonObject{{u"orientation"_s, QJsonObject{{u"least_confidence"_s, 5}}}}));
}

TEST(Request, anAttachedPictureIsNamedNotHeld)
{
    QJsonObject body = buildRequestForAttached(asking(u"Free OCR."_s));
    const QJsonObject part
        = body.value(u"messages").toArray().first().toObject().value(u"content").toArray().first().toObject();
    EXPECT_EQ(part.value(u"image_url").toObject().value(u"url"), u"cid:page"_s);
}

TEST(Request, barePixelsAreTheSamePicture)
{
    for (const auto format : {QImage::Format_RGB888, QImage::Format_Grayscale8}) {
        const QImage page = motley(format);
        const EncodedPicture raw = rawPicture(page);
        EXPECT_EQ(raw.mimeType, "image/x-portable-anymap");
        EXPECT_EQ(QImage::fromData(raw.bytes, "PNM").convertToFormat(format), page);
    }
    QImage blackAndWhite(37, 5, QImage::Format_Grayscale8);
    blackAndWhite.fill(Qt::white);
    blackAndWhite.setPixelColor(3, 2, Qt::black);
    const EncodedPicture raw = rawPicture(blackAndWhite);
    EXPECT_TRUE(raw.bytes.startsWith("P4\n37 5\n"));
    EXPECT_EQ(raw.bytes.size(), 8 + 5 * 5);
    EXPECT_EQ(QImage::fromData(raw.bytes, "PNM").convertToFormat(QImage::Format_Grayscale8), blackAndWhite);
    EXPECT_TRUE(rawPicture(QImage()).bytes.isEmpty());
}

TEST(Request, aPagePast64MegabytesIsPackedAfterAll)
{
    QImage page(9000, 8000, QImage::Format_Grayscale8);
    page.fill(200);
    EXPECT_EQ(rawPicture(page).mimeType, "image/png");
}

TEST(Request, colourTravelsWithoutLoss)
{
    const QImage page = motley(QImage::Format_RGB888);
    EXPECT_EQ(decoded(encodePicture(page)).convertToFormat(QImage::Format_RGB888), page);
}

TEST(Request, greyStaysGreyWithoutLoss)
{
    const QImage page = motley(QImage::Format_Grayscale8);
    const QImage back = decoded(encodePicture(page));
    EXPECT_EQ(back.format(), QImage::Format_Grayscale8);
    EXPECT_EQ(back, page);
    EXPECT_EQ(decoded(encodePicture(page.convertToFormat(QImage::Format_RGB888))).format(), QImage::Format_Grayscale8);
}

TEST(Request, blackAndWhiteBecomesOneBit)
{
    QImage page(2480, 100, QImage::Format_Grayscale8);
    page.fill(255);
    for (int x = 0; x < 2480; x += 3)
        page.scanLine(x % 100)[x] = 0;
    const QImage back = decoded(encodePicture(page));
    EXPECT_EQ(back.depth(), 1);
    EXPECT_EQ(back.convertToFormat(QImage::Format_Grayscale8), page);
}

TEST(Request, aSingleGreyPixelKeepsThePageGrey)
{
    for (const auto &[x, y] :
        {std::pair(0, 0), std::pair(7, 0), std::pair(18, 9)}) { // the last is in a line's odd rest
        QImage page(19, 10, QImage::Format_Grayscale8);
        page.fill(255);
        for (const uchar grey : {1, 127, 128, 254}) {
            page.scanLine(y)[x] = grey;
            EXPECT_EQ(decoded(encodePicture(page)), page) << x << ' ' << y << ' ' << int(grey);
        }
    }
}

TEST(Request, aPictureOfAnySizeSurvives)
{
    for (const QSize size : {QSize(1, 1), QSize(1, 65), QSize(7, 64), QSize(9, 129), QSize(4000, 1)}) {
        QImage page(size, QImage::Format_RGB888);
        page.fill(QColor(10, 20, 30));
        EXPECT_EQ(decoded(encodePicture(page)).convertToFormat(QImage::Format_RGB888), page) << size.width();
        page.fill(Qt::white);
        EXPECT_EQ(decoded(encodePicture(page)).convertToFormat(QImage::Format_RGB888), page) << size.width();
    }
    EXPECT_TRUE(encodePicture(QImage()).bytes.isEmpty());
}

TEST(Request, aOneBitPageKeepsItsColoursWhicheverWayItsTableGoes)
{
    for (const bool zeroIsWhite : {true, false}) {
        QImage page(9, 3, QImage::Format_Mono);
        page.setColorTable(
            {zeroIsWhite ? qRgb(255, 255, 255) : qRgb(0, 0, 0), zeroIsWhite ? qRgb(0, 0, 0) : qRgb(255, 255, 255)});
        page.fill(0);
        page.setPixel(4, 1, 1);
        const QImage back = decoded(encodePicture(page)).convertToFormat(QImage::Format_Grayscale8);
        EXPECT_EQ(back, page.convertToFormat(QImage::Format_Grayscale8)) << zeroIsWhite;
    }
}

TEST(Request, whatIsTransparentIsWhite)
{
    QImage page(4, 4, QImage::Format_ARGB32);
    page.fill(Qt::transparent);
    page.setPixel(1, 1, qRgba(255, 0, 0, 255));
    const QImage back = decoded(encodePicture(page));
    EXPECT_EQ(back.pixelColor(0, 0), QColor(Qt::white));
    EXPECT_EQ(back.pixelColor(1, 1), QColor(255, 0, 0));
}

TEST(Request, theLongestAnswerFitsBesideTheLargestGundamPicture)
{
    EXPECT_LE(longestAnswer(u"deepseek-ai/DeepSeek-OCR") + 1263 + 20, 8192);
    EXPECT_GT(longestAnswer(u"tesseract"), 100'000);
}
