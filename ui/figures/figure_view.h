// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/document/figure.h"

#include <QImage>
#include <QWidget>

class QLabel;
class QSplitter;
class QToolButton;

namespace figures {

/// A picture and, beside it or over it, what it was read as; with the ways to copy that.
class FigureView : public QWidget {
    Q_OBJECT
public:
    explicit FigureView(QWidget *parent = nullptr);

    void setFigure(const document::Figure &figure, const QImage &picture);
    void clear();
    /// What is shown, for people: "Chart", "Drawing", "Molecule", "Description".
    [[nodiscard]] QString title() const;

Q_SIGNALS:
    void copied(const QString &message);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void showChart(const document::ChartTable &table);
    void showGeometry(const document::Geometry &geometry);
    void showText(const QString &text, bool isNotation);
    QWidget *pictureWidget() const;
    void copy();

    document::Figure m_figure;
    QImage m_picture;
    QLabel *m_title;
    QToolButton *m_other; ///< bars or lines; the reading shown or hidden
    QToolButton *m_copy;
    QSplitter *m_content;
    bool m_isOther = false;
};

} // namespace figures
