// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/pipeline/page_source.h"

#include <QHash>
#include <QObject>
#include <QThreadPool>

#include <memory>

namespace pipeline {

/// Squares of PDF pages at resolutions too fine to draw whole, drawn by the page workers as they are asked for and kept under a bound of
/// bytes.
///
/// UI thread only; never waits. What was asked for last is drawn first, and what nobody asks for again is not drawn.
class PageTiles : public QObject {
    Q_OBJECT
public:
    static constexpr int side = 512; ///< pixels

    /// @param bytes  the most that drawn tiles may hold.
    explicit PageTiles(qint64 bytes, QObject *parent = nullptr);
    ~PageTiles() override;

    /// Another document, or none. Tiles of the old one are dropped, running work is stopped.
    void setSource(std::shared_ptr<PageSource> source);

    /// How many pixels a page has at a resolution.
    [[nodiscard]] static QSize pagePixels(const document::PageGeometry &page, double dpi);

    /// The tile, narrower at the page's right and lower edge; null until it is drawn, and then @c tileReady follows.
    [[nodiscard]] QImage tile(int pageIndex, double dpi, int column, int row);
    [[nodiscard]] qint64 bytesHeld() const { return m_bytes; }

Q_SIGNALS:
    void tileReady(int pageIndex);

private:
    struct Key {
        int pageIndex;
        int dpi;
        int column;
        int row;
        bool operator==(const Key &) const = default;
        friend size_t qHash(const Key &key, size_t seed = 0)
        {
            return qHashMulti(seed, key.pageIndex, key.dpi, key.column, key.row);
        }
    };
    struct Entry {
        QImage image;
        quint64 lastUse = 0;
    };
    void startNext();
    void keep(const Key &key, const QImage &image);

    std::shared_ptr<PageSource> m_source;
    QThreadPool m_pool;
    std::stop_source m_stop;
    QHash<Key, Entry> m_entries;
    QList<Key> m_wanted; ///< most recent last
    QList<Key> m_drawing;
    QList<Key> m_failed;
    qint64 m_limit;
    qint64 m_bytes = 0;
    quint64 m_clock = 0;
    int m_generation = 0;
};

} // namespace pipeline
