// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/prompt_dialog.h"
#include "ui/main_window/compare.h"
#include "ui/main_window/locate_control.h"
#include "ui/main_window/main_window.h"
#include "ui/main_window/review_control.h"
#include "ui/main_window/status_line.h"
#include "ui/page_view/page_canvas.h"
#include "ui/pages/pages_panel.h"
#include "ui/review/answers_panel.h"

#include <QActionGroup>
#include <QBoxLayout>
#include <QMenu>
#include <QTabWidget>

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace main_window {

/// Candidates stand over the page they are of; answers in a tab of their own, hidden until something was asked.
void MainWindow::buildReview()
{
    m_review = new ReviewControl(&m_session, m_canvas, this);
    static_cast<QBoxLayout *>(m_pageSide->layout())->insertWidget(1, m_review->bar());
    review::AnswersPanel *answers = m_review->answers();
    m_tabs->addTab(answers, tr("Answers"));
    m_tabs->setTabVisible(m_tabs->indexOf(answers), false);
    connect(m_review, &ReviewControl::answersWanted, this, [this, answers] {
        m_tabs->setTabVisible(m_tabs->indexOf(answers), true);
        m_tabs->setCurrentWidget(answers);
    });
    connect(&m_session, &Session::closed, this,
        [this, answers] { m_tabs->setTabVisible(m_tabs->indexOf(answers), false); });
    connect(m_review, &ReviewControl::said, this, [this](const QString &message) { m_status->say(message); });
    connect(m_review, &ReviewControl::boxesAnswered, this,
        [this](int page, const QList<std::pair<QString, base::NormalizedRect>> &boxes) {
            if (page != m_pageIndex)
                return;
            QList<page_view::PageCanvas::Mark> marks;
            for (const auto &[name, box] : boxes)
                marks.append({box, true, false, name});
            m_canvas->setMarks(marks);
        });

    m_menus.read->addSeparator();
    m_actions->add(m_menus.read,
        {u"read-area"_s, tr("Read an &area again…"), {QKeySequence(Qt::Key_R)}, u"recto-retry"_s, When::DocumentOpen,
            m_canvas},
        [this] { m_review->chooseArea(); });
    m_actions->add(m_menus.read,
        {u"read-block-again"_s, tr("Read this &block again…"), {QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_R)},
            u"recto-retry"_s},
        [this] { m_review->readLitBlockAgain(); });
    new Compare(this, m_canvas, m_preview);
    buildTasks();
    m_pages->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_canvas->addBlockAction(m_actions->find(u"locate-alike"_s), tr("Locate others like this"));
    m_canvas->addBlockAction(m_actions->find(u"read-block-again"_s));
    m_canvas->addBlockAction(m_actions->find(u"copy-block"_s));
    m_canvas->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_canvas, &QWidget::customContextMenuRequested, this, &MainWindow::showCanvasMenu);
}

/// The model's published prompts by their purpose, and what they are put to.
void MainWindow::buildTasks()
{
    using Scope = ReviewControl::Scope;
    QMenu *scopes = m_menus.tools->addMenu(tr("Put tasks &to"));
    auto *group = new QActionGroup(this);
    const std::tuple<QString, QString, Scope> offered[] = {{u"task-page"_s, tr("This &page"), Scope::Page},
        {u"task-selection"_s, tr("The &selected pages"), Scope::Selection},
        {u"task-area"_s, tr("A &rectangle to draw"), Scope::Area},
        {u"task-document"_s, tr("The whole &document"), Scope::Document}};
    for (const auto &[id, text, scope] : offered) {
        QAction *action = m_actions->add(scopes, {id, text, {}}, [this, scope] { m_review->setScope(scope); });
        action->setCheckable(true);
        action->setChecked(scope == Scope::Page);
        group->addAction(action);
    }
    m_menus.tools->addSeparator();
    for (const ocr::TaskInfo &info : ocr::tasks()) {
        if (info.kind == ocr::TaskKind::Locate || !info.takesPicture)
            continue; // the bar of Locate asks for it; text without a picture is no matter of a document
        const ocr::TaskKind kind = info.kind;
        QAction *action = m_actions->add(m_menus.tools,
            {u"task-"_s + info.name, ocr::titleOf(kind), {},
                kind == ocr::TaskKind::Figure ? u"recto-figure"_s : QString()},
            [this, kind] { putTask(kind); });
        action->setToolTip(info.takesWords ? QString() : tr("Asks: %1").arg(info.prompt.toString()));
    }
    m_menus.tools->setToolTipsVisible(true);
}

void MainWindow::putTask(ocr::TaskKind kind)
{
    m_review->setSelection(selectedPages());
    if (!ocr::infoOf(kind).takesWords) {
        m_review->put({kind, {}});
        return;
    }
    auto *dialog = new dialogs::PromptDialog(kind, m_lastPrompt, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &dialogs::PromptDialog::asked, this, [this](const ocr::Task &task) {
        m_lastPrompt = task.words;
        m_review->put(task);
    });
    dialog->open();
}

/// What can be done with what lies under the pointer.
void MainWindow::showCanvasMenu(const QPoint &at)
{
    if (m_pageIndex < 0)
        return;
    const QPointF place = m_canvas->toPage(at);
    const document::Page &page = m_canvas->page();
    for (const document::Block &block : page.blocks) {
        const auto holds = [&place](const base::NormalizedRect &box) {
            return place.x() >= box.x0 && place.x() <= box.x1 && place.y() >= box.y0 && place.y() <= box.y1;
        };
        if (!std::ranges::any_of(block.boxes, holds))
            continue;
        const auto word = std::ranges::find_if(block.words, [&](const document::Word &w) { return holds(w.box); });
        lightBlock(block.id, word == block.words.end() ? -1 : int(word - block.words.begin()));
    }
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QString text = textUnderFocus();
    if (!text.isEmpty()) {
        const QString shown = fontMetrics().elidedText(text, Qt::ElideRight, 200).replace(u'&', u"&&"_s);
        connect(menu->addAction(QIcon::fromTheme(u"recto-locate"_s), tr("Locate others like “%1”").arg(shown)),
            &QAction::triggered, this, [this, text] { m_locate->open(text); });
        menu->addSeparator();
        menu->addAction(m_actions->find(u"read-block-again"_s));
    }
    menu->addAction(m_actions->find(u"read-area"_s));
    menu->popup(m_canvas->viewport()->mapToGlobal(at));
}

} // namespace main_window
