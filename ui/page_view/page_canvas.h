// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/document/page.h"
#include "app/pipeline/page_images.h"

#include <QAbstractScrollArea>
#include <QVariantAnimation>

namespace pipeline {
class PageTiles;
}

namespace page_view {

class BlockBar;

/// One page with its boxes over it: hairlines, filled a little under the pointer, never covering ink.
///
/// Owns nothing of the document; @p images draws the page, @p tiles what is seen of it at large zooms (may be null). Zoom is a factor of the
/// page's true size on the screen. To screen readers each block is a child in reading order (see block_accessibles.h).
class PageCanvas : public QAbstractScrollArea {
    Q_OBJECT
public:
    enum class Fit { None, Page, Width };
    enum class Tool { Select, Pan, Region };

    explicit PageCanvas(pipeline::PageImages *images, pipeline::PageTiles *tiles = nullptr, QWidget *parent = nullptr);

    /// Shows a page; keeps zoom and, on the same page, the place.
    void setPage(int pageIndex, const document::Page &page);
    void clear();
    [[nodiscard]] int pageIndex() const { return m_pageIndex; }
    [[nodiscard]] const document::Page &page() const { return m_page; }

    [[nodiscard]] double zoom() const { return m_zoom; }
    void setZoom(double factor); ///< 0.1..8, about the middle of the view
    void setFit(Fit fit);
    void zoomIn();
    void zoomOut();
    /// Turns the view; boxes turn with it. @param degrees  clockwise: 0, 90, 180 or 270.
    void setTurned(int degrees);
    [[nodiscard]] int turned() const { return m_turned; }

    void setBoxesShown(bool shown);
    void setOrderShown(bool shown); ///< numbers at the blocks, and which follows which
    void setTool(Tool tool);
    [[nodiscard]] Tool tool() const { return m_tool; }

    /// Something to do with a block, offered beside it once it was clicked.
    void addBlockAction(QAction *action, const QString &shortText = {});
    [[nodiscard]] BlockBar *blockBar() const { return m_blockBar; }

    /// Lights a block, and one of its words (-1: none); scrolls only when it is outside the view or within a tenth of its edge.
    void highlight(const QString &blockId, int word = -1);
    [[nodiscard]] const QString &lit() const { return m_lit; }
    [[nodiscard]] int litWord() const { return m_litWord; } ///< -1 for none
    /// A place that was found.
    struct Mark {
        base::NormalizedRect box;
        bool isModel = false; ///< drawn dashed and labelled: the model's word is no text
        bool isCurrent = false;
        QString name = {}; ///< on its flag; empty: that the model saw it
    };
    /// Places found, drawn over the page until another is shown.
    void setMarks(const QList<Mark> &marks);
    [[nodiscard]] const QList<Mark> &marks() const { return m_marks; }
    /// Covers a box with a picture, to compare; a null picture uncovers it.
    void setCover(const base::NormalizedRect &box, const QImage &picture);
    /// Scrolls to a box when it is outside the view or within a tenth of its edge.
    void reveal(const base::NormalizedRect &box);

    /// From a place in the viewport to the page, and back.
    [[nodiscard]] QPointF toPage(const QPointF &viewportPosition) const;
    [[nodiscard]] QRectF toViewport(const base::NormalizedRect &box) const;

Q_SIGNALS:
    void pagePainted() const; ///< its picture, or why there is none; from within painting
    void blockHovered(const QString &blockId);
    /// @p word  index of the word under the pointer, -1 for none.
    void blockClicked(const QString &blockId, int word);
    /// A rectangle was dragged with the region tool.
    void regionChosen(const base::NormalizedRect &region);
    void toolChanged(page_view::PageCanvas::Tool tool);
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
    void keyReleaseEvent(QKeyEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;

private:
    [[nodiscard]] QSizeF pageSizeOnScreen() const;
    [[nodiscard]] QRectF pageRect() const;
    [[nodiscard]] const document::Block *blockAt(const QPointF &viewportPosition) const;
    void applyFit();
    void updateScrollBars();
    void zoomAbout(double factor, const QPointF &viewportPosition);
    void showCursor();
    void glideTo(int value);
    void glideBy(int delta);
    void moveBetweenBlocks(int step);
    void paintPage(QPainter &painter, const QRectF &page) const;
    void paintTiles(QPainter &painter, const QRectF &page, const QRectF &shown, double dpi) const;
    void paintBlocks(QPainter &painter) const;
    void paintLabel(QPainter &painter, const document::Block &block, const QRectF &box) const;
    void paintOrder(QPainter &painter) const;
    void paintMarks(QPainter &painter) const;
    void paintLoupe(QPainter &painter, const QRectF &page);
    void placeBlockBar();

    pipeline::PageImages *m_images;
    pipeline::PageTiles *m_tiles;
    int m_pageIndex = -1;
    document::Page m_page;
    QList<Mark> m_marks;
    base::NormalizedRect m_coverBox;
    QImage m_cover; ///< null: none
    QString m_hovered;
    QString m_lit;
    QString m_clicked; ///< the block that the bar stands at; empty for none
    BlockBar *m_blockBar;
    int m_litWord = -1;
    double m_zoom = 1;
    int m_turned = 0;
    Fit m_fit = Fit::Width;
    Tool m_tool = Tool::Select;
    QPointF m_dragFrom;
    QRectF m_region; ///< being dragged, in the viewport
    bool m_isPanning = false;
    bool m_isSpaceHeld = false;
    bool m_isLoupeHeld = false;
    double m_magnified = 1; ///< while the loupe is painted
    bool m_areBoxesShown = true;
    bool m_isOrderShown = false;
    QVariantAnimation m_glide;
};

} // namespace page_view
