// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/document/document_store.h"
#include "app/pipeline/page_images.h"

#include <QAbstractListModel>

namespace pages {

/// The pages of the open document as a list: number, state in words and as a dot, thumbnail drawn when it is first shown.
class PagesModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role {
        StatusRole = Qt::UserRole,
        ReasonRole,
        ReaderRole ///< who read the page, in words; empty until it is read
    };

    PagesModel(document::DocumentStore *store, pipeline::PageImages *thumbnails, QObject *parent = nullptr);

    /// @param size  in pixels of the layout; a page is drawn as fine as the screen is.
    void setThumbnailSize(const QSize &size);
    [[nodiscard]] QSize thumbnailSize() const { return m_size; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    [[nodiscard]] QPixmap thumbnail(int pageIndex) const;

    document::DocumentStore *m_store;
    pipeline::PageImages *m_thumbnails;
    QSize m_size{120, 156}; ///< tells a title page from a table at a glance
};

/// A page's state in plain words, translated: "not read yet", "being read", "read", …
[[nodiscard]] QString statusInWords(const document::Page &page);

} // namespace pages
