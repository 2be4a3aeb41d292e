// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/geometry_picture.h"

#include <QPainter>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>
#include <vector>

namespace figures {

namespace {

constexpr QRectF axes(-15, -15, 30, 30); // of the specification, where nothing is drawn
constexpr int inkDarker = 48; // grey levels below the ground that count as ink

/// The print of a picture, made small, each mark a little thicker.
class Ink {
public:
    explicit Ink(const QImage &picture)
    {
        constexpr int side = 360; // pixels; fine enough for lines, quick to look at a thousand times
        const QImage grey = picture.scaled(side, side, Qt::KeepAspectRatio, Qt::SmoothTransformation)
                                .convertToFormat(QImage::Format_Grayscale8);
        m_size = grey.size();
        m_marks.resize(size_t(m_size.width()) * size_t(m_size.height()));
        const int ground = std::max(
            {qGray(grey.pixel(0, 0)), qGray(grey.pixel(grey.width() - 1, 0)), qGray(grey.pixel(0, grey.height() - 1))});
        for (int y = 1; y + 1 < grey.height(); ++y) {
            for (int x = 1; x + 1 < grey.width(); ++x) {
                if (grey.constScanLine(y)[x] < ground - inkDarker)
                    thicken(x, y);
            }
        }
    }
    [[nodiscard]] bool isAt(const QPointF &share) const
    {
        const int x = int(share.x() * m_size.width());
        const int y = int(share.y() * m_size.height());
        return x >= 0 && y >= 0 && x < m_size.width() && y < m_size.height()
            && m_marks[size_t(y) * size_t(m_size.width()) + size_t(x)];
    }

private:
    void thicken(int x, int y)
    {
        for (int dy = -1; dy <= 1; ++dy) {
            for (int dx = -1; dx <= 1; ++dx)
                m_marks[size_t(y + dy) * size_t(m_size.width()) + size_t(x + dx)] = true;
        }
    }

    QSize m_size;
    std::vector<bool> m_marks;
};

/// Points along the lines and circles of a reading.
QList<QPointF> pointsOf(const document::Geometry &geometry)
{
    constexpr int steps = 40;
    QList<QPointF> points;
    for (const document::Geometry::Line &line : geometry.lines) {
        for (int step = 0; step <= steps; ++step)
            points.append(line.from + (line.to - line.from) * step / steps);
    }
    for (const document::Geometry::Circle &circle : geometry.circles) {
        for (int step = 0; step < 2 * steps; ++step) {
            const double angle = std::numbers::pi * step / steps;
            points.append(circle.middle + circle.radius * QPointF(std::cos(angle), std::sin(angle)));
        }
    }
    return points;
}

} // namespace

GeometryPicture::GeometryPicture(QWidget *parent)
    : QWidget(parent)
{
    setMinimumSize(160, 120);
    setAccessibleName(tr("Drawing with what was read over it"));
}

void GeometryPicture::setDrawing(const document::Geometry &geometry, const QImage &picture)
{
    m_geometry = geometry;
    m_picture = picture;
    m_extent = extentOf(geometry);
    m_ink = placeOn(geometry, picture);
    update();
}

void GeometryPicture::setReadingShown(bool isShown)
{
    m_isReadingShown = isShown;
    update();
}

QPointF GeometryPicture::onPicture(const QPointF &at, const QRectF &extent, const QRectF &ink)
{
    const double x = extent.width() > 0 ? (at.x() - extent.left()) / extent.width() : 0.5;
    const double y = extent.height() > 0 ? (at.y() - extent.top()) / extent.height() : 0.5;
    return {ink.left() + x * ink.width(), ink.bottom() - y * ink.height()}; // its y grows upwards
}

QRectF GeometryPicture::extentOf(const document::Geometry &geometry)
{
    QRectF extent;
    bool hasAny = false;
    const auto take = [&](const QPointF &at, double around) {
        const QRectF one(at.x() - around, at.y() - around, 2 * around, 2 * around);
        if (!std::exchange(hasAny, true)) {
            extent = one;
            return;
        }
        extent.setLeft(std::min(extent.left(), one.left()));
        extent.setTop(std::min(extent.top(), one.top()));
        extent.setRight(std::max(extent.right(), one.right()));
        extent.setBottom(std::max(extent.bottom(), one.bottom()));
    };
    for (const document::Geometry::Line &line : geometry.lines) {
        take(line.from, 0);
        take(line.to, 0);
    }
    for (const document::Geometry::Circle &circle : geometry.circles)
        take(circle.middle, circle.radius);
    if (geometry.lines.isEmpty() && geometry.circles.isEmpty()) {
        for (const document::Geometry::Point &point : geometry.points)
            take(point.at, 0);
    }
    return extent.width() > 0 || extent.height() > 0 ? extent : axes;
}

QRectF GeometryPicture::inkOf(const QImage &picture)
{
    if (picture.isNull())
        return {0, 0, 1, 1};
    const QImage grey = picture.convertToFormat(QImage::Format_Grayscale8);
    int ground = 0;
    for (const QPoint corner : {QPoint(0, 0), QPoint(grey.width() - 1, 0), QPoint(0, grey.height() - 1)})
        ground = std::max(ground, qGray(grey.pixel(corner)));
    QRect ink;
    for (int y = 0; y < grey.height(); ++y) {
        const uchar *line = grey.constScanLine(y);
        const auto isInk = [ground](uchar value) { return value < ground - inkDarker; };
        const uchar *first = std::find_if(line, line + grey.width(), isInk);
        if (first == line + grey.width())
            continue;
        const uchar *last = line + grey.width() - 1;
        while (!isInk(*last))
            --last;
        ink |= QRect(QPoint(int(first - line), y), QPoint(int(last - line), y));
    }
    if (ink.isEmpty())
        return {0, 0, 1, 1};
    return {double(ink.x()) / grey.width(), double(ink.y()) / grey.height(), double(ink.width()) / grey.width(),
        double(ink.height()) / grey.height()};
}

QRectF GeometryPicture::placeOn(const document::Geometry &geometry, const QImage &picture)
{
    const QRectF extent = extentOf(geometry);
    const QRectF ink = inkOf(picture);
    const QList<QPointF> points = pointsOf(geometry);
    if (picture.isNull() || points.isEmpty())
        return ink;
    const Ink marks(picture);
    const auto score = [&](const QRectF &place) {
        return std::ranges::count_if(
            points, [&](const QPointF &point) { return marks.isAt(onPicture(point, extent, place)); });
    };
    const QRectF onAxes((extent.left() - axes.left()) / axes.width(), (axes.bottom() - extent.bottom()) / axes.height(),
        extent.width() / axes.width(), extent.height() / axes.height());
    QRectF best = score(onAxes) >= score(ink) ? onAxes : ink;
    auto most = score(best);
    for (double step = 0.04; step > 0.002; step /= 2) { // of the picture's width
        const QMarginsF moves[] = {{step, 0, -step, 0}, {-step, 0, step, 0}, {0, step, 0, -step}, {0, -step, 0, step},
            {step, 0, 0, 0}, {-step, 0, 0, 0}, {0, step, 0, 0}, {0, -step, 0, 0}, {0, 0, step, 0}, {0, 0, -step, 0},
            {0, 0, 0, step}, {0, 0, 0, -step}};
        for (bool hasMoved = true; std::exchange(hasMoved, false);) {
            for (const QMarginsF &margins : moves) {
                const QRectF moved = best.marginsAdded(margins);
                const auto count = moved.width() > 0.05 && moved.height() > 0.05 ? score(moved) : 0;
                if (count <= most)
                    continue;
                best = moved;
                most = count;
                hasMoved = true;
            }
        }
    }
    return best;
}

void GeometryPicture::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    const QSizeF size = m_picture.isNull() ? QSizeF(1, 1) : QSizeF(m_picture.size());
    QRectF place(QPointF(), size.scaled(QSizeF(this->size()), Qt::KeepAspectRatio));
    place.moveCenter(QRectF(rect()).center());
    painter.fillRect(place, Qt::white);
    if (!m_picture.isNull())
        painter.drawImage(place, m_picture);
    if (!m_isReadingShown)
        return;
    const auto at = [&](const QPointF &point) {
        const QPointF share = onPicture(point, m_extent, m_ink);
        return QPointF(place.x() + share.x() * place.width(), place.y() + share.y() * place.height());
    };
    const QColor reading(214, 64, 0);
    painter.setBrush(Qt::NoBrush);
    for (const document::Geometry::Line &line : m_geometry.lines) {
        painter.setPen(QPen(reading, 2, line.kind.isEmpty() || line.kind == u"--" ? Qt::SolidLine : Qt::DashLine));
        painter.drawLine(at(line.from), at(line.to));
    }
    painter.setPen(QPen(reading, 2));
    for (const document::Geometry::Circle &circle : m_geometry.circles) {
        const QPointF radius(circle.radius, circle.radius);
        painter.drawEllipse(QRectF(at(circle.middle - radius), at(circle.middle + radius)).normalized());
    }
    const auto name = [&](const QString &text, const QPointF &point) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(reading);
        painter.drawEllipse(point, 4, 4);
        const QRectF tag(point + QPointF(6, 4),
            QSizeF(painter.fontMetrics().horizontalAdvance(text) + 8.0, painter.fontMetrics().height() + 2.0));
        if (text.isEmpty())
            return;
        painter.drawRoundedRect(tag, 3, 3);
        painter.setPen(Qt::white);
        painter.drawText(tag, Qt::AlignCenter, text);
    };
    for (const document::Geometry::Point &point : m_geometry.points)
        name(point.name, at(point.at));
    for (const document::Geometry::Circle &circle : m_geometry.circles)
        name(circle.name, at(circle.middle));
}

} // namespace figures
