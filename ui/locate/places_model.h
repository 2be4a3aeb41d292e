// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/document/document_store.h"
#include "app/locate/text_index.h"
#include "app/pipeline/page_images.h"

#include <QAbstractListModel>
#include <QCache>

namespace ui_locate {

/// Places found, a row each, with the picture of their words cut from the page when it is asked for.
class PlacesModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role {
        PlaceRole = Qt::UserRole, ///< locate::Place
    };

    explicit PlacesModel(document::DocumentStore *store, QObject *parent = nullptr);

    /// Whose pages pictures are cut from; null while nothing is open.
    void setSource(std::shared_ptr<pipeline::PageSource> source);
    void setPlaces(const QList<locate::Place> &places);
    void addPlaces(const QList<locate::Place> &places);
    [[nodiscard]] const QList<locate::Place> &places() const { return m_places; }
    /// What a place shows of the page, with a little around it; null until the page is drawn.
    /// @param shape  width by height of the room it is shown in, for a picture that fills it; 0: the words and some of their line.
    [[nodiscard]] QImage picture(const locate::Place &place, double shape = 0) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    document::DocumentStore *m_store;
    mutable pipeline::PageImages m_images; ///< asking for a picture has it drawn
    QList<locate::Place> m_places;
    struct Cut {
        int pageIndex;
        QRect pixels; ///< of the page as drawn
        QRect marked;
        bool operator==(const Cut &) const = default;
        friend size_t qHash(const Cut &cut, size_t seed = 0)
        {
            return qHashMulti(seed, cut.pageIndex, cut.pixels.x(), cut.pixels.y(), cut.pixels.width(), cut.marked.x());
        }
    };
    mutable QCache<Cut, QImage> m_cuts; ///< a list over many pages would have them drawn again and again
};

/// How a place was found, for people: "as typed", "nearly", …
[[nodiscard]] QString kindInWords(locate::MatchKind kind);

} // namespace ui_locate
