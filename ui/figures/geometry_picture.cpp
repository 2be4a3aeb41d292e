// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/geometry_picture.h"

#include <QPainter>

#include <algorithm>

namespace figures {

namespace {

constexpr QRectF axes(-15, -15, 30, 30); // of the specification, where nothing is drawn
constexpr int inkDarker = 48; // grey levels below the ground that count as ink

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
    m_ink = inkOf(picture);
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
    const auto take = [&extent](const QPointF &at, double around) {
        const QRectF one(at.x() - around, at.y() - around, 2 * around, 2 * around);
        if (extent.isNull()) {
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
