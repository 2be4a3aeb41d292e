// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/locate/finder.h"
#include "ui/locate/locate_bar.h"
#include "ui/locate/places_model.h"
#include "ui/locate/results_view.h"
#include "ui/page_view/page_canvas.h"

#include <QObject>
#include <QPointer>

namespace main_window {

class Session;

/// Ties together the bar that asks, the finder, the list of places and the boxes over the page. It owns none of the panels: the window
/// lays them out.
class LocateControl : public QObject {
    Q_OBJECT
public:
    LocateControl(Session *session, page_view::PageCanvas *canvas, QObject *parent);

    [[nodiscard]] ui_locate::LocateBar *bar() const { return m_bar; }
    [[nodiscard]] ui_locate::ResultsView *results() const { return m_results; }
    [[nodiscard]] const QList<locate::Place> &places() const { return m_model.places(); }

    /// Opens the bar; @p words empty keeps what was looked for last.
    void open(const QString &words = {});
    void step(int by);
    void askModel();
    void copyText() const;
    void copyPicture() const;
    /// The page that is seen now.
    void setPage(int pageIndex);

Q_SIGNALS:
    void pageWanted(int pageIndex);
    /// The list of places has something to show, or has not any more.
    void resultsWanted(bool areWanted);
    void said(const QString &message);

private:
    void showFound(const QString &text, const locate::Places &places);
    void showAnswer(const QString &words, int pageIndex, const QList<locate::Place> &places);
    void showMarks();
    void showState();
    void clear();

    Session *m_session;
    page_view::PageCanvas *m_canvas;
    ui_locate::Finder m_finder;
    ui_locate::PlacesModel m_model;
    QPointer<ui_locate::LocateBar> m_bar;
    QPointer<ui_locate::ResultsView> m_results;
    qsizetype m_total = 0;
    QString m_modelState; ///< what the model said about the words that stand in the bar; empty: not asked
    int m_pageIndex = -1;
};

} // namespace main_window
