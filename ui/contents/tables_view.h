// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/contents/block_list.h"
#include "ui/contents/table_text.h"

#include <QWidget>

class QListWidget;
class QTableWidget;
class QToolButton;

namespace look {
class Placeholder;
}

namespace contents {

/// The tables of the document: a list, the chosen one's cells, and copies for a spreadsheet or a text.
class TablesView : public QWidget {
    Q_OBJECT
public:
    explicit TablesView(document::DocumentStore *store, QWidget *parent = nullptr);

Q_SIGNALS:
    void blockChosen(int pageIndex, const QString &blockId);
    void copied(const QString &what);

private:
    void show();
    void showCells();
    void copy(TableFormat format);

    BlockList m_tables;
    QList<PlacedBlock> m_shown;
    QListWidget *m_list;
    QTableWidget *m_cells;
    QWidget *m_below;
    look::Placeholder *m_placeholder;
};

} // namespace contents
