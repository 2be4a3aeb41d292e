// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window/locate_control.h"

#include "ui/locate/locate_bar.h"
#include "ui/locate/results_view.h"
#include "ui/look/error_words.h"
#include "ui/main_window/session.h"

#include <algorithm>

namespace main_window {

LocateControl::LocateControl(Session *session, page_view::PageCanvas *canvas, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_canvas(canvas)
    , m_finder(session->store())
    , m_model(session->store())
    , m_bar(new ui_locate::LocateBar)
    , m_results(new ui_locate::ResultsView(&m_model))
{
    m_results->setEmptyText(tr("Nothing was looked for"), tr("Press Ctrl+L and type words, or name a thing"));
    connect(session, &Session::opened, this, [this] {
        clear();
        const auto chosen = pipeline::readerNamed(m_session->settings().reader).value_or(pipeline::Reader::Auto);
        const auto reader = m_session->isDemo() ? pipeline::Reader::Replay : chosen;
        m_finder.setSource(m_session->source(), m_session->engine(), reader);
        m_model.setSource(m_session->source());
    });
    connect(session, &Session::closed, this, [this] {
        clear();
        m_finder.setSource({}, {}, pipeline::Reader::Auto);
        m_model.setSource({});
        m_bar->hide();
    });
    connect(session->store(), &document::DocumentStore::pageChanged, this, [this] {
        if (m_bar && m_bar->isVisible() && !m_bar->words().trimmed().isEmpty() && m_modelState.isEmpty())
            m_finder.find(m_bar->words()); // pages that come in are searched as they come
    });
    connect(&m_finder, &ui_locate::Finder::found, this, &LocateControl::showFound);
    connect(&m_finder, &ui_locate::Finder::modelAnswered, this, &LocateControl::showAnswer);
    connect(&m_finder, &ui_locate::Finder::modelFailed, this, [this](const QString &, const base::Error &error) {
        m_modelState = error.remedy.isEmpty() ? error.what : tr("%1. %2").arg(error.what, look::inWindow(error.remedy));
        showState();
    });
    connect(m_bar, &ui_locate::LocateBar::wordsChanged, this, [this](const QString &words) {
        m_modelState.clear();
        m_finder.stopAsking();
        m_finder.find(words.isNull() ? QString(u"") : words);
    });
    connect(m_bar, &ui_locate::LocateBar::nextWanted, this, [this] { step(1); });
    connect(m_bar, &ui_locate::LocateBar::previousWanted, this, [this] { step(-1); });
    connect(m_bar, &ui_locate::LocateBar::modelWanted, this, &LocateControl::askModel);
    connect(m_bar, &ui_locate::LocateBar::copyTextWanted, this, &LocateControl::copyText);
    connect(m_bar, &ui_locate::LocateBar::copyPictureWanted, this, &LocateControl::copyPicture);
    connect(m_bar, &ui_locate::LocateBar::closed, this, [this] {
        m_finder.stopAsking();
        m_canvas->setMarks({});
        m_canvas->setFocus();
        Q_EMIT resultsWanted(false);
    });
    connect(m_results, &ui_locate::ResultsView::placeChosen, this, [this](int row) {
        const locate::Place &place = m_model.places().at(row);
        Q_EMIT pageWanted(place.pageIndex);
        showMarks();
        if (!place.boxes.isEmpty())
            m_canvas->reveal(place.boxes.first());
        showState();
    });
}

void LocateControl::clear()
{
    m_model.setPlaces({});
    m_total = 0;
    m_modelState.clear();
    m_canvas->setMarks({});
}

void LocateControl::open(const QString &words)
{
    m_bar->open(words);
}

void LocateControl::step(int by)
{
    m_results->step(by, m_pageIndex);
}

void LocateControl::askModel()
{
    const QString words = m_bar->words().trimmed();
    if (words.isEmpty() || !m_session->isOpen())
        return;
    m_modelState = tr("Asking the model…");
    showState();
    m_finder.askModel(words, m_pageIndex);
}

void LocateControl::copyText() const
{
    m_results->copyText();
}

void LocateControl::copyPicture() const
{
    m_results->copyPicture();
}

void LocateControl::setPage(int pageIndex)
{
    m_pageIndex = pageIndex;
    showMarks();
}

void LocateControl::showFound(const QString &text, const locate::Places &places)
{
    if (!m_bar->isVisible() || text != m_bar->words())
        return;
    QList<locate::Place> seen = m_modelState.isEmpty() ? QList<locate::Place>() : m_model.places();
    seen.removeIf([](const locate::Place &place) { return place.kind != locate::MatchKind::Model; });
    m_total = places.total;
    m_model.setPlaces(places.list);
    m_model.addPlaces(seen); // what the model said about these words stays
    m_bar->setSteppable(!places.list.isEmpty());
    m_results->setEmptyText(
        tr("Nothing is written like that"), tr("If it is a thing, let the model look for it: Ctrl+Enter"));
    Q_EMIT resultsWanted(!text.trimmed().isEmpty());
    showMarks();
    showState();
}

void LocateControl::showAnswer(const QString &words, int pageIndex, const QList<locate::Place> &places)
{
    if (words != m_bar->words().trimmed())
        return;
    m_modelState = places.isEmpty()
        ? tr("The model sees none on page %1").arg(pageIndex + 1)
        : tr("The model sees %n on page %1", nullptr, int(places.size())).arg(pageIndex + 1);
    m_model.addPlaces(places);
    m_bar->setSteppable(!m_model.places().isEmpty());
    Q_EMIT resultsWanted(true);
    showMarks();
    showState();
    if (!places.isEmpty() && pageIndex == m_pageIndex)
        m_canvas->reveal(places.first().boxes.first());
}

void LocateControl::showMarks()
{
    QList<page_view::PageCanvas::Mark> marks;
    const QList<locate::Place> &places = m_model.places();
    for (qsizetype row = 0; row < places.size(); ++row) {
        if (places[row].pageIndex != m_pageIndex || !m_bar->isVisible())
            continue;
        for (const base::NormalizedRect &box : places[row].boxes)
            marks.append({box, places[row].kind == locate::MatchKind::Model, row == m_results->current(), {}});
    }
    m_canvas->setMarks(marks);
}

void LocateControl::showState()
{
    if (!m_modelState.isEmpty()) {
        m_bar->setState(m_modelState);
        return;
    }
    if (m_bar->words().trimmed().isEmpty()) {
        m_bar->setState({});
        return;
    }
    const int current = m_results->current();
    m_bar->setState(m_total == 0 ? tr("Nothing found – Ctrl+Enter asks the model")
            : current >= 0       ? tr("%1 of %2").arg(current + 1).arg(m_total)
                                 : tr("%n place(s)", nullptr, int(m_total)));
}

} // namespace main_window
