// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/reading_queue.h"

#include <QtConcurrentRun>

#include <algorithm>
#include <utility>

namespace jobs {

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
    m_figures.clear();
    m_source = std::move(source);
    m_engine = std::move(engine);
    m_options = std::move(options);
}

void ReadingQueue::read(const QList<int> &pageIndexes)
{
    if (!isReading()) {
        m_clock.start();
        m_done = m_failed = 0;
    }
    for (const int pageIndex : pageIndexes) {
        if (!m_running.contains(pageIndex))
            m_waiting.insert(pageIndex);
    }
    startNext();
    Q_EMIT progressChanged();
}

void ReadingQueue::setFocus(int pageIndex)
{
    m_focus = pageIndex;
}

void ReadingQueue::stop()
{
    m_waiting.clear();
    m_stop.request_stop();
    m_stop = std::stop_source();
    Q_EMIT progressChanged();
}

Progress ReadingQueue::progress() const
{
    Progress progress;
    progress.done = m_done;
    progress.failed = m_failed;
    progress.wanted = m_done + static_cast<int>(m_waiting.size() + m_running.size());
    progress.current = m_running.isEmpty() ? -1 : *std::ranges::min_element(m_running);
    if (m_done > 0 && m_clock.isValid()) {
        progress.pagesPerSecond = 1000.0 * m_done / double(std::max<qint64>(1, m_clock.elapsed()));
        progress.leftMs = qint64(1000.0 * (progress.wanted - m_done) / progress.pagesPerSecond);
    }
    return progress;
}

void ReadingQueue::startNext()
{
    while (m_source && m_running.size() < m_pool.maxThreadCount() && !m_waiting.isEmpty()) {
        // Forward pages before backward ones at the same distance: people read on.
        const int pageIndex = *std::ranges::min_element(
            m_waiting, {}, [this](int index) { return 2 * std::abs(index - m_focus) + (index < m_focus ? 1 : 0); });
        m_waiting.remove(pageIndex);
        m_running.insert(pageIndex);
        document::Page reading = m_store->page(pageIndex);
        reading.status = document::PageStatus::Reading;
        reading.error.reset();
        m_store->setLive(pageIndex, reading);

        const int generation = m_generation;
        pipeline::PageEvents events;
        events.grew = [this, generation](const document::Page &soFar) {
            QMetaObject::invokeMethod(this, [this, generation, soFar] {
                if (generation == m_generation && m_running.contains(soFar.number - 1))
                    m_store->setLive(soFar.number - 1, soFar);
            });
        };
        QtConcurrent::run(&m_pool,
            [source = m_source, engine = m_engine, options = m_options, pageIndex, events, stop = m_stop.get_token()] {
                return pipeline::digitizePage(*source, *engine, options, pageIndex, events, stop);
            })
            .then(this, [this, generation, pageIndex](const document::PageContent &content) {
                if (generation == m_generation)
                    finishPage(pageIndex, content);
            });
    }
}

void ReadingQueue::finishPage(int pageIndex, const document::PageContent &content)
{
    m_running.remove(pageIndex);
    if (content.page.status == document::PageStatus::Unread) { // stopped before anything was read
        m_store->setLive(pageIndex, content.page);
        Q_EMIT progressChanged();
        return;
    }
    ++m_done;
    if (content.page.status == document::PageStatus::Failed)
        ++m_failed;
    QHash<QString, QImage> arrived;
    for (const document::Crop &crop : content.crops)
        arrived.insert(crop.name, crop.image);
    m_figures.insert(arrived);
    if (!arrived.isEmpty())
        Q_EMIT figuresArrived(arrived);
    m_store->setContent(pageIndex, content.page, content.page.reader);
    startNext();
    Q_EMIT progressChanged();
    if (!isReading())
        Q_EMIT finished();
}

} // namespace jobs
