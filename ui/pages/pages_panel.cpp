// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/pages_panel.h"

#include "ui/pages/page_delegate.h"

namespace pages {

PagesPanel::PagesPanel(document::DocumentStore *store, pipeline::PageImages *thumbnails, QWidget *parent)
    : QListView(parent)
    , m_model(store, thumbnails)
{
    setAccessibleName(tr("Pages"));
    setModel(&m_model);
    setItemDelegate(new PageDelegate(&m_model, this));
    setUniformItemSizes(true);
    setVerticalScrollMode(ScrollPerPixel);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &current) {
        if (current.isValid())
            Q_EMIT pageChosen(current.row());
    });
}

void PagesPanel::setLargeThumbnails(bool large)
{
    const int page = currentIndex().row();
    const QSignalBlocker silent(selectionModel());
    m_model.setThumbnailSize(large ? QSize(168, 218) : QSize(120, 156));
    setViewMode(large ? IconMode : ListMode);
    setResizeMode(Adjust);
    setMovement(Static);
    setWrapping(large);
    setFlow(large ? LeftToRight : TopToBottom);
    if (page >= 0)
        setCurrentIndex(m_model.index(page));
}

void PagesPanel::setCurrentPage(int pageIndex)
{
    const QModelIndex index = m_model.index(pageIndex);
    if (index == currentIndex())
        return;
    setCurrentIndex(index);
    scrollTo(index);
}

} // namespace pages
