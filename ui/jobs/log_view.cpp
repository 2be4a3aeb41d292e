// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/log_view.h"

#include "ui/look/error_words.h"
#include "ui/look/look.h"
#include "ui/look/placeholder.h"
#include "ui/look/reader_words.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace jobs {

namespace {

using document::PageStatus;

constexpr int refreshMs = 150;

QString stateOf(const document::Page &page, const Trip *trip)
{
    if (trip && trip->status == PageStatus::Failed && page.status != PageStatus::Reading)
        return page.status == PageStatus::Failed ? LogView::tr("failed") : LogView::tr("failed, kept as it was");
    switch (page.status) {
    case PageStatus::Unread:
        return LogView::tr("not read yet");
    case PageStatus::Reading:
        return LogView::tr("being read");
    case PageStatus::Ok:
        return LogView::tr("read");
    case PageStatus::Partial:
        return LogView::tr("read in part");
    case PageStatus::Failed:
        return LogView::tr("failed");
    }
    return {};
}

std::optional<base::Error> errorOf(const document::Page &page, const Trip *trip)
{
    return trip && trip->error ? trip->error : page.error;
}

} // namespace

LogView::LogView(document::DocumentStore *store, ReadingQueue *queue, QWidget *parent)
    : QWidget(parent)
    , m_store(store)
    , m_queue(queue)
    , m_list(new QTreeWidget)
    , m_detail(new QLabel)
    , m_retry(new QPushButton(tr("Retry")))
    , m_tesseract(new QPushButton(tr("Read with Tesseract")))
    , m_foot(new QWidget)
    , m_placeholder(new look::Placeholder(m_list, QStringLiteral("recto-page")))
{
    m_list->setAccessibleName(tr("Reading log"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setHeaderLabels({tr("Page"), tr("State"), tr("Reader"), tr("Time"), tr("Why")});
    m_list->header()->setStretchLastSection(true);
    m_list->setColumnWidth(0, 52);
    m_list->setColumnWidth(1, 104);
    m_list->setColumnWidth(2, 112);
    m_list->setColumnWidth(3, 66);
    m_placeholder->setText(tr("No document is open"), tr("What happens on each page is told here."));
    m_detail->setWordWrap(true);
    m_detail->setTextFormat(Qt::PlainText);
    m_detail->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_detail->setAccessibleName(tr("What happened on the chosen page"));
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_retry);
    buttons->addWidget(m_tesseract);
    buttons->addStretch();
    auto *foot = new QVBoxLayout(m_foot);
    foot->setContentsMargins(12, 8, 12, 10);
    foot->addWidget(m_detail);
    foot->addLayout(buttons);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_foot);
    m_soon.setSingleShot(true);
    m_soon.setInterval(refreshMs);
    connect(&m_soon, &QTimer::timeout, this, [this] {
        for (const int page : std::exchange(m_changed, {}))
            showPage(page);
        showDetail();
    });
    const auto note = [this](int pageIndex) {
        m_changed.insert(pageIndex);
        if (!m_soon.isActive())
            m_soon.start();
    };
    connect(store, &document::DocumentStore::pageChanged, this, note);
    connect(queue, &ReadingQueue::tripEnded, this, note);
    connect(store, &document::DocumentStore::documentOpened, this, [this] {
        m_list->clear();
        QList<QTreeWidgetItem *> rows;
        for (int index = 0; index < m_store->pageCount(); ++index) {
            auto *row = new QTreeWidgetItem;
            row->setText(0, QString::number(index + 1));
            rows.append(row);
        }
        m_list->addTopLevelItems(rows);
        for (int index = 0; index < m_store->pageCount(); ++index)
            showPage(index);
        showDetail();
    });
    connect(m_list, &QTreeWidget::currentItemChanged, this, &LogView::showDetail);
    const auto choose = [this](const QTreeWidgetItem *item) {
        Q_EMIT pageChosen(m_list->indexOfTopLevelItem(const_cast<QTreeWidgetItem *>(item)));
    };
    connect(m_list, &QTreeWidget::itemActivated, this, choose);
    connect(m_list, &QTreeWidget::itemClicked, this, choose);
    connect(m_retry, &QPushButton::clicked, this, [this] { Q_EMIT retryWanted(chosenPage()); });
    connect(m_tesseract, &QPushButton::clicked, this, [this] { Q_EMIT tesseractWanted(chosenPage()); });
    showDetail();
}

int LogView::chosenPage() const
{
    return m_list->currentItem() ? m_list->indexOfTopLevelItem(m_list->currentItem()) : -1;
}

void LogView::setCurrentPage(int pageIndex)
{
    m_list->setCurrentItem(m_list->topLevelItem(pageIndex));
}

void LogView::showPage(int pageIndex)
{
    QTreeWidgetItem *row = m_list->topLevelItem(pageIndex);
    if (!row || pageIndex >= m_store->pageCount())
        return;
    const document::Page &page = m_store->page(pageIndex);
    const Trip *trip = m_queue->lastTrip(pageIndex);
    row->setText(1, stateOf(page, trip));
    row->setText(2, look::readerInWords(page.reader));
    row->setText(3, trip ? tr("%1 s").arg(QLocale().toString(double(trip->tookMs) / 1000, 'f', 2)) : QString());
    row->setTextAlignment(3, Qt::AlignRight | Qt::AlignVCenter);
    const auto error = errorOf(page, trip);
    row->setText(4, look::capital(error ? error->what : page.reason));
    row->setToolTip(4, row->text(4));
    row->setForeground(1, error ? look::colour(look::Meaning::Bad) : palette().color(QPalette::Text));
}

void LogView::showDetail()
{
    const int pageIndex = chosenPage();
    m_foot->setVisible(pageIndex >= 0 && pageIndex < m_store->pageCount());
    if (!m_foot->isVisibleTo(this))
        return;
    const document::Page &page = m_store->page(pageIndex);
    const auto error = errorOf(page, m_queue->lastTrip(pageIndex));
    QString text = tr("Page %1: %2").arg(pageIndex + 1).arg(stateOf(page, m_queue->lastTrip(pageIndex)));
    if (!page.reason.isEmpty())
        text += u'\n' + tr("%1.", "ends a sentence").arg(page.reason);
    if (error) {
        text += u'\n'
            + tr("%1. %2.", "two sentences")
                  .arg(look::capital(error->what), look::capital(look::inWindow(error->remedy)));
        if (!error->detail.isEmpty())
            text += u'\n' + error->detail;
    }
    m_detail->setText(text);
    m_retry->setText(page.status == PageStatus::Unread ? tr("Read") : error ? tr("Retry") : tr("Read again"));
    m_retry->setEnabled(page.status != PageStatus::Reading);
    m_tesseract->setEnabled(page.status != PageStatus::Reading);
}

} // namespace jobs
