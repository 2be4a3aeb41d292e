// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/contents/outline_view.h"

#include "ui/look/placeholder.h"

#include <QHeaderView>

namespace contents {

namespace {

enum Role { PageRole = Qt::UserRole, BlockRole };

} // namespace

OutlineView::OutlineView(document::DocumentStore *store, QWidget *parent)
    : QTreeWidget(parent)
    , m_headings(store, [](const document::Block &block) { return block.level > 0; })
    , m_placeholder(new look::Placeholder(this, QStringLiteral("recto-outline")))
{
    setAccessibleName(tr("Outline"));
    setFrameShape(QFrame::NoFrame);
    setHeaderHidden(true);
    setColumnCount(2);
    setIndentation(16);
    setUniformRowHeights(true);
    header()->setStretchLastSection(false);
    header()->setSectionResizeMode(0, QHeaderView::Stretch);
    header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    const auto choose = [this](const QTreeWidgetItem *item) {
        Q_EMIT blockChosen(item->data(0, PageRole).toInt(), item->data(0, BlockRole).toString());
    };
    connect(this, &QTreeWidget::itemClicked, this, choose);
    connect(this, &QTreeWidget::itemActivated, this, choose);
    connect(&m_headings, &BlockList::changed, this, &OutlineView::show);
    show();
}

void OutlineView::show()
{
    const BlockList::Emptiness empty = m_headings.emptiness(tr("No headings were found"));
    m_placeholder->setText(empty.title, empty.sentence);
    const QList<PlacedBlock> headings = m_headings.blocks();
    if (headings == m_shown)
        return;
    m_shown = headings;
    clear();
    QList<QTreeWidgetItem *> path; // the last item of each level that is still open
    QList<int> levels;
    QList<QTreeWidgetItem *> tops;
    for (const PlacedBlock &heading : headings) {
        while (!levels.isEmpty() && levels.last() >= heading.block.level) {
            levels.removeLast();
            path.removeLast();
        }
        auto *item = path.isEmpty() ? new QTreeWidgetItem : new QTreeWidgetItem(path.last());
        if (path.isEmpty())
            tops.append(item);
        item->setText(0, heading.block.text.simplified());
        item->setToolTip(0, heading.block.text.simplified());
        item->setText(1, QString::number(heading.pageIndex + 1));
        item->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
        item->setForeground(1, palette().color(QPalette::PlaceholderText));
        item->setData(0, PageRole, heading.pageIndex);
        item->setData(0, BlockRole, heading.block.id);
        item->setData(0, Qt::AccessibleTextRole,
            tr("%1, page %2").arg(heading.block.text.simplified()).arg(heading.pageIndex + 1));
        path.append(item);
        levels.append(heading.block.level);
    }
    addTopLevelItems(tops);
    expandAll();
}

} // namespace contents
