// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/prepare/orientation.h"

#include <QTransform>

#include <algorithm>

namespace prepare {

namespace {

constexpr int longestSide = 2500; // pixels; measured, see README.md

} // namespace

int turnFor(int clockwiseDegrees, double confidence)
{
    const bool isQuarterTurn = clockwiseDegrees == 90 || clockwiseDegrees == 180 || clockwiseDegrees == 270;
    return isQuarterTurn && confidence >= leastConfidence ? clockwiseDegrees : 0;
}

QImage pictureForOrientation(const QImage &page)
{
    QImage grey = page.convertToFormat(QImage::Format_Grayscale8);
    const int longest = std::max(grey.width(), grey.height());
    if (longest <= longestSide)
        return grey;
    const double factor = double(longestSide) / longest;
    const QSize size(std::max(1, qRound(grey.width() * factor)), std::max(1, qRound(grey.height() * factor)));
    return grey.scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
        .convertToFormat(QImage::Format_Grayscale8);
}

QImage turned(const QImage &page, int clockwiseDegrees)
{
    if (clockwiseDegrees % 360 == 0)
        return page;
    QImage upright = page.transformed(QTransform().rotate(clockwiseDegrees)).convertToFormat(page.format());
    const bool isQuarter = clockwiseDegrees % 180 != 0;
    upright.setDotsPerMeterX(isQuarter ? page.dotsPerMeterY() : page.dotsPerMeterX());
    upright.setDotsPerMeterY(isQuarter ? page.dotsPerMeterX() : page.dotsPerMeterY());
    return upright;
}

} // namespace prepare
