// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/document/document_store.h"
#include "app/pipeline/digitize_page.h"
#include "app/pipeline/page_source.h"

#include <QElapsedTimer>
#include <QObject>
#include <QSet>
#include <QThreadPool>

#include <memory>

namespace jobs {

/// How far the reading of a document has come.
struct Progress {
    int done = 0;
    int failed = 0;
    int wanted = 0;
    int current = -1; ///< index of a page being read, -1 for none
    double pagesPerSecond = 0; ///< over the pages of this run; 0 before the first
    qint64 leftMs = -1; ///< -1: not known yet

    bool operator==(const Progress &) const = default;
};

/// Reads pages of the open document in the background: what is looked at first, then outwards from it.
///
/// UI thread; the work is pipeline::digitizePage on worker threads, the very one that the command line calls. What arrives goes into
/// the store: growing pages as live content, finished ones as a command.
class ReadingQueue : public QObject {
    Q_OBJECT
public:
    explicit ReadingQueue(document::DocumentStore *store, QObject *parent = nullptr);
    ~ReadingQueue() override;

    void setSource(std::shared_ptr<pipeline::PageSource> source, std::shared_ptr<pipeline::Engine> engine,
        pipeline::ReadOptions options);

    /// Pages to read; those already wanted stay wanted once.
    void read(const QList<int> &pageIndexes);
    /// The page a person looks at: it and its neighbours come first.
    void setFocus(int pageIndex);
    /// Ends what is running and forgets what waits; what was read so far is kept as partial.
    void stop();

    [[nodiscard]] bool isReading() const { return !m_running.isEmpty() || !m_waiting.isEmpty(); }
    [[nodiscard]] Progress progress() const;
    [[nodiscard]] QHash<QString, QImage> figures() const { return m_figures; }

Q_SIGNALS:
    void progressChanged();
    void figuresArrived(const QHash<QString, QImage> &figures);
    void finished();

private:
    void startNext();
    void finishPage(int pageIndex, const document::PageContent &content);

    document::DocumentStore *m_store;
    std::shared_ptr<pipeline::PageSource> m_source;
    std::shared_ptr<pipeline::Engine> m_engine;
    pipeline::ReadOptions m_options;
    QThreadPool m_pool;
    std::stop_source m_stop;
    QSet<int> m_waiting;
    QSet<int> m_running;
    QHash<QString, QImage> m_figures;
    QElapsedTimer m_clock;
    int m_focus = 0;
    int m_done = 0;
    int m_failed = 0;
    int m_generation = 0;
};

} // namespace jobs
