// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/reading_queue.h"

#include <QtConcurrentRun>

#include <algorithm>
#include <mutex>
#include <utility>

namespace jobs {

using document::PageStatus;

/// The newest state of a growing page on its way to the window: a fast reader overwrites it, so that the window never has a backlog.
struct ReadingQueue::Latest {
    std::mutex mutex; ///< guards both below
    document::Page page;
    bool isOnItsWay = false;

    /// True when the window has yet to be told.
    bool put(const document::Page &soFar)
    {
        const std::scoped_lock lock(mutex);
        page = soFar;
        return !std::exchange(isOnItsWay, true);
    }
    document::Page take()
    {
        const std::scoped_lock lock(mutex);
        isOnItsWay = false;
        return page;
    }
};

ReadingQueue::ReadingQueue(document::DocumentStore *store, QObject *parent)
    : QObject(parent)
    , m_store(store)
{
    m_pool.setMaxThreadCount(std::max(2, QThread::idealThreadCount()));
}

ReadingQueue::~ReadingQueue()
{
    m_stop.request_stop();
    m_pool.waitForDone();
}

void ReadingQueue::setSource(std::shared_ptr<pipeline::PageSource> source, std::shared_ptr<pipeline::Engine> engine,
    pipeline::ReadOptions options)
{
    stop();
    ++m_generation;
    m_running.clear();
    m_trips.clear();
    m_figures.clear();
    m_done = m_failed = 0;
    m_source = std::move(source);
    setEngine(std::move(engine), std::move(options));
}

void ReadingQueue::setEngine(std::shared_ptr<pipeline::Engine> engine, pipeline::ReadOptions options)
{
    m_engine = std::move(engine);
    m_options = std::move(options);
}

void ReadingQueue::read(const QList<int> &pageIndexes)
{
    if (m_running.isEmpty() && m_waiting.isEmpty()) {
        m_clock.start();
        m_done = m_failed = 0;
        m_isOrderGiven = false;
    }
    for (const int pageIndex : pageIndexes) {
        if (!m_running.contains(pageIndex) && !m_waiting.contains(pageIndex))
            m_waiting.append(pageIndex);
    }
    sortWaiting();
    startNext();
    Q_EMIT progressChanged();
    if (!isReading() && !m_isPaused)
        Q_EMIT finished();
}

void ReadingQueue::readWith(const QList<int> &pageIndexes, const pipeline::ReadOptions &options)
{
    for (const int pageIndex : pageIndexes)
        m_special.insert(pageIndex, options);
    m_isPaused = false; // a person who asks for a page now wants it now
    read(pageIndexes);
}

void ReadingQueue::setFocus(int pageIndex)
{
    m_focus = pageIndex;
    sortWaiting();
    Q_EMIT progressChanged();
}

/// Forward pages before backward ones at the same distance: people read on.
void ReadingQueue::sortWaiting()
{
    if (!m_isOrderGiven)
        std::ranges::stable_sort(
            m_waiting, {}, [this](int index) { return 2 * std::abs(index - m_focus) + (index < m_focus ? 1 : 0); });
}

void ReadingQueue::stop()
{
    m_waiting.clear();
    m_special.clear();
    m_isPaused = false;
    m_isOrderGiven = false;
    m_stop.request_stop();
    m_stop = std::stop_source();
    Q_EMIT progressChanged();
}

void ReadingQueue::leaveOut(int pageIndex)
{
    m_waiting.removeOne(pageIndex);
    m_special.remove(pageIndex);
    Q_EMIT progressChanged();
}

void ReadingQueue::pause()
{
    m_isPaused = true;
    Q_EMIT progressChanged();
}

void ReadingQueue::resume()
{
    m_isPaused = false;
    startNext();
    Q_EMIT progressChanged();
}

void ReadingQueue::retryFailed()
{
    read(failed());
}

void ReadingQueue::move(int pageIndex, int place)
{
    const qsizetype from = m_waiting.indexOf(pageIndex);
    if (from < 0)
        return;
    m_isOrderGiven = true;
    m_waiting.move(from, std::clamp<qsizetype>(place, 0, m_waiting.size() - 1));
    Q_EMIT progressChanged();
}

QList<int> ReadingQueue::running() const
{
    QList<int> pages = m_running.keys();
    std::ranges::sort(pages);
    return pages;
}

QList<int> ReadingQueue::failed() const
{
    QList<int> pages;
    for (int index = 0; index < m_store->pageCount(); ++index) {
        const Trip *trip = lastTrip(index);
        const bool triedInVain = trip && trip->status == PageStatus::Failed;
        if (m_store->page(index).status == PageStatus::Failed || triedInVain)
            pages.append(index);
    }
    return pages;
}

const Trip *ReadingQueue::lastTrip(int pageIndex) const
{
    const auto trip = m_trips.constFind(pageIndex);
    return trip == m_trips.cend() ? nullptr : &*trip;
}

void ReadingQueue::addFigures(const QHash<QString, QImage> &figures)
{
    m_figures.insert(figures);
    Q_EMIT figuresArrived(figures);
}

Progress ReadingQueue::progress() const
{
    Progress progress;
    progress.done = m_done;
    progress.failed = m_failed;
    progress.wanted = m_done + static_cast<int>(m_waiting.size() + m_running.size());
    progress.current = m_running.isEmpty() ? -1 : running().first();
    if (m_done > 0 && m_clock.isValid()) {
        progress.pagesPerSecond = 1000.0 * m_done / double(std::max<qint64>(1, m_clock.elapsed()));
        progress.leftMs = qint64(1000.0 * (progress.wanted - m_done) / progress.pagesPerSecond);
    }
    return progress;
}

void ReadingQueue::startNext()
{
    while (m_source && !m_isPaused && m_running.size() < m_pool.maxThreadCount() && !m_waiting.isEmpty())
        startPage(m_waiting.takeFirst());
}

void ReadingQueue::startPage(int pageIndex)
{
    const document::Page before = m_store->page(pageIndex);
    m_running.insert(pageIndex, before);
    document::Page reading = before;
    reading.status = PageStatus::Reading;
    reading.error.reset();
    m_store->setLive(pageIndex, reading);

    const int generation = m_generation;
    const auto latest = std::make_shared<Latest>();
    pipeline::PageEvents events;
    events.grew = [this, generation, pageIndex, latest](const document::Page &soFar) {
        if (!latest->put(soFar))
            return;
        QMetaObject::invokeMethod(this, [this, generation, pageIndex, latest] {
            const document::Page page = latest->take();
            if (generation == m_generation && m_running.contains(pageIndex))
                m_store->setLive(pageIndex, page);
        });
    };
    QtConcurrent::run(&m_pool,
        [source = m_source, engine = m_engine,
            options = m_special.contains(pageIndex) ? m_special.take(pageIndex) : m_options, pageIndex, events,
            stop = m_stop.get_token()] {
            QElapsedTimer clock;
            clock.start();
            document::PageContent content = pipeline::digitizePage(*source, *engine, options, pageIndex, events, stop);
            document::squeeze(content.page);
            return std::pair(std::move(content), clock.elapsed());
        })
        .then(this,
            [this, generation, pageIndex, stop = m_stop.get_token()](
                const std::pair<document::PageContent, qint64> &trip) {
                if (generation == m_generation)
                    finishPage(
                        pageIndex, trip.first, trip.second, stop.stop_requested() ? Ending::Stopped : Ending::ByItself);
            });
}

void ReadingQueue::finishPage(int pageIndex, const document::PageContent &content, qint64 tookMs, Ending ending)
{
    const document::Page before = m_running.take(pageIndex);
    const document::Page &page = content.page;
    if (page.status == PageStatus::Unread) { // stopped before anything was read
        m_store->dropLive(pageIndex);
        startNext();
        Q_EMIT progressChanged();
        return;
    }
    ++m_done;
    m_trips.insert(pageIndex, {page.reader, page.reason, tookMs, page.status, page.error});
    const bool isInVain = page.status == PageStatus::Failed;
    const bool isHalf = page.status == PageStatus::Partial && ending == Ending::Stopped;
    if (isInVain)
        ++m_failed;
    QHash<QString, QImage> arrived;
    for (const document::Crop &crop : content.crops)
        arrived.insert(crop.name, crop.image);
    m_figures.insert(arrived);
    if (!arrived.isEmpty())
        Q_EMIT figuresArrived(arrived);
    if ((isInVain || (isHalf && before.status == PageStatus::Ok)) && !before.blocks.isEmpty())
        m_store->dropLive(pageIndex); // what there was is worth more than nothing, or a part of it
    else
        m_store->setContent(pageIndex, page, page.reader);
    startNext();
    Q_EMIT tripEnded(pageIndex);
    Q_EMIT progressChanged();
    if (!isReading())
        Q_EMIT finished();
}

} // namespace jobs
