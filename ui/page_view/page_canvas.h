// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/document/page.h"
#include "app/pipeline/page_images.h"

#include <QAbstractScrollArea>

namespace page_view {

/// One page with its boxes over it: hairlines, filled a little under the pointer, never covering ink.
///
/// Owns nothing of the document; @p images draws the page. Zoom is a factor of the page's true size on the screen.
class PageCanvas : public QAbstractScrollArea {
    Q_OBJECT
public:
    enum class Fit { None, Page, Width };

    explicit PageCanvas(pipeline::PageImages *images, QWidget *parent = nullptr);

    /// Shows a page; keeps zoom and, on the same page, the place.
    void setPage(int pageIndex, const document::Page &page);
    void clear();
    [[nodiscard]] int pageIndex() const { return m_pageIndex; }

    [[nodiscard]] double zoom() const { return m_zoom; }
    void setZoom(double factor); ///< 0.1..8, about the middle of the view
    void setFit(Fit fit);
    void zoomIn();
    void zoomOut();

    /// Lights a block, and one of its words (-1: none); scrolls only when it is outside the view or within a tenth of its edge.
    void highlight(const QString &blockId, int word = -1);
    /// Places found, drawn over the page.
    void setMarks(const QList<base::NormalizedRect> &marks);

    /// From a place in the viewport to the page, and back.
    [[nodiscard]] QPointF toPage(const QPointF &viewportPosition) const;
    [[nodiscard]] QRectF toViewport(const base::NormalizedRect &box) const;

Q_SIGNALS:
    void blockHovered(const QString &blockId);
    void blockClicked(const QString &blockId, int word);
    void zoomChanged(double factor);
    void nextPageWanted();
    void previousPageWanted();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    [[nodiscard]] QSizeF pageSizeOnScreen() const;
    [[nodiscard]] QRectF pageRect() const;
    [[nodiscard]] const document::Block *blockAt(const QPointF &viewportPosition) const;
    void applyFit();
    void updateScrollBars();
    void zoomAbout(double factor, const QPointF &viewportPosition);
    void paintBlocks(QPainter &painter) const;

    pipeline::PageImages *m_images;
    int m_pageIndex = -1;
    document::Page m_page;
    QList<base::NormalizedRect> m_marks;
    QString m_hovered;
    QString m_lit;
    int m_litWord = -1;
    double m_zoom = 1;
    Fit m_fit = Fit::Width;
    QPointF m_dragFrom;
    bool m_isPanning = false;
};

} // namespace page_view
