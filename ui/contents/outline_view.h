// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/contents/block_list.h"

#include <QTreeWidget>

namespace look {
class Placeholder;
}

namespace contents {

/// The headings of the whole document as a tree; one chosen goes to its page.
class OutlineView : public QTreeWidget {
    Q_OBJECT
public:
    explicit OutlineView(document::DocumentStore *store, QWidget *parent = nullptr);

Q_SIGNALS:
    void blockChosen(int pageIndex, const QString &blockId);

private:
    void show();

    BlockList m_headings;
    QList<PlacedBlock> m_shown;
    look::Placeholder *m_placeholder;
};

} // namespace contents
