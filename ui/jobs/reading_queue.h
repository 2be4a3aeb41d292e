// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/document/document_store.h"
#include "app/pipeline/digitize_page.h"
#include "app/pipeline/page_source.h"

#include <QElapsedTimer>
#include <QHash>
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

/// One page's last trip, for the reading log.
struct Trip {
    QString reader;
    QString reason;
    qint64 tookMs = 0;
    document::PageStatus status = document::PageStatus::Unread;
    std::optional<base::Error> error;
};

/// Reads pages of the open document in the background: what is looked at first, then outwards from it, or in the order a person gave.
///
/// UI thread; the work is pipeline::digitizePage on worker threads, the very one that the command line calls. What arrives goes into
/// the store: growing pages as live content, finished ones as a command. A page that was read before and now cannot be, or whose new reading
/// is stopped half way, keeps what it had.
class ReadingQueue : public QObject {
    Q_OBJECT
public:
    explicit ReadingQueue(document::DocumentStore *store, QObject *parent = nullptr);
    ~ReadingQueue() override;

    void setSource(std::shared_ptr<pipeline::PageSource> source, std::shared_ptr<pipeline::Engine> engine,
        pipeline::ReadOptions options);
    /// For pages that are begun from now on.
    void setEngine(std::shared_ptr<pipeline::Engine> engine, pipeline::ReadOptions options);

    /// Pages to read; those already wanted stay wanted once.
    void read(const QList<int> &pageIndexes);
    /// The same with options of their own instead of the document's, for this trip.
    void readWith(const QList<int> &pageIndexes, const pipeline::ReadOptions &options);
    /// The page a person looks at: it and its neighbours come first, unless a person gave the order.
    void setFocus(int pageIndex);
    /// Ends what is running and forgets what waits; what was read so far is kept as partial.
    void stop();
    /// Takes a waiting page out.
    void leaveOut(int pageIndex);
    /// What is running goes on, nothing new begins.
    void pause();
    void resume();
    void retryFailed();
    /// Puts a waiting page at another place of the line; from then on the order is the person's.
    void move(int pageIndex, int place);

    [[nodiscard]] bool isReading() const { return !m_running.isEmpty() || (!m_waiting.isEmpty() && !m_isPaused); }
    [[nodiscard]] bool isPaused() const { return m_isPaused; }
    [[nodiscard]] Progress progress() const;
    [[nodiscard]] const QList<int> &waiting() const { return m_waiting; } ///< next first
    [[nodiscard]] QList<int> running() const; ///< ascending
    [[nodiscard]] QList<int> failed() const; ///< ascending, of the whole document
    [[nodiscard]] const Trip *lastTrip(int pageIndex) const; ///< null before the first
    [[nodiscard]] const pipeline::ReadOptions &options() const { return m_options; }
    [[nodiscard]] QHash<QString, QImage> figures() const { return m_figures; }
    /// Pictures that were cut elsewhere (a reopened project's).
    void addFigures(const QHash<QString, QImage> &figures);

Q_SIGNALS:
    void progressChanged();
    void figuresArrived(const QHash<QString, QImage> &figures);
    /// A trip ended, well or not.
    void tripEnded(int pageIndex);
    void finished();

private:
    struct Latest;
    void startNext();
    void startPage(int pageIndex);
    enum class Ending { ByItself, Stopped };
    void finishPage(int pageIndex, const document::PageContent &content, qint64 tookMs, Ending ending);
    void sortWaiting();

    document::DocumentStore *m_store;
    std::shared_ptr<pipeline::PageSource> m_source;
    std::shared_ptr<pipeline::Engine> m_engine;
    pipeline::ReadOptions m_options;
    QThreadPool m_pool;
    std::stop_source m_stop;
    QList<int> m_waiting;
    QHash<int, pipeline::ReadOptions> m_special; ///< by page
    QHash<int, document::Page> m_running; ///< by page: what it was before
    QHash<int, Trip> m_trips;
    QHash<QString, QImage> m_figures;
    QElapsedTimer m_clock;
    int m_focus = 0;
    int m_done = 0;
    int m_failed = 0;
    int m_generation = 0;
    bool m_isPaused = false;
    bool m_isOrderGiven = false;
};

} // namespace jobs
