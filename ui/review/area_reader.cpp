// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/area_reader.h"

#include <QtConcurrentRun>

namespace review {

namespace {

constexpr base::Dpi pictureResolution{144}; // to look at beside the answer

struct Outcome {
    base::Result<pipeline::AreaReading> reading;
    QImage picture;
};

Outcome answer(
    pipeline::PageSource &source, pipeline::Engine &engine, const Question &question, const std::stop_token &stop)
{
    Outcome outcome{pipeline::readArea(source, engine, question.request, stop), {}};
    if (!outcome.reading)
        return outcome;
    const base::Result<QImage> page = source.renderPage(question.request.pageIndex, pictureResolution, stop);
    if (page)
        outcome.picture = page->copy(question.request.box.on(page->size()).toAlignedRect().intersected(page->rect()));
    return outcome;
}

} // namespace

AreaReader::AreaReader(QObject *parent)
    : QObject(parent)
{
    m_pool.setMaxThreadCount(1);
}

AreaReader::~AreaReader()
{
    m_stop.request_stop();
    m_pool.waitForDone();
}

void AreaReader::setSource(std::shared_ptr<pipeline::PageSource> source, std::shared_ptr<pipeline::Engine> engine)
{
    stop();
    m_source = std::move(source);
    m_engine = std::move(engine);
}

void AreaReader::ask(const Question &question)
{
    if (!m_source || !m_engine)
        return;
    ++m_waiting;
    QtConcurrent::run(&m_pool, [source = m_source, engine = m_engine, question, stop = m_stop.get_token()] {
        return answer(*source, *engine, question, stop);
    }).then(this, [this, question, stop = m_stop.get_token()](const Outcome &outcome) {
        if (stop.stop_requested())
            return;
        --m_waiting;
        if (outcome.reading)
            Q_EMIT answered(question, *outcome.reading, outcome.picture);
        else
            Q_EMIT failed(question, outcome.reading.error());
    });
}

void AreaReader::stop()
{
    m_stop.request_stop();
    m_stop = std::stop_source();
    m_waiting = 0;
}

} // namespace review
