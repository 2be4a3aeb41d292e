// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/queue_model.h"

#include "ui/look/error_words.h"

#include <QIcon>
#include <QMimeData>

namespace jobs {

namespace {

using namespace Qt::StringLiterals;

const QString mimeType = u"application/x-recto-queued-page"_s;
constexpr int refreshMs = 100; // a list that changes more often cannot be read

} // namespace

QueueModel::QueueModel(ReadingQueue *queue, QObject *parent)
    : QAbstractListModel(parent)
    , m_queue(queue)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(refreshMs);
    connect(&m_soon, &QTimer::timeout, this, &QueueModel::refresh);
    connect(queue, &ReadingQueue::progressChanged, &m_soon, [this] {
        if (!m_soon.isActive())
            m_soon.start();
    });
}

void QueueModel::refresh()
{
    QList<Row> rows;
    for (const int page : m_queue->running())
        rows.append({page, State::Running});
    for (const int page : m_queue->waiting())
        rows.append({page, State::Waiting});
    const QList<int> running = m_queue->running();
    for (const int page : m_queue->failed()) {
        if (!running.contains(page) && !m_queue->waiting().contains(page))
            rows.append({page, State::Failed});
    }
    if (rows == m_rows)
        return;
    beginResetModel();
    m_rows = rows;
    endResetModel();
}

int QueueModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int QueueModel::rowOf(int pageIndex) const
{
    for (qsizetype row = 0; row < m_rows.size(); ++row) {
        if (m_rows[row].pageIndex == pageIndex)
            return int(row);
    }
    return -1;
}

QVariant QueueModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_rows.size())
        return {};
    const Row &row = m_rows[index.row()];
    const QString state = row.state == State::Running ? tr("being read")
        : row.state == State::Waiting                 ? tr("waiting")
                                                      : tr("could not be read");
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return tr("Page %1: %2").arg(row.pageIndex + 1).arg(state);
    case Qt::ToolTipRole: {
        const Trip *trip = m_queue->lastTrip(row.pageIndex);
        return row.state == State::Failed && trip && trip->error
            ? tr("%1; %2").arg(trip->error->what, look::inWindow(trip->error->remedy))
            : QVariant();
    }
    case Qt::DecorationRole:
        return QIcon::fromTheme(row.state == State::Running ? u"recto-read-page"_s
                : row.state == State::Waiting               ? u"recto-page"_s
                                                            : u"recto-warning"_s);
    case PageRole:
        return row.pageIndex;
    case StateRole:
        return static_cast<int>(row.state);
    default:
        return {};
    }
}

Qt::ItemFlags QueueModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::ItemIsDropEnabled;
    const Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    return m_rows[index.row()].state == State::Waiting ? flags | Qt::ItemIsDragEnabled : flags;
}

QStringList QueueModel::mimeTypes() const
{
    return {mimeType};
}

QMimeData *QueueModel::mimeData(const QModelIndexList &indexes) const
{
    auto *data = new QMimeData;
    if (!indexes.isEmpty())
        data->setData(mimeType, QByteArray::number(indexes.first().data(PageRole).toInt()));
    return data;
}

bool QueueModel::dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int, const QModelIndex &parent)
{
    if (action != Qt::MoveAction || !data->hasFormat(mimeType))
        return false;
    const int at = row >= 0 ? row : parent.isValid() ? parent.row() : rowCount();
    const int pageIndex = data->data(mimeType).toInt();
    int place = at - int(m_queue->running().size());
    if (rowOf(pageIndex) < at)
        --place; // it leaves its own place first
    m_queue->move(pageIndex, place);
    return false; // the queue has moved it: the view must not
}

} // namespace jobs
