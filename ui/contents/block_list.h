// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/document/document_store.h"

#include <QObject>
#include <QTimer>

#include <functional>

namespace contents {

/// A block of the document and where it is.
struct PlacedBlock {
    int pageIndex = 0;
    document::Block block;

    bool operator==(const PlacedBlock &) const = default;
};

/// All blocks of a document that are of one kind, in order, kept up to date as pages are read and edited.
class BlockList : public QObject {
    Q_OBJECT
public:
    using Wanted = std::function<bool(const document::Block &)>;
    BlockList(document::DocumentStore *store, Wanted wanted, QObject *parent = nullptr);

    [[nodiscard]] QList<PlacedBlock> blocks() const;
    /// What to say while there are none. @p none  the sentence for a document that was read and has none.
    struct Emptiness {
        QString title;
        QString sentence;
    };
    [[nodiscard]] Emptiness emptiness(const QString &none) const;

Q_SIGNALS:
    void changed();

private:
    void look(int pageIndex);

    document::DocumentStore *m_store;
    Wanted m_wanted;
    QList<QList<PlacedBlock>> m_pages;
    QTimer m_soon;
};

} // namespace contents
