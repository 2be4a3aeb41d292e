// SPDX-License-Identifier: GPL-3.0-or-later
// Boxes land on the page to the pixel: a rectangle is drawn on a page, the page goes through what happens to it (turned upright, resized and padded
// or tiled for a mode), the rectangle is found again in the pixels or followed by hand, and comes back as the model's 0..999.
#include "app/markdown/grounding.h"
#include "app/markdown/transcript_parser.h"
#include "app/pipeline/cut_crops.h"
#include "app/prepare/orientation.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

using namespace Qt::StringLiterals;

namespace {

constexpr unsigned seed = 20261125;
constexpr QRgb ink = qRgb(200, 30, 30);

/// The bounding box of the ink.
QRect inkOf(const QImage &picture)
{
    QRect found;
    for (int y = 0; y < picture.height(); ++y) {
        for (int x = 0; x < picture.width(); ++x) {
            if (picture.pixel(x, y) == ink)
                found |= QRect(x, y, 1, 1);
        }
    }
    return found;
}

QImage pageWith(const QSize &size, const QRect &rectangle)
{
    QImage page(size, QImage::Format_RGB888);
    page.fill(Qt::white);
    for (int y = rectangle.top(); y <= rectangle.bottom(); ++y) {
        for (int x = rectangle.left(); x <= rectangle.right(); ++x)
            page.setPixel(x, y, ink);
    }
    return page;
}

QRect someRectangle(std::mt19937 &random, const QSize &size)
{
    const auto upTo = [&](int most) { return std::uniform_int_distribution(0, most)(random); };
    const int left = upTo(size.width() - 1);
    const int top = upTo(size.height() - 1);
    return {left, top, 1 + upTo(size.width() - left - 1), 1 + upTo(size.height() - top - 1)};
}

/// Edges of a picture as the model says them: 0..999 over the picture, whatever it was padded to.
int said(double pixel, int size)
{
    return static_cast<int>(std::lround(pixel / size * 999));
}

QString transcriptFor(const QRectF &box, const QSize &picture)
{
    return u"<|ref|>image<|/ref|><|det|>[[%1, %2, %3, %4]]<|/det|>\n"_s.arg(said(box.left(), picture.width()))
        .arg(said(box.top(), picture.height()))
        .arg(said(box.right(), picture.width()))
        .arg(said(box.bottom(), picture.height()));
}

/// The box of a transcript on the page as seen.
QRectF placed(const QString &transcript, int turn, const QSize &page)
{
    const QList<document::Block> blocks = markdown::parseTranscript(transcript, markdown::Grammar::Labels, 1);
    return blocks.value(0).boxes.value(0).turnedBack(turn).on(page);
}

/// How far an edge may lie from its truth: half a step of the 999, and the rounding of doubles.
double halfStep(int size)
{
    return size / 999.0 / 2 + 1e-9;
}

void expectAt(const QRectF &found, const QRect &truth, const QSize &page, double extra = 0)
{
    const double across = halfStep(page.width()) + extra;
    const double down = halfStep(page.height()) + extra;
    EXPECT_NEAR(found.left(), truth.left(), across);
    EXPECT_NEAR(found.right(), truth.left() + truth.width(), across);
    EXPECT_NEAR(found.top(), truth.top(), down);
    EXPECT_NEAR(found.bottom(), truth.top() + truth.height(), down);
}

double halfToEven(double value)
{
    return std::nearbyint(value); // the default rounding mode
}

/// Where the picture lies in the padded overview (specification 2.5).
QRectF fitted(const QSize &picture, int side)
{
    const double ratio = double(picture.width()) / picture.height();
    QSizeF size(side, side);
    if (ratio > 1)
        size.setHeight(halfToEven(double(picture.height()) / picture.width() * side));
    else if (ratio < 1)
        size.setWidth(halfToEven(double(picture.width()) / picture.height() * side));
    return {
        halfToEven((side - size.width()) * 0.5), halfToEven((side - size.height()) * 0.5), size.width(), size.height()};
}

} // namespace

TEST(BoxPlacement, aTurnedPagesBoxesComeBackToThePixel)
{
    std::mt19937 random(seed);
    RecordProperty("seed", int(seed));
    for (int i = 0; i < 1200 && !HasFailure(); ++i) {
        const auto side = [&] { return std::uniform_int_distribution(1, 220)(random); };
        const QSize size(side(), side());
        const QRect rectangle = someRectangle(random, size);
        const int turn = 90 * std::uniform_int_distribution(0, 3)(random);
        SCOPED_TRACE(testing::Message() << "seed " << seed << ", case " << i << ": page " << size.width() << "x"
                                        << size.height() << ", turned " << turn);
        const QImage sent = prepare::turned(pageWith(size, rectangle), turn);
        const QRectF found = placed(transcriptFor(QRectF(inkOf(sent)), sent.size()), turn, size);
        expectAt(found, rectangle, size);
        const QRect pixels(QPoint(qRound(found.left()), qRound(found.top())),
            QSize(qRound(found.right()) - qRound(found.left()), qRound(found.bottom()) - qRound(found.top())));
        EXPECT_EQ(pixels, rectangle); // below 999 pixels a side nothing is lost
    }
}

TEST(BoxPlacement, paddingAndTilesOfEveryModeDoNotMoveABox)
{
    std::mt19937 random(seed + 1);
    constexpr int overviews[] = {512, 640, 1024, 1280}; // tiny and small stretch, base and large pad
    for (int i = 0; i < 1500 && !HasFailure(); ++i) {
        const auto side = [&] { return std::uniform_int_distribution(40, 6000)(random); };
        const QSize size(side(), side());
        const QRect rectangle = someRectangle(random, size);
        const int overview = overviews[i % 4];
        SCOPED_TRACE(testing::Message() << "seed " << seed + 1 << ", case " << i << ": page " << size.width() << "x"
                                        << size.height() << ", side " << overview);
        // Followed by hand into the view and, as a model that knows no padding says it, back out of it.
        const QRectF view = overview <= 640 ? QRectF(0, 0, overview, overview) : fitted(size, overview);
        const auto across = [&](double x) { return view.left() + x / size.width() * view.width(); };
        const auto down = [&](double y) { return view.top() + y / size.height() * view.height(); };
        const QRectF inView(QPointF(across(rectangle.left()), down(rectangle.top())),
            QPointF(across(rectangle.left() + rectangle.width()), down(rectangle.top() + rectangle.height())));
        const QRectF ofPicture((inView.left() - view.left()) / view.width() * size.width(),
            (inView.top() - view.top()) / view.height() * size.height(), inView.width() / view.width() * size.width(),
            inView.height() / view.height() * size.height());
        expectAt(placed(transcriptFor(ofPicture, size), 0, size), rectangle, size, 1e-6);
        // In a mosaic of tiles, which is stretched: columns and rows of 640.
        const int columns = std::uniform_int_distribution(1, 6)(random);
        const int rows = std::uniform_int_distribution(1, 6)(random);
        const QSizeF mosaic(640.0 * columns, 640.0 * rows);
        const double left = rectangle.left() * mosaic.width() / size.width();
        const int tile = static_cast<int>(left / 640);
        const double backLeft = (640.0 * tile + (left - 640.0 * tile)) * size.width() / mosaic.width();
        EXPECT_EQ(said(backLeft, size.width()), said(rectangle.left(), size.width()));
    }
}

TEST(BoxPlacement, aCropHoldsExactlyTheBoxThatWasDrawn)
{
    std::mt19937 random(seed + 2);
    for (int i = 0; i < 300 && !HasFailure(); ++i) {
        const QSize size(
            std::uniform_int_distribution(20, 400)(random), std::uniform_int_distribution(20, 400)(random));
        const QRect rectangle = someRectangle(random, size);
        const QImage page = pageWith(size, rectangle);
        SCOPED_TRACE(testing::Message() << "seed " << seed + 2 << ", case " << i);
        QList<document::Block> blocks
            = markdown::parseTranscript(transcriptFor(QRectF(rectangle), size), markdown::Grammar::Labels, 1);
        const QList<document::Crop> crops = pipeline::cutCrops(page, 1, blocks);
        ASSERT_EQ(crops.size(), 1);
        const QImage &crop = crops[0].image;
        // Outward to whole pixels: all of the rectangle is in it, and at most one pixel more on either side.
        EXPECT_EQ(inkOf(crop).size(), rectangle.size());
        EXPECT_LE(crop.width() - rectangle.width(), 2);
        EXPECT_LE(crop.height() - rectangle.height(), 2);
    }
}
