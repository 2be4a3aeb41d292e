// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/document/figure.h"

#include <QImage>
#include <QWidget>

namespace figures {

/// A drawing with what was read from it laid over it, in a colour of its own; the reading can be hidden to compare.
class GeometryPicture : public QWidget {
    Q_OBJECT
public:
    explicit GeometryPicture(QWidget *parent = nullptr);

    void setDrawing(const document::Geometry &geometry, const QImage &picture);
    void setReadingShown(bool isShown);

    /// From the reading's coordinates to the picture's, in shares of it: the reading's extent is laid on that of the ink.
    [[nodiscard]] static QPointF onPicture(const QPointF &at, const QRectF &extent, const QRectF &ink);
    /// What lines, circles and points take up, y upwards.
    [[nodiscard]] static QRectF extentOf(const document::Geometry &geometry);
    /// The part of a picture that is not its ground, in shares; all of it where nothing stands out.
    [[nodiscard]] static QRectF inkOf(const QImage &picture);
    /// Where the reading's extent lies on the picture, in shares: the axes of the specification or the extent of the ink, whichever has
    /// more of the reading's lines on ink, moved until most of them are.
    [[nodiscard]] static QRectF placeOn(const document::Geometry &geometry, const QImage &picture);

    [[nodiscard]] QSize sizeHint() const override { return {320, 320}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    document::Geometry m_geometry;
    QImage m_picture;
    QRectF m_extent;
    QRectF m_ink;
    bool m_isReadingShown = true;
};

} // namespace figures
