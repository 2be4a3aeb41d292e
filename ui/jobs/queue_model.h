// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/jobs/reading_queue.h"

#include <QAbstractListModel>
#include <QTimer>

namespace jobs {

/// The reading queue as a list: pages being read, then waiting ones in their order, then those that failed.
class QueueModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role { PageRole = Qt::UserRole, StateRole };
    enum class State { Running, Waiting, Failed };

    explicit QueueModel(ReadingQueue *queue, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    [[nodiscard]] Qt::DropActions supportedDropActions() const override { return Qt::MoveAction; }
    [[nodiscard]] QStringList mimeTypes() const override;
    [[nodiscard]] QMimeData *mimeData(const QModelIndexList &indexes) const override;
    bool dropMimeData(
        const QMimeData *data, Qt::DropAction action, int row, int column, const QModelIndex &parent) override;
    [[nodiscard]] int rowOf(int pageIndex) const;

private:
    struct Row {
        int pageIndex;
        State state;
        bool operator==(const Row &) const = default;
    };
    void refresh();

    ReadingQueue *m_queue;
    QList<Row> m_rows;
    QTimer m_soon; ///< many changes, one refresh
};

} // namespace jobs
