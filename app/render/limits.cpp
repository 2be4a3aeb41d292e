// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/render/limits.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace render {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Limits)
};

constexpr double pointsPerInch = 72;
constexpr double leastResolution = 10; // dots per inch: a letter of 12 points is two pixels high, nothing can be read
constexpr int longestSide = 65'000; // pixels: Splash and the picture formats count to 65,535

int pixels(double points, double dpi)
{
    // 612 points at 144 dpi are 1224 pixels, not 1225 because of the last bit of a double.
    return std::max(1, static_cast<int>(std::ceil(points / pointsPerInch * dpi - 1e-6)));
}

} // namespace

base::Result<PageScale> pageScale(const QSizeF &points, base::Dpi asked)
{
    const double area = points.width() / pointsPerInch * (points.height() / pointsPerInch);
    double dpi = asked.value;
    if (area * dpi * dpi > static_cast<double>(mostPagePixels))
        dpi = std::floor(std::sqrt(static_cast<double>(mostPagePixels) / area) * 10) / 10;
    const double longest = std::max(points.width(), points.height()) / pointsPerInch;
    if (longest * dpi > longestSide)
        dpi = std::floor(longestSide / longest * 10) / 10;
    if (!(dpi >= std::min(asked.value, leastResolution)) || !(area > 0))
        return base::failure(base::ErrorCode::TooLarge,
            Words::tr("the page is too large to be drawn (%1 x %2 inches)")
                .arg(points.width() / pointsPerInch, 0, 'f', 0)
                .arg(points.height() / pointsPerInch, 0, 'f', 0),
            Words::tr("print it to a PDF of an ordinary page size"));
    return PageScale{base::Dpi{dpi}, QSize(pixels(points.width(), dpi), pixels(points.height(), dpi))};
}

base::Error pictureTooLarge(qint64 width, qint64 height)
{
    return {base::ErrorCode::TooLarge, Words::tr("the picture is too large (%L1 x %L2 pixels)").arg(width).arg(height),
        Words::tr("save it with fewer pixels, or cut it into pieces"), {}};
}

} // namespace render
