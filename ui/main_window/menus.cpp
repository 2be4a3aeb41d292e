// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/contents/gallery_view.h"
#include "ui/contents/outline_view.h"
#include "ui/contents/tables_view.h"
#include "ui/editor/source_pane.h"
#include "ui/jobs/log_view.h"
#include "ui/main_window/main_window.h"
#include "ui/main_window/status_line.h"
#include "ui/page_view/page_canvas.h"
#include "ui/page_view/page_strip.h"
#include "ui/preview/parse_preview.h"

#include <QActionGroup>
#include <QClipboard>
#include <QDockWidget>
#include <QGuiApplication>
#include <QMenuBar>
#include <QMimeData>
#include <QSpinBox>
#include <QTabWidget>

#include <algorithm>

namespace main_window {

namespace {

using namespace Qt::StringLiterals;

QList<QKeySequence> keys(std::initializer_list<QKeySequence> list)
{
    return list;
}

} // namespace

void MainWindow::buildMenus()
{
    const auto menu = [this](const QString &title) { return menuBar()->addMenu(title); };
    m_menus.file = menu(tr("&File"));
    m_menus.edit = menu(tr("&Edit"));
    m_menus.view = menu(tr("&View"));
    m_menus.page = menu(tr("&Page"));
    m_menus.read = menu(tr("&Read"));
    m_menus.locate = menu(tr("&Locate"));
    m_menus.tools = menu(tr("&Tools"));
    m_menus.help = menu(tr("&Help"));
    buildFileMenu();
    buildEditMenu();
    buildViewMenu();
    buildPageMenu();
    buildReadMenu();
    buildHelpMenu();
}

void MainWindow::buildFileMenu()
{
    QMenu *menu = m_menus.file;
    m_actions->add(
        menu, {u"open"_s, tr("&Open…"), {QKeySequence::Open}, u"recto-open"_s, When::Always}, [this] { chooseFile(); });
    m_actions->add(menu,
        {u"open-folder"_s, tr("Open &folder…"), keys({Qt::CTRL | Qt::SHIFT | Qt::Key_O}), u"recto-folder"_s,
            When::Always},
        [this] { chooseFolder(); });
    m_menus.recent = menu->addMenu(tr("Open &recent"));
    m_actions->add(menu,
        {u"paste"_s, tr("&Paste as document"), {QKeySequence::Paste}, u"recto-clipboard"_s, When::Always},
        [this] { paste(); });
    menu->addSeparator();
    m_actions->add(menu, {u"save"_s, tr("&Save project"), {QKeySequence::Save}, u"recto-save"_s}, [this] {
        m_status->say(m_session.project().empty()
                ? tr("The project could not be saved")
                : tr("Everything is saved in %1").arg(base::displayName(m_session.project())));
    });
    m_actions->add(menu, {u"save-as"_s, tr("Save project &as…"), keys({Qt::CTRL | Qt::SHIFT | Qt::Key_S})},
        [this] { saveProjectAs(); });
    m_actions->add(menu, {u"export"_s, tr("&Export…"), keys({Qt::CTRL | Qt::Key_E}), u"recto-export"_s},
        [this] { exportDocument(); });
    menu->addSeparator();
    m_actions->add(
        menu, {u"close"_s, tr("&Close document"), keys({Qt::CTRL | Qt::Key_W})}, [this] { m_session.close(); });
    m_actions->add(menu, {u"quit"_s, tr("&Quit"), keys({Qt::CTRL | Qt::Key_Q}), {}, When::Always}, [this] { close(); });
}

void MainWindow::buildEditMenu()
{
    QMenu *menu = m_menus.edit;
    m_undoAction = m_actions->add(menu, {u"undo"_s, tr("&Undo"), keys({Qt::CTRL | Qt::Key_Z}), u"recto-undo"_s},
        [this] { m_session.store()->undo(); });
    m_redoAction = m_actions->add(menu,
        {u"redo"_s, tr("&Redo"), keys({Qt::CTRL | Qt::SHIFT | Qt::Key_Z, Qt::CTRL | Qt::Key_Y}), u"recto-redo"_s},
        [this] { m_session.store()->redo(); });
    menu->addSeparator();
    m_actions->add(menu,
        {u"copy-block"_s, tr("&Copy this block"), {QKeySequence::Copy}, u"recto-copy"_s, When::DocumentOpen, m_canvas},
        [this] { copyBlock(); });
    m_actions->add(
        menu, {u"find"_s, tr("&Find in the source…"), keys({Qt::CTRL | Qt::Key_F}), u"recto-find"_s}, [this] {
            showTab(m_source);
            m_source->find();
        });
    m_actions->add(menu, {u"find-next"_s, tr("Find &next"), keys({Qt::Key_F3})}, [this] { m_source->findNext(); });
    m_actions->add(menu, {u"find-previous"_s, tr("Find pre&vious"), keys({Qt::SHIFT | Qt::Key_F3})},
        [this] { m_source->findPrevious(); });
    m_actions->add(menu, {u"replace"_s, tr("R&eplace in the source…"), keys({Qt::CTRL | Qt::Key_H})}, [this] {
        showTab(m_source);
        m_source->replace();
    });
    menu->addSeparator();
    m_actions->add(menu,
        {u"settings"_s, tr("&Settings…"), keys({Qt::CTRL | Qt::Key_Comma}), u"recto-settings"_s, When::Always},
        [this] { showSettings(); });
}

/// As text, and as Markdown for who takes that.
void MainWindow::copyBlock()
{
    const document::Page &page = m_canvas->page();
    const auto block = std::ranges::find(page.blocks, m_canvas->lit(), &document::Block::id);
    if (block == page.blocks.end())
        return;
    auto *copy = new QMimeData;
    copy->setText(block->text.isEmpty() ? block->markdown : block->text);
    copy->setData(u"text/markdown"_s, block->markdown.toUtf8());
    if (!block->html.isEmpty())
        copy->setHtml(block->html);
    QGuiApplication::clipboard()->setMimeData(copy);
    m_status->say(tr("The block was copied"));
}

void MainWindow::buildViewMenu()
{
    QMenu *menu = m_menus.view;
    m_actions->add(menu,
        {u"zoom-in"_s, tr("Zoom &in"), keys({Qt::CTRL | Qt::Key_Plus, Qt::CTRL | Qt::Key_Equal}), u"recto-zoom-in"_s},
        [this] { m_canvas->zoomIn(); });
    m_actions->add(menu, {u"zoom-out"_s, tr("Zoom &out"), keys({Qt::CTRL | Qt::Key_Minus}), u"recto-zoom-out"_s},
        [this] { m_canvas->zoomOut(); });
    m_actions->add(menu, {u"fit-page"_s, tr("Fit &page"), keys({Qt::CTRL | Qt::Key_0}), u"recto-fit-page"_s},
        [this] { m_canvas->setFit(page_view::PageCanvas::Fit::Page); });
    m_actions->add(
        menu, {u"actual-size"_s, tr("&Actual size"), keys({Qt::CTRL | Qt::Key_1})}, [this] { m_canvas->setZoom(1); });
    m_actions->add(menu, {u"fit-width"_s, tr("Fit &width"), keys({Qt::CTRL | Qt::Key_2}), u"recto-fit-width"_s},
        [this] { m_canvas->setFit(page_view::PageCanvas::Fit::Width); });
    menu->addSeparator();
    m_boxesAction
        = m_actions->add(menu, {u"boxes"_s, tr("&Boxes over the page"), keys({Qt::CTRL | Qt::Key_B}), u"recto-boxes"_s},
            [this] { m_canvas->setBoxesShown(m_boxesAction->isChecked()); });
    m_orderAction = m_actions->add(menu,
        {u"order"_s, tr("&Reading order"), keys({Qt::Key_O}), u"recto-order"_s, When::DocumentOpen, m_canvas},
        [this] { m_canvas->setOrderShown(m_orderAction->isChecked()); });
    for (QAction *action : {m_boxesAction, m_orderAction}) {
        action->setCheckable(true);
        m_strip->addToggle(action);
    }
    m_boxesAction->setChecked(true);
    menu->addSeparator();
    using Tool = page_view::PageCanvas::Tool;
    m_actions->add(menu,
        {u"tool-select"_s, tr("&Choose blocks"), {QKeySequence(Qt::Key_V)}, {}, When::DocumentOpen, m_canvas},
        [this] { m_canvas->setTool(Tool::Select); });
    m_actions->add(menu,
        {u"tool-pan"_s, tr("&Move the page"), {QKeySequence(Qt::Key_H)}, {}, When::DocumentOpen, m_canvas},
        [this] { m_canvas->setTool(Tool::Pan); });
    menu->addSeparator();
    QMenu *panels = menu->addMenu(tr("Pa&nels"));
    const QList<QWidget *> tabs{m_preview, m_source, m_outline, m_tables, m_gallery, m_log};
    for (int i = 0; i < tabs.size(); ++i) {
        m_actions->add(panels,
            {u"panel-%1"_s.arg(i + 1), m_tabs->tabText(i),
                {QKeySequence(QKeyCombination(Qt::CTRL | Qt::ALT, Qt::Key(Qt::Key_1 + i)))}},
            [this, tab = tabs[i]] { showTab(tab); });
    }
    QMenu *layouts = menu->addMenu(tr("&Layout"));
    auto *group = new QActionGroup(this);
    const QList<std::pair<QString, QString>> names{
        {u"read"_s, tr("&Read")}, {u"review"_s, tr("Re&view")}, {u"prepare"_s, tr("&Prepare")}};
    for (int i = 0; i < names.size(); ++i) {
        QAction *action = m_actions->add(layouts,
            {u"layout-"_s + names[i].first, names[i].second,
                {QKeySequence(QKeyCombination(Qt::CTRL | Qt::SHIFT, Qt::Key(Qt::Key_1 + i)))}, {}, When::Always},
            [this, i] { setLayout(static_cast<Layout>(i)); });
        action->setCheckable(true);
        group->addAction(action);
        m_layoutActions.append(action);
    }
    m_actions->add(menu, {u"side-docks"_s, tr("&Side panels"), keys({Qt::Key_F7})}, [this] {
        const bool show = !m_pagesDock->isVisible() && !m_queueDock->isVisible();
        m_pagesDock->setVisible(show);
        m_queueDock->setVisible(show);
        if (show)
            m_pagesDock->raise();
    });
    m_actions->add(menu, {u"queue"_s, tr("Reading &queue"), keys({Qt::CTRL | Qt::ALT | Qt::Key_Q})}, [this] {
        m_queueDock->show();
        m_queueDock->raise();
    });
    m_actions->add(
        menu, {u"next-pane"_s, tr("Ne&xt pane"), keys({Qt::Key_F6}), {}, When::Always}, [this] { cyclePanes(1); });
    m_actions->add(menu, {u"previous-pane"_s, tr("Pre&vious pane"), keys({Qt::SHIFT | Qt::Key_F6}), {}, When::Always},
        [this] { cyclePanes(-1); });
    m_actions->add(menu, {u"full-screen"_s, tr("&Full screen"), keys({Qt::Key_F11}), {}, When::Always},
        [this] { setWindowState(windowState() ^ Qt::WindowFullScreen); });
}

void MainWindow::buildPageMenu()
{
    QMenu *menu = m_menus.page;
    m_actions->add(menu, {u"previous-page"_s, tr("&Previous page"), keys({Qt::Key_PageUp}), u"recto-previous"_s},
        [this] { showPage(m_pageIndex - 1); });
    m_actions->add(menu, {u"next-page"_s, tr("&Next page"), keys({Qt::Key_PageDown}), u"recto-next"_s},
        [this] { showPage(m_pageIndex + 1); });
    m_actions->add(
        menu, {u"first-page"_s, tr("&First page"), keys({Qt::CTRL | Qt::Key_Home})}, [this] { showPage(0); });
    m_actions->add(menu, {u"last-page"_s, tr("&Last page"), keys({Qt::CTRL | Qt::Key_End})},
        [this] { showPage(m_session.store()->pageCount() - 1); });
    m_actions->add(menu, {u"go-to-page"_s, tr("&Go to page…"), keys({Qt::CTRL | Qt::Key_G})}, [this] {
        m_pageNumber->setFocus(Qt::ShortcutFocusReason);
        m_pageNumber->selectAll();
    });
    menu->addSeparator();
    const auto turn = [this](int degrees) {
        m_turned[m_pageIndex] = (m_turned.value(m_pageIndex) + degrees + 360) % 360;
        m_canvas->setTurned(m_turned[m_pageIndex]);
    };
    m_actions->add(menu,
        {u"turn-left"_s, tr("Turn &left"), keys({Qt::CTRL | Qt::SHIFT | Qt::Key_Left}), u"recto-rotate-left"_s},
        [turn] { turn(270); });
    m_actions->add(menu,
        {u"turn-right"_s, tr("Turn &right"), keys({Qt::CTRL | Qt::SHIFT | Qt::Key_Right}), u"recto-rotate-right"_s},
        [turn] { turn(90); });
}

void MainWindow::buildReadMenu()
{
    QMenu *menu = m_menus.read;
    m_actions->add(menu, {u"read-page"_s, tr("Read &page"), keys({Qt::Key_F5}), u"recto-read-page"_s},
        [this] { m_session.readPage(m_pageIndex); });
    m_actions->add(menu, {u"read-from-here"_s, tr("Read &from here on"), keys({Qt::CTRL | Qt::Key_F5})}, [this] {
        QList<int> pages;
        for (int index = m_pageIndex; index < m_session.store()->pageCount(); ++index) {
            if (m_session.store()->page(index).status == document::PageStatus::Unread)
                pages.append(index);
        }
        m_session.queue()->read(pages);
    });
    m_actions->add(menu,
        {u"read-all"_s, tr("Read &all pages"), keys({Qt::CTRL | Qt::SHIFT | Qt::Key_F5}), u"recto-read-all"_s},
        [this] { m_session.readAll(); });
    m_stopAction = m_actions->add(menu, {u"stop"_s, tr("&Stop"), keys({Qt::Key_Escape}), u"recto-stop"_s, When::Always},
        [this] { m_session.queue()->stop(); });
    menu->addSeparator();
    m_pauseAction = m_actions->add(menu,
        {u"pause"_s, tr("Pa&use"), keys({Qt::CTRL | Qt::Key_Period}), u"recto-pause"_s, When::Always},
        [this] { m_session.queue()->isPaused() ? m_session.queue()->resume() : m_session.queue()->pause(); });
    m_retryAction = m_actions->add(menu,
        {u"retry-failed"_s, tr("Re&try failed pages"), keys({Qt::CTRL | Qt::SHIFT | Qt::Key_R}), u"recto-retry"_s,
            When::Always},
        [this] { m_session.queue()->retryFailed(); });
    menu->addSeparator();
    m_actions->add(menu, {u"way-of-reading"_s, tr("&How this page is read…"), keys({Qt::CTRL | Qt::Key_R})},
        [this] { m_strip->openMenu(); });
    QMenu *with = menu->addMenu(tr("Read this page &with"));
    const auto reader = [this, with](const QString &id, const QString &text, pipeline::Reader wanted) {
        m_actions->add(with, {id, text, {}}, [this, wanted] { m_session.readPagesWith({m_pageIndex}, wanted); });
    };
    reader(u"read-text"_s, tr("&Text of the file"), pipeline::Reader::Text);
    reader(u"read-tesseract"_s, tr("T&esseract"), pipeline::Reader::Tesseract);
    reader(u"read-network"_s, tr("&DeepSeek-OCR"), pipeline::Reader::DeepseekOcr);
}

void MainWindow::buildHelpMenu()
{
    QMenu *menu = m_menus.help;
    m_actions->add(menu,
        {u"palette"_s, tr("&All actions…"), keys({Qt::CTRL | Qt::Key_K}), u"recto-find"_s, When::Always},
        [this] { showPalette(); });
    m_actions->add(menu,
        {u"shortcuts"_s, tr("&Keys…"), keys({Qt::CTRL | Qt::Key_Slash}), u"recto-keyboard"_s, When::Always},
        [this] { showShortcuts(); });
    menu->addSeparator();
    m_actions->add(menu, {u"about"_s, tr("About &Recto"), keys({Qt::Key_F1}), u"recto-information"_s, When::Always},
        [this] { showAbout(); });
}

} // namespace main_window
