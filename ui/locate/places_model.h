// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/document/document_store.h"
#include "app/locate/text_index.h"
#include "app/pipeline/page_images.h"

#include <QAbstractListModel>

namespace ui_locate {

/// Places found, a row each, with the picture of their words cut from the page when it is asked for.
class PlacesModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role {
        PlaceRole = Qt::UserRole, ///< locate::Place
        PictureRole, ///< QImage, null until the page is drawn
    };

    explicit PlacesModel(document::DocumentStore *store, QObject *parent = nullptr);

    /// Whose pages pictures are cut from; null while nothing is open.
    void setSource(std::shared_ptr<pipeline::PageSource> source);
    void setPlaces(const QList<locate::Place> &places);
    void addPlaces(const QList<locate::Place> &places);
    [[nodiscard]] const QList<locate::Place> &places() const { return m_places; }
    /// What a place shows of the page, with a little around it; null until the page is drawn.
    [[nodiscard]] QImage picture(const locate::Place &place) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    document::DocumentStore *m_store;
    mutable pipeline::PageImages m_images; ///< asking for a picture has it drawn
    QList<locate::Place> m_places;
};

/// How a place was found, for people: "as typed", "nearly", …
[[nodiscard]] QString kindInWords(locate::MatchKind kind);

} // namespace ui_locate
