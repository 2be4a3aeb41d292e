// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/pages_model.h"

#include <QListView>

namespace pages {

/// The list of pages: scrolls a thousand of them without drawing one that is not seen.
class PagesPanel : public QListView {
    Q_OBJECT
public:
    PagesPanel(document::DocumentStore *store, pipeline::PageImages *thumbnails, QWidget *parent = nullptr);

    void setCurrentPage(int pageIndex);
    /// Pages side by side, for putting many in order.
    void setLargeThumbnails(bool large);

Q_SIGNALS:
    void pageChosen(int pageIndex);

private:
    PagesModel m_model;
};

} // namespace pages
