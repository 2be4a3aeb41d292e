// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/locate/places_model.h"

#include <QListView>

namespace look {
class Placeholder;
}

namespace ui_locate {

/// The list of places. Arrow keys and clicks choose; Ctrl+C copies what stands there, Ctrl+Shift+C its picture.
class ResultsView : public QListView {
    Q_OBJECT
public:
    explicit ResultsView(PlacesModel *model, QWidget *parent = nullptr);

    /// Says in an empty list what would fill it.
    void setEmptyText(const QString &title, const QString &sentence = {});
    /// The next or previous place, round the end; the first at or behind @p pageIndex when none is chosen.
    void step(int by, int pageIndex);
    [[nodiscard]] int current() const { return currentIndex().isValid() ? currentIndex().row() : -1; }
    void copyText() const;
    void copyPicture() const;

Q_SIGNALS:
    void placeChosen(int row);

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool event(QEvent *event) override;

private:
    PlacesModel *m_places;
    look::Placeholder *m_placeholder = nullptr;
};

} // namespace ui_locate
