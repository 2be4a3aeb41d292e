// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/drawn_geometry.h"

#include "app/cli/letters.h"

#include <QPainter>

#include <cmath>

namespace cli {

namespace {

// matplotlib's: a figure of 3 x 3 inches at 200 dpi, its usual margins and points of 1/72 inch.
constexpr int side = 600;
constexpr QRectF axes{75, 72, 465, 462};
constexpr double highest = 15;
constexpr double pixelsOfPoint = 200.0 / 72;
constexpr double lineWidth = 0.8 * pixelsOfPoint;

QPointF onPaper(QPointF at)
{
    return {axes.left() + (at.x() + highest) / (2 * highest) * axes.width(),
        axes.bottom() - (at.y() + highest) / (2 * highest) * axes.height()};
}

bool isWithin(QPointF at)
{
    return std::abs(at.x()) <= highest && std::abs(at.y()) <= highest;
}

void drawAxes(QPainter &painter)
{
    constexpr double tick = 3.5 * pixelsOfPoint;
    constexpr int scale = 3; // letters of 21 pixels: 10 points
    constexpr int height = 7 * scale;
    painter.drawRect(axes);
    for (const int at : {-10, 0, 10}) {
        const double x = onPaper({double(at), 0}).x();
        painter.drawLine(QPointF(x, axes.bottom()), QPointF(x, axes.bottom() + tick));
        const QString number = QString::number(at);
        const QPoint corner(qRound(x) - lettersWidth(number, scale) / 2, qRound(axes.bottom() + 2 * tick));
        drawLetters(painter, corner, number, Qt::black, scale);
    }
    for (int at = -15; at <= 15; at += 5) {
        const double y = onPaper({0, double(at)}).y();
        painter.drawLine(QPointF(axes.left() - tick, y), QPointF(axes.left(), y));
        const QString number = QString::number(at);
        const QPoint corner(qRound(axes.left() - 1.5 * tick) - lettersWidth(number, scale), qRound(y) - height / 2);
        drawLetters(painter, corner, number, Qt::black, scale);
    }
}

void drawPoint(QPainter &painter, QPointF at)
{
    constexpr double radius = 4.3;
    painter.setBrush(Qt::black);
    painter.drawEllipse(onPaper(at), radius - lineWidth / 2, radius - lineWidth / 2);
    painter.setBrush(Qt::NoBrush);
}

void drawName(QPainter &painter, const document::Geometry::Point &point)
{
    if (!isWithin(point.at))
        return;
    const QPointF corner = onPaper(point.at) + QPointF(pixelsOfPoint, -pixelsOfPoint - 7);
    drawLetters(painter, corner.toPoint(), knownLetters(point.name), Qt::black);
}

} // namespace

QImage drawnGeometry(const document::Geometry &geometry)
{
    QImage drawn(side, side, QImage::Format_RGB32);
    drawn.fill(Qt::white);
    QPainter painter(&drawn);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(Qt::black, lineWidth));
    drawAxes(painter);
    painter.setClipRect(axes);
    for (const document::Geometry::Line &line : geometry.lines) {
        painter.drawLine(onPaper(line.from), onPaper(line.to));
        drawPoint(painter, line.from);
        drawPoint(painter, line.to);
    }
    for (const document::Geometry::Circle &circle : geometry.circles) {
        const QPointF radii = onPaper({circle.radius - highest, highest - circle.radius}) - axes.topLeft();
        painter.drawEllipse(onPaper(circle.middle), radii.x(), radii.y());
    }
    painter.setClipping(false);
    for (const document::Geometry::Point &point : geometry.points)
        drawName(painter, point);
    return drawn;
}

} // namespace cli
