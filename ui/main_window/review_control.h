// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/review/answers_panel.h"
#include "ui/review/area_reader.h"
#include "ui/review/candidate_bar.h"

#include <QObject>

#include <optional>

class QMenu;

namespace page_view {
class PageCanvas;
}

namespace main_window {

class Session;

/// Reading a part of a page again and putting tasks to pages: menus, the bar of candidates, the panel of answers. It owns none of the
/// panels: the window lays them out.
class ReviewControl : public QObject {
    Q_OBJECT
public:
    enum class Scope { Page, Selection, Area, Document };

    ReviewControl(Session *session, page_view::PageCanvas *canvas, QObject *parent);

    [[nodiscard]] review::CandidateBar *bar() const { return m_bar; }
    [[nodiscard]] review::AnswersPanel *answers() const { return m_answers; }

    void setPage(int pageIndex) { m_pageIndex = pageIndex; }
    /// Pages that a task put to the selection means.
    void setSelection(const QList<int> &pages) { m_selection = pages; }
    void setScope(Scope scope) { m_scope = scope; }
    [[nodiscard]] Scope scope() const { return m_scope; }

    /// The next rectangle that is dragged is read again, or a task is put to it.
    void chooseArea();
    /// The ways to read an area again, at a place of the screen.
    void openWays(const base::NormalizedRect &area, const QPoint &at);
    /// The box of the block that is lit, read again; nothing when none is.
    void readLitBlockAgain();
    /// Puts a task to what the scope says.
    void put(const ocr::Task &task);
    void stop();

Q_SIGNALS:
    void answersWanted();
    void said(const QString &message);
    /// Boxes of an answer, to be drawn over a page.
    void boxesAnswered(int pageIndex, const QList<std::pair<QString, base::NormalizedRect>> &boxes);

private:
    enum class Way { Network, Tesseract, Table, Formula, Figure, Sharper };
    void readAgain(const base::NormalizedRect &area, Way way, const QString &title, const QStringList &languages = {});
    void take(const review::Candidate &candidate);
    void showAnswer(const review::Question &question, const pipeline::AreaReading &reading, const QImage &picture);
    void putTo(const ocr::Task &task, int pageIndex, const base::NormalizedRect &area);
    [[nodiscard]] pipeline::Reader networkReader() const;
    [[nodiscard]] bool hasNetwork() const;

    Session *m_session;
    page_view::PageCanvas *m_canvas;
    review::AreaReader m_again; ///< readings that become candidates
    review::AreaReader m_questions; ///< answers
    review::CandidateBar *m_bar;
    review::AnswersPanel *m_answers;
    std::optional<ocr::Task> m_areaTask; ///< waits for a rectangle
    base::NormalizedRect m_area;
    QList<int> m_selection;
    Scope m_scope = Scope::Page;
    Way m_way = Way::Network;
    int m_pageIndex = -1;
    int m_asked = 0;
};

} // namespace main_window
