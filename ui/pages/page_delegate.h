// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace pages {

class PagesModel;

/// Draws a page of the list: thumbnail, number, and its state as a sign whose shape tells it without colour.
class PageDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    explicit PageDelegate(const PagesModel *model, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    const PagesModel *m_model;
};

} // namespace pages
