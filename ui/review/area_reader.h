// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ocr/tasks.h"
#include "app/pipeline/read_area.h"

#include <QImage>
#include <QObject>
#include <QThreadPool>

#include <memory>

namespace review {

/// A question about a page or a part of it, and what it is for people.
struct Question {
    pipeline::AreaRequest request;
    ocr::Task task;
    QString title; ///< "Tesseract, German", "Describe in English"
};

/// Asks questions on workers, one after the other. UI thread.
class AreaReader : public QObject {
    Q_OBJECT
public:
    explicit AreaReader(QObject *parent = nullptr);
    ~AreaReader() override;

    /// Null while nothing is open; what was asked before is given up.
    void setSource(std::shared_ptr<pipeline::PageSource> source, std::shared_ptr<pipeline::Engine> engine);
    /// @c answered or @c failed follows, unless stopped.
    void ask(const Question &question);
    void stop();
    [[nodiscard]] bool isAsking() const { return m_waiting > 0; }

Q_SIGNALS:
    /// @p picture  the part of the page that was asked about, as printed.
    void answered(const review::Question &question, const pipeline::AreaReading &reading, const QImage &picture);
    void failed(const review::Question &question, const base::Error &error);

private:
    std::shared_ptr<pipeline::PageSource> m_source;
    std::shared_ptr<pipeline::Engine> m_engine;
    QThreadPool m_pool;
    std::stop_source m_stop;
    int m_waiting = 0;
};

} // namespace review
