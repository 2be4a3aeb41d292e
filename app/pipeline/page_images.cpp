// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pipeline/page_images.h"

#include <QtConcurrentRun>

#include <algorithm>
#include <utility>

namespace pipeline {

namespace {

constexpr int drawnAtOnce = 2; // page workers of one document
constexpr int longestQueue = 24; // a screen of thumbnails and the pages around it; older wishes are forgotten

} // namespace

PageImages::PageImages(qint64 bytes, QObject *parent)
    : QObject(parent)
    , m_limit(bytes)
{
    m_pool.setMaxThreadCount(drawnAtOnce);
}

PageImages::~PageImages()
{
    m_stop.request_stop();
    m_pool.waitForDone();
}

void PageImages::setSource(std::shared_ptr<PageSource> source)
{
    m_stop.request_stop();
    m_stop = std::stop_source();
    m_source = std::move(source);
    m_entries.clear();
    m_failures.clear();
    m_wanted.clear();
    m_bytes = 0;
    m_running = 0;
    ++m_generation;
}

void PageImages::hold(bool isHeld)
{
    m_isHeld = isHeld;
    for (int i = 0; i < drawnAtOnce; ++i)
        startNext();
}

QImage PageImages::image(int pageIndex, double dpi)
{
    const auto found = m_entries.find(pageIndex);
    if (found != m_entries.end())
        found->lastUse = ++m_clock;
    const bool isGoodEnough = found != m_entries.end() && found->dpi >= dpi * 0.99;
    if (!isGoodEnough && m_source && !m_failures.contains(pageIndex)) {
        m_wanted.removeIf([&](const auto &wish) { return wish.first == pageIndex; });
        m_wanted.append({pageIndex, dpi});
        if (m_wanted.size() > longestQueue)
            m_wanted.removeFirst();
        startNext();
    }
    return found == m_entries.end() ? QImage() : found->image;
}

void PageImages::startNext()
{
    if (m_isHeld || m_running >= drawnAtOnce || m_wanted.isEmpty() || !m_source)
        return;
    const auto [pageIndex, dpi] = m_wanted.takeLast();
    ++m_running;
    const int generation = m_generation;
    QtConcurrent::run(&m_pool, [source = m_source, index = pageIndex, resolution = dpi, stop = m_stop.get_token()] {
        return source->renderPage(index, base::Dpi{resolution}, stop);
    }).then(this, [this, generation, index = pageIndex, resolution = dpi](const base::Result<QImage> &drawn) {
        if (generation != m_generation)
            return;
        --m_running;
        if (drawn)
            keep(index, resolution, *drawn);
        else if (drawn.error().code != base::ErrorCode::Cancelled)
            m_failures.insert(index, drawn.error().what);
        Q_EMIT imageReady(index);
        startNext();
    });
}

void PageImages::keep(int pageIndex, double dpi, const QImage &image)
{
    Entry &entry = m_entries[pageIndex];
    m_bytes += image.sizeInBytes() - entry.image.sizeInBytes();
    entry = {image, dpi, ++m_clock};
    while (m_bytes > m_limit && m_entries.size() > 1) {
        auto oldest = m_entries.cbegin();
        for (auto entryAt = m_entries.cbegin(); entryAt != m_entries.cend(); ++entryAt) {
            if (entryAt->lastUse < oldest->lastUse)
                oldest = entryAt;
        }
        const int oldestPage = oldest.key();
        m_bytes -= m_entries.value(oldestPage).image.sizeInBytes();
        m_entries.remove(oldestPage);
    }
}

} // namespace pipeline
