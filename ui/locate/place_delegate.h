// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace ui_locate {

class PlacesModel;

/// Draws a place: the picture of its words, what stands there with the words in bold, its page and how it was found.
class PlaceDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    explicit PlaceDelegate(const PlacesModel *places, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    const PlacesModel *m_places;
};

} // namespace ui_locate
