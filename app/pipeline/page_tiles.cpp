// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pipeline/page_tiles.h"

#include <QtConcurrentRun>

#include <algorithm>
#include <cmath>
#include <utility>

namespace pipeline {

namespace {

constexpr int drawnAtOnce = 2; // page workers of one document
constexpr int longestQueue = 40; // a large screen and a half; older wishes are out of sight

} // namespace

PageTiles::PageTiles(qint64 bytes, QObject *parent)
    : QObject(parent)
    , m_limit(bytes)
{
    m_pool.setMaxThreadCount(drawnAtOnce);
}

PageTiles::~PageTiles()
{
    m_stop.request_stop();
    m_pool.waitForDone();
}

void PageTiles::setSource(std::shared_ptr<PageSource> source)
{
    m_stop.request_stop();
    m_stop = std::stop_source();
    m_source = std::move(source);
    m_entries.clear();
    m_wanted.clear();
    m_drawing.clear();
    m_failed.clear();
    m_bytes = 0;
    ++m_generation;
}

QSize PageTiles::pagePixels(const document::PageGeometry &page, double dpi)
{
    return {int(std::ceil(page.size.width() / 72 * dpi)), int(std::ceil(page.size.height() / 72 * dpi))};
}

QImage PageTiles::tile(int pageIndex, double dpi, int column, int row)
{
    const Key key{pageIndex, qRound(dpi), column, row};
    if (const auto found = m_entries.find(key); found != m_entries.end()) {
        found->lastUse = ++m_clock;
        return found->image;
    }
    if (m_source && !m_drawing.contains(key) && !m_failed.contains(key)) {
        m_wanted.removeOne(key);
        m_wanted.append(key);
        if (m_wanted.size() > longestQueue)
            m_wanted.removeFirst();
        startNext();
    }
    return {};
}

void PageTiles::startNext()
{
    if (m_drawing.size() >= drawnAtOnce || m_wanted.isEmpty() || !m_source)
        return;
    const Key key = m_wanted.takeLast();
    m_drawing.append(key);
    QtConcurrent::run(&m_pool, [source = m_source, key, stop = m_stop.get_token()] {
        const QRect part
            = QRect(key.column * side, key.row * side, side, side)
                  .intersected(QRect(QPoint(), pagePixels(source->document().pages[key.pageIndex], key.dpi)));
        return source->renderPart(key.pageIndex, base::Dpi{double(key.dpi)}, part, stop);
    }).then(this, [this, generation = m_generation, key](const base::Result<QImage> &drawn) {
        if (generation != m_generation)
            return;
        m_drawing.removeOne(key);
        if (drawn)
            keep(key, *drawn);
        else if (drawn.error().code != base::ErrorCode::Cancelled)
            m_failed.append(key); // the whole page, scaled up, stays in its place
        Q_EMIT tileReady(key.pageIndex);
        startNext();
    });
}

void PageTiles::keep(const Key &key, const QImage &image)
{
    m_bytes += image.sizeInBytes();
    m_entries.insert(key, {image, ++m_clock});
    while (m_bytes > m_limit && m_entries.size() > 1) {
        const auto oldest = std::min_element(
            m_entries.begin(), m_entries.end(), [](const Entry &a, const Entry &b) { return a.lastUse < b.lastUse; });
        m_bytes -= oldest->image.sizeInBytes();
        m_entries.erase(oldest);
    }
}

} // namespace pipeline
