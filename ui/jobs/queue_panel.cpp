// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/queue_panel.h"

#include "ui/look/placeholder.h"

#include <QHBoxLayout>
#include <QIcon>
#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace jobs {

namespace {

using namespace Qt::StringLiterals;

constexpr int narrowButton = 34; // pixels: its drawing alone
constexpr int besideButtons = 6;

QToolButton *button(const QString &icon, const QString &text)
{
    auto *button = new QToolButton;
    button->setProperty("flat", true);
    button->setIcon(QIcon::fromTheme(icon));
    button->setText(text);
    button->setAccessibleName(text);
    button->setToolTip(text);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setMinimumWidth(narrowButton);
    return button;
}

} // namespace

QueuePanel::QueuePanel(ReadingQueue *queue, document::DocumentStore *store, QWidget *parent)
    : QWidget(parent)
    , m_queue(queue)
    , m_store(store)
    , m_model(new QueueModel(queue, this))
    , m_list(new QListView)
    , m_summary(new QLabel)
    , m_pause(button(u"recto-pause"_s, tr("Pause")))
    , m_retry(button(u"recto-retry"_s, tr("Retry failed")))
{
    m_list->setAccessibleName(tr("Reading queue"));
    m_list->setModel(m_model);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setDragDropMode(QAbstractItemView::InternalMove);
    m_list->setDefaultDropAction(Qt::MoveAction);
    m_list->setSpacing(1);
    m_list->installEventFilter(this);
    m_placeholder = new look::Placeholder(m_list, u"recto-check"_s);
    connect(m_list, &QListView::activated, this,
        [this](const QModelIndex &index) { Q_EMIT pageChosen(index.data(QueueModel::PageRole).toInt()); });
    connect(m_list, &QListView::clicked, this,
        [this](const QModelIndex &index) { Q_EMIT pageChosen(index.data(QueueModel::PageRole).toInt()); });
    connect(
        m_pause, &QToolButton::clicked, this, [this] { m_queue->isPaused() ? m_queue->resume() : m_queue->pause(); });
    connect(m_retry, &QToolButton::clicked, m_queue, &ReadingQueue::retryFailed);
    m_summary->setContentsMargins(10, 6, 10, 4);
    m_summary->setWordWrap(true);
    auto *buttons = new QHBoxLayout;
    buttons->setContentsMargins(besideButtons, 4, besideButtons, 4);
    buttons->setSpacing(2);
    buttons->addWidget(m_pause);
    buttons->addWidget(m_retry);
    buttons->addStretch();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_summary);
    layout->addWidget(m_list, 1);
    layout->addLayout(buttons);
    connect(queue, &ReadingQueue::progressChanged, this, &QueuePanel::showState);
    connect(m_model, &QAbstractItemModel::modelReset, this, &QueuePanel::showState);
    connect(store, &document::DocumentStore::documentOpened, this, &QueuePanel::showState);
    showState();
}

void QueuePanel::showState()
{
    const Progress progress = m_queue->progress();
    const auto waiting = int(m_queue->waiting().size());
    m_pause->setEnabled(m_queue->isPaused() || waiting > 0);
    m_pause->setText(m_queue->isPaused() ? tr("Go on") : tr("Pause"));
    m_pause->setAccessibleName(m_pause->text());
    m_pause->setToolTip(m_pause->text());
    m_pause->setIcon(QIcon::fromTheme(m_queue->isPaused() ? u"recto-read-page"_s : u"recto-pause"_s));
    fitButtons();
    m_retry->setEnabled(progress.failed > 0 || !m_queue->failed().isEmpty());
    m_summary->setVisible(waiting > 0 || m_queue->isReading());
    m_summary->setText(m_queue->isPaused() ? tr("Paused, %n page(s) waiting", nullptr, waiting)
                                           : tr("%n page(s) waiting", nullptr, waiting));
    const bool isAnyRead = std::ranges::any_of(
        m_store->pages(), [](const document::Page &page) { return page.status != document::PageStatus::Unread; });
    if (m_store->pageCount() == 0)
        m_placeholder->setText(tr("No document is open"));
    else
        m_placeholder->setText(tr("Nothing waits"),
            isAnyRead ? tr("Every page that was asked for has been read.")
                      : tr("Pages that are to be read stand here until they are."));
}

/// Where their words have no room, the drawings stand alone; the words are in the tool tips.
void QueuePanel::fitButtons()
{
    int wanted = 2 * besideButtons;
    for (QToolButton *button : {m_pause, m_retry}) {
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        wanted += button->sizeHint().width() + 2;
    }
    if (wanted <= width())
        return;
    for (QToolButton *button : {m_pause, m_retry})
        button->setToolButtonStyle(Qt::ToolButtonIconOnly);
}

void QueuePanel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitButtons();
}

void QueuePanel::moveBy(int places)
{
    const QModelIndex index = m_list->currentIndex();
    if (!index.isValid() || index.data(QueueModel::StateRole).toInt() != static_cast<int>(QueueModel::State::Waiting))
        return;
    const int pageIndex = index.data(QueueModel::PageRole).toInt();
    m_queue->move(pageIndex, int(m_queue->waiting().indexOf(pageIndex)) + places);
    connect(
        m_model, &QAbstractItemModel::modelReset, this,
        [this, pageIndex] { m_list->setCurrentIndex(m_model->index(m_model->rowOf(pageIndex))); },
        Qt::SingleShotConnection);
}

bool QueuePanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_list && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool isMove = key->modifiers() == Qt::AltModifier;
        if (isMove && (key->key() == Qt::Key_Up || key->key() == Qt::Key_Down)) {
            moveBy(key->key() == Qt::Key_Up ? -1 : 1);
            return true;
        }
        if (key->key() == Qt::Key_Delete && m_list->currentIndex().isValid()) {
            m_queue->leaveOut(m_list->currentIndex().data(QueueModel::PageRole).toInt());
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace jobs
