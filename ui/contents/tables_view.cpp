// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/contents/tables_view.h"

#include "ui/look/placeholder.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QIcon>
#include <QListWidget>
#include <QMimeData>
#include <QSplitter>
#include <QTableWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace contents {

namespace {

using namespace Qt::StringLiterals;

QString titleOf(const PlacedBlock &table)
{
    const QList<document::TablePart> parts = document::readTables(table.block.html);
    const TableSize size = tableSize(parts);
    QString begin;
    for (const document::TablePart &part : parts) {
        for (const QList<document::TableCell> &row : part.rows) {
            for (const document::TableCell &cell : row) {
                if (begin.isEmpty())
                    begin = cell.text.simplified();
            }
        }
    }
    const QString shape
        = TablesView::tr("page %1, %2 rows, %3 columns").arg(table.pageIndex + 1).arg(size.rows).arg(size.columns);
    return begin.isEmpty() ? shape
                           : TablesView::tr("%1 (%2)", "a table's first words (its page and size)").arg(begin, shape);
}

} // namespace

TablesView::TablesView(document::DocumentStore *store, QWidget *parent)
    : QWidget(parent)
    , m_tables(store, [](const document::Block &block) { return !block.html.isEmpty(); })
    , m_list(new QListWidget)
    , m_cells(new QTableWidget)
    , m_below(new QWidget)
    , m_placeholder(new look::Placeholder(m_list, u"recto-table"_s))
{
    m_list->setAccessibleName(tr("Tables"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setTextElideMode(Qt::ElideMiddle);
    m_cells->setAccessibleName(tr("Cells of the chosen table"));
    m_cells->setFrameShape(QFrame::NoFrame);
    m_cells->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_cells->horizontalHeader()->hide();
    m_cells->verticalHeader()->hide();
    m_cells->setWordWrap(true);
    auto *buttons = new QHBoxLayout;
    buttons->setContentsMargins(6, 4, 6, 4);
    buttons->setSpacing(2);
    const std::initializer_list<std::pair<TableFormat, QString>> formats{
        {TableFormat::Tsv, tr("Copy for a spreadsheet")}, {TableFormat::Csv, tr("Copy as CSV")},
        {TableFormat::Markdown, tr("Copy as Markdown")}};
    for (const auto &[format, text] : formats) {
        auto *button = new QToolButton;
        button->setProperty("flat", true);
        button->setText(text);
        button->setAccessibleName(text);
        connect(button, &QToolButton::clicked, this, [this, wanted = format] { copy(wanted); });
        buttons->addWidget(button);
    }
    buttons->addStretch();
    auto *below = new QVBoxLayout(m_below);
    below->setContentsMargins({});
    below->setSpacing(0);
    below->addLayout(buttons);
    below->addWidget(m_cells, 1);
    auto *splitter = new QSplitter(Qt::Vertical);
    splitter->setHandleWidth(1);
    splitter->addWidget(m_list);
    splitter->addWidget(m_below);
    splitter->setSizes({200, 300});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(splitter);
    connect(m_list, &QListWidget::currentRowChanged, this, &TablesView::showCells);
    const auto choose = [this](const QListWidgetItem *item) {
        const PlacedBlock &table = m_shown[m_list->row(item)];
        Q_EMIT blockChosen(table.pageIndex, table.block.id);
    };
    connect(m_list, &QListWidget::itemClicked, this, choose);
    connect(m_list, &QListWidget::itemActivated, this, choose);
    connect(&m_tables, &BlockList::changed, this, &TablesView::show);
    show();
}

void TablesView::show()
{
    const BlockList::Emptiness empty = m_tables.emptiness(tr("No tables were found"));
    m_placeholder->setText(empty.title, empty.sentence);
    const QList<PlacedBlock> tables = m_tables.blocks();
    m_below->setVisible(!tables.isEmpty());
    if (tables == m_shown)
        return;
    const QString chosen = m_list->currentRow() >= 0 ? m_shown[m_list->currentRow()].block.id : QString();
    m_shown.clear(); // the list's signals find no table while it is filled
    m_list->clear();
    for (const PlacedBlock &table : tables)
        m_list->addItem(new QListWidgetItem(QIcon::fromTheme(u"recto-table"_s), titleOf(table)));
    m_shown = tables;
    const auto same = std::ranges::find(tables, chosen, [](const PlacedBlock &table) { return table.block.id; });
    m_list->setCurrentRow(same == tables.end() ? 0 : int(same - tables.begin()));
    showCells();
}

void TablesView::showCells()
{
    m_cells->clear();
    m_cells->setRowCount(0);
    const int at = m_list->currentRow();
    if (at < 0 || at >= m_shown.size())
        return;
    const QList<document::TablePart> parts = document::readTables(m_shown[at].block.html);
    const TableSize size = tableSize(parts);
    m_cells->setRowCount(size.rows);
    m_cells->setColumnCount(size.columns);
    int row = 0;
    for (const document::TablePart &part : parts) {
        const int first = row;
        for (const QList<document::TableCell> &cells : part.rows) {
            int column = 0;
            for (const document::TableCell &cell : cells) {
                while (m_cells->item(row, column)) // covered by a cell of a row above
                    ++column;
                const int down = std::min(cell.rowSpan, int(part.rows.size()) - (row - first));
                const int right = std::min(cell.columnSpan, size.columns - column);
                if (down > 1 || right > 1)
                    m_cells->setSpan(row, column, std::max(1, down), std::max(1, right));
                for (int y = 0; y < std::max(1, down); ++y) {
                    for (int x = 0; x < std::max(1, right); ++x)
                        m_cells->setItem(
                            row + y, column + x, new QTableWidgetItem(y == 0 && x == 0 ? cell.text : QString()));
                }
                if (cell.isHeader) {
                    QFont strong = font();
                    strong.setBold(true);
                    m_cells->item(row, column)->setFont(strong);
                }
                column += std::max(1, cell.columnSpan);
            }
            ++row;
        }
    }
    m_cells->resizeColumnsToContents();
    for (int column = 0; column < m_cells->columnCount(); ++column)
        m_cells->setColumnWidth(column, std::clamp(m_cells->columnWidth(column), 40, 260));
    m_cells->resizeRowsToContents();
}

void TablesView::copy(TableFormat format)
{
    const int at = m_list->currentRow();
    if (at < 0 || at >= m_shown.size())
        return;
    const QString text = tableText(m_shown[at].block.html, format);
    auto *copyOf = new QMimeData;
    copyOf->setText(text);
    if (format == TableFormat::Tsv)
        copyOf->setHtml(m_shown[at].block.html); // spreadsheets take the spans from here
    QGuiApplication::clipboard()->setMimeData(copyOf);
    Q_EMIT copied(tr("The table was copied"));
}

} // namespace contents
