// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/pipeline/page_source.h"

#include <QHash>
#include <QObject>
#include <QThreadPool>

#include <memory>

namespace pipeline {

/// Pictures of pages, drawn by the page workers as they are asked for and kept under a bound of bytes.
///
/// UI thread only; never waits. What was asked for last is drawn first, and what nobody asks for again is not drawn.
class PageImages : public QObject {
    Q_OBJECT
public:
    /// @param bytes  the most that drawn pictures may hold.
    explicit PageImages(qint64 bytes, QObject *parent = nullptr);
    ~PageImages() override;

    /// Another document, or none. Pictures of the old one are dropped, running work is stopped.
    void setSource(std::shared_ptr<PageSource> source);

    /// While held, what is wanted is kept in mind, and drawn once let go.
    void hold(bool isHeld);

    /// A picture of the document that was drawn already.
    void put(int pageIndex, double dpi, const QImage &image) { keep(pageIndex, dpi, image); }

    /// The best picture there is of a page, null for none. When none of at least @p dpi is there, one is drawn and
    /// @c imageReady follows.
    /// @param dpi  dots per inch of a PDF page as drawn; a picture page comes at its own pixels.
    [[nodiscard]] QImage image(int pageIndex, double dpi);
    /// Why the last drawing of this page failed; empty for none.
    [[nodiscard]] QString failure(int pageIndex) const { return m_failures.value(pageIndex); }
    [[nodiscard]] qint64 bytesHeld() const { return m_bytes; }

Q_SIGNALS:
    void imageReady(int pageIndex);

private:
    struct Entry {
        QImage image;
        double dpi = 0;
        quint64 lastUse = 0;
    };
    void startNext();
    void keep(int pageIndex, double dpi, const QImage &image);

    std::shared_ptr<PageSource> m_source;
    QThreadPool m_pool;
    std::stop_source m_stop;
    QHash<int, Entry> m_entries;
    QHash<int, QString> m_failures;
    QList<std::pair<int, double>> m_wanted; ///< most recent last
    qint64 m_limit;
    qint64 m_bytes = 0;
    quint64 m_clock = 0;
    int m_running = 0;
    bool m_isHeld = false;
    int m_generation = 0;
};

} // namespace pipeline
