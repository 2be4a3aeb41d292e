// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/document/document_store.h"
#include "app/locate/text_index.h"
#include "app/pipeline/read_area.h"

#include <QObject>
#include <QSet>
#include <QThreadPool>
#include <QTimer>

#include <memory>

namespace ui_locate {

/// Searches the open document behind the window's back: the text on a worker of its own, the model on another.
///
/// UI thread. Of searches that overtake each other only the latest answers.
class Finder : public QObject {
    Q_OBJECT
public:
    explicit Finder(document::DocumentStore *store, QObject *parent = nullptr);
    ~Finder() override;

    /// Where pages are drawn and who is asked; null while nothing is open.
    void setSource(std::shared_ptr<pipeline::PageSource> source, std::shared_ptr<pipeline::Engine> engine,
        pipeline::Reader reader);

    /// Looks for @p text on all pages; @c found follows. A blank text finds nothing.
    void find(const QString &text);
    /// Asks the model where @p words is on a page; @c modelAnswered or @c modelFailed follows.
    void askModel(const QString &words, int pageIndex);
    void stopAsking();

Q_SIGNALS:
    void found(const QString &text, const locate::Places &places);
    void modelAnswered(const QString &words, int pageIndex, const QList<locate::Place> &places);
    void modelFailed(const QString &words, const base::Error &error);

private:
    void refreshSoon(int pageIndex);
    void run(const QString &text);

    document::DocumentStore *m_store;
    std::shared_ptr<pipeline::PageSource> m_source;
    std::shared_ptr<pipeline::Engine> m_engine;
    pipeline::Reader m_reader = pipeline::Reader::Auto;
    std::shared_ptr<locate::TextIndex> m_index; ///< touched by the one thread of m_indexPool alone
    QSet<int> m_changed; ///< pages the index has not heard of yet
    QTimer m_refresh;
    QThreadPool m_indexPool;
    QThreadPool m_modelPool;
    std::stop_source m_stopSearch;
    std::stop_source m_stopAsking;
    int m_generation = 0;
};

} // namespace ui_locate
