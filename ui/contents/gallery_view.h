// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/contents/block_list.h"

#include <QHash>
#include <QImage>
#include <QListWidget>

namespace look {
class Placeholder;
}

namespace contents {

/// The pictures of the document as small crops with page and words; one chosen goes to its page.
class GalleryView : public QListWidget {
    Q_OBJECT
public:
    explicit GalleryView(document::DocumentStore *store, QWidget *parent = nullptr);

    /// Pictures that blocks name; replaces those of the same name. Kept small.
    void setFigures(const QHash<QString, QImage> &figures);

Q_SIGNALS:
    void blockChosen(int pageIndex, const QString &blockId);

private:
    void show();

    BlockList m_figures;
    QList<PlacedBlock> m_shown;
    QHash<QString, QPixmap> m_pictures; ///< by file name, at the size they are shown
    look::Placeholder *m_placeholder;
};

} // namespace contents
