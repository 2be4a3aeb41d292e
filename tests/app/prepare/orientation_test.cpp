// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/prepare/orientation.h"

#include "app/base/normalized_rect.h"

#include <gtest/gtest.h>

using namespace prepare;

namespace {

/// A white page with a black mark in its top left corner.
QImage markedPage(QImage::Format format)
{
    QImage page(40, 20, QImage::Format_Grayscale8);
    page.fill(255);
    for (int y = 0; y < 4; ++y)
        for (int x = 0; x < 10; ++x)
            page.setPixel(x, y, qRgb(0, 0, 0));
    page.setDotsPerMeterX(1000);
    page.setDotsPerMeterY(2000);
    QImage converted = page.convertToFormat(format);
    converted.setDotsPerMeterX(1000);
    converted.setDotsPerMeterY(2000);
    return converted;
}

/// The smallest box around all that is dark.
base::NormalizedRect markOn(const QImage &page)
{
    QRect mark;
    for (int y = 0; y < page.height(); ++y) {
        for (int x = 0; x < page.width(); ++x) {
            if (qGray(page.pixel(x, y)) < 128)
                mark |= QRect(x, y, 1, 1);
        }
    }
    return base::NormalizedRect::of(QRectF(mark), QSizeF(page.size()));
}

} // namespace

TEST(Orientation, aPageIsTurnedOnlyWhenTheEngineIsSure)
{
    EXPECT_EQ(turnFor(180, leastConfidence), 180);
    EXPECT_EQ(turnFor(270, leastConfidence + 10), 270);
    EXPECT_EQ(turnFor(180, leastConfidence - 0.01), 0);
    EXPECT_EQ(turnFor(90, 0), 0);
    EXPECT_EQ(turnFor(0, 100), 0);
    EXPECT_EQ(turnFor(45, 100), 0);
}

TEST(Orientation, boxesOnTheTurnedPageGoBackToTheirPlace)
{
    const QImage page = markedPage(QImage::Format_Grayscale8);
    for (const int degrees : {0, 90, 180, 270}) {
        const base::NormalizedRect back = markOn(turned(page, degrees)).turnedBack(degrees);
        EXPECT_NEAR(back.x0, 0, 1e-12) << degrees;
        EXPECT_NEAR(back.y0, 0, 1e-12) << degrees;
        EXPECT_NEAR(back.x1, 0.25, 1e-12) << degrees;
        EXPECT_NEAR(back.y1, 0.2, 1e-12) << degrees;
    }
}

TEST(Orientation, turningIsClockwiseAndLosesNothing)
{
    const QImage page = markedPage(QImage::Format_Grayscale8);
    const QImage quarter = turned(page, 90);
    EXPECT_EQ(quarter.size(), QSize(20, 40));
    EXPECT_EQ(qGray(quarter.pixel(19, 0)), 0); // the top left corner is at the top right now
    EXPECT_EQ(turned(turned(turned(quarter, 90), 90), 90), page);
}

TEST(Orientation, formatAndResolutionStay)
{
    for (const auto format :
        {QImage::Format_Mono, QImage::Format_Grayscale8, QImage::Format_RGB888, QImage::Format_Indexed8}) {
        const QImage quarter = turned(markedPage(format), 270);
        EXPECT_EQ(quarter.format(), format);
        EXPECT_EQ(quarter.dotsPerMeterX(), 2000);
        EXPECT_EQ(quarter.dotsPerMeterY(), 1000);
        const QImage half = turned(markedPage(format), 180);
        EXPECT_EQ(half.dotsPerMeterX(), 1000);
        EXPECT_EQ(qGray(half.pixel(39, 19)), 0);
    }
}

TEST(Orientation, theReducedPictureIsSmallAndGreyAndKeepsItsShape)
{
    QImage page(6000, 3000, QImage::Format_RGB888);
    page.fill(Qt::white);
    const QImage reduced = pictureForOrientation(page);
    EXPECT_EQ(reduced.format(), QImage::Format_Grayscale8);
    EXPECT_LE(reduced.width(), 2500);
    EXPECT_EQ(reduced.width(), 2 * reduced.height());
    EXPECT_EQ(pictureForOrientation(markedPage(QImage::Format_Mono)).size(), QSize(40, 20));
}

TEST(Orientation, aHairThinPageStaysAPicture)
{
    EXPECT_EQ(pictureForOrientation(QImage(30000, 1, QImage::Format_Grayscale8)).height(), 1);
}
