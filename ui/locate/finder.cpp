// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/locate/finder.h"

#include <QtConcurrentRun>

#include <utility>

namespace ui_locate {

namespace {

constexpr int settleMs = 300; // a page that grows or is typed in: indexed when it rests, or with the next search
constexpr qsizetype mostPlaces = 2000; // more than anybody steps through

QList<locate::Place> placesFrom(const QList<base::NormalizedRect> &boxes, const QString &words, int pageIndex)
{
    QList<locate::Place> places;
    for (const base::NormalizedRect &box : boxes) {
        locate::Place place;
        place.pageIndex = pageIndex;
        place.boxes = {box};
        place.precision = locate::Precision::Model;
        place.text = words;
        place.kind = locate::MatchKind::Model;
        place.score = 0.5; // the model gives no measure of its own
        places.append(place);
    }
    return places;
}

} // namespace

Finder::Finder(document::DocumentStore *store, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_index(std::make_shared<locate::TextIndex>())
{
    m_indexPool.setMaxThreadCount(1);
    m_modelPool.setMaxThreadCount(1);
    m_refresh.setSingleShot(true);
    m_refresh.setInterval(settleMs);
    connect(&m_refresh, &QTimer::timeout, this, [this] { run({}); });
    connect(store, &document::DocumentStore::pageChanged, this, &Finder::refreshSoon);
    connect(store, &document::DocumentStore::documentOpened, this, [this] {
        m_index = std::make_shared<locate::TextIndex>();
        m_changed.clear();
        for (int index = 0; index < m_store->pageCount(); ++index)
            m_changed.insert(index);
        m_refresh.start();
    });
}

Finder::~Finder()
{
    m_stopSearch.request_stop();
    m_stopAsking.request_stop();
    m_indexPool.waitForDone();
    m_modelPool.waitForDone();
}

void Finder::setSource(
    std::shared_ptr<pipeline::PageSource> source, std::shared_ptr<pipeline::Engine> engine, pipeline::Reader reader)
{
    stopAsking();
    m_source = std::move(source);
    m_engine = std::move(engine);
    m_reader = reader;
}

void Finder::refreshSoon(int pageIndex)
{
    m_changed.insert(pageIndex);
    m_refresh.start();
}

void Finder::find(const QString &text)
{
    run(text);
}

/// Tells the index what changed, then searches it; with an empty text it is only told.
void Finder::run(const QString &text)
{
    QList<std::pair<int, document::Page>> changed;
    for (const int index : std::as_const(m_changed)) {
        if (index < m_store->pageCount())
            changed.append({index, m_store->page(index)});
    }
    m_changed.clear();
    m_refresh.stop();
    if (!text.isNull()) {
        m_stopSearch.request_stop();
        m_stopSearch = std::stop_source();
    }
    const int generation = text.isNull() ? m_generation : ++m_generation;
    auto work = [index = m_index, changed, text, stop = m_stopSearch.get_token()] {
        for (const auto &[pageIndex, page] : changed)
            index->setPage(pageIndex, page);
        return text.isNull() || stop.stop_requested() ? locate::Places() : index->find(text, mostPlaces, -1, stop);
    };
    QtConcurrent::run(&m_indexPool, work).then(this, [this, generation, text](const locate::Places &places) {
        if (!text.isNull() && generation == m_generation)
            Q_EMIT found(text, places);
    });
}

void Finder::stopAsking()
{
    m_stopAsking.request_stop();
    m_stopAsking = std::stop_source();
}

void Finder::askModel(const QString &words, int pageIndex)
{
    stopAsking();
    if (!m_source || !m_engine || pageIndex < 0 || pageIndex >= m_store->pageCount())
        return;
    pipeline::AreaRequest request;
    request.pageIndex = pageIndex;
    request.orientation = m_store->page(pageIndex).orientation;
    request.reader = m_reader;
    using Answer = base::Result<QList<base::NormalizedRect>>;
    auto work = [source = m_source, engine = m_engine, request, words, stop = m_stopAsking.get_token()]() -> Answer {
        const base::Result<QString> model = engine->modelFor(request.reader, stop);
        if (!model)
            return std::unexpected(model.error());
        if (!pipeline::canLocate(*model))
            return base::failure(base::ErrorCode::RequestRejected,
                tr("No model is installed that knows things; text is found without one"),
                tr("Install DeepSeek-OCR or name a server in the settings"));
        return pipeline::locateByModel(*source, *engine, request, words, stop);
    };
    QtConcurrent::run(&m_modelPool, work)
        .then(this, [this, words, pageIndex, stop = m_stopAsking.get_token()](const Answer &boxes) {
            if (stop.stop_requested())
                return;
            if (boxes)
                Q_EMIT modelAnswered(words, pageIndex, placesFrom(*boxes, words, pageIndex));
            else
                Q_EMIT modelFailed(words, boxes.error());
        });
}

} // namespace ui_locate
