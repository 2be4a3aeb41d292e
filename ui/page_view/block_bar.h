// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QHBoxLayout;

namespace page_view {

/// A few things to do with the block that was clicked, on a small bar at its upper right corner. Lies in the canvas's viewport.
class BlockBar : public QWidget {
    Q_OBJECT
public:
    explicit BlockBar(QWidget *viewport);

    void addAction(QAction *action, const QString &shortText = {});
    /// Puts it at a block, beside its ink; hidden while the block is out of sight.
    void place(const QRectF &box);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QHBoxLayout *m_buttons;
};

} // namespace page_view
