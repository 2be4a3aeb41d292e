// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pipeline/edit_source.h"
#include "ui/contents/gallery_view.h"
#include "ui/contents/outline_view.h"
#include "ui/contents/tables_view.h"
#include "ui/editor/source_editor.h"
#include "ui/editor/source_pane.h"
#include "ui/jobs/log_view.h"
#include "ui/jobs/queue_panel.h"
#include "ui/main_window/empty_parse.h"
#include "ui/main_window/main_window.h"
#include "ui/main_window/notice_bar.h"
#include "ui/main_window/start_page.h"
#include "ui/main_window/status_line.h"
#include "ui/main_window/window_lock.h"
#include "ui/page_view/page_canvas.h"
#include "ui/page_view/page_strip.h"
#include "ui/pages/pages_panel.h"
#include "ui/preview/parse_preview.h"

#include <QSpinBox>
#include <QTabWidget>

#include <algorithm>

namespace main_window {

/// What the document and its reading tell, and what is shown then.
void MainWindow::connectSession()
{
    connect(&m_session, &Session::opened, this, [this] {
        goOnOncePageIsSeen();
        showDocument();
        showPage(std::clamp(m_session.place(), 0, m_session.store()->pageCount() - 1));
        if (!m_session.isDemo())
            remember(m_session.path());
        m_lock->take(m_session.path());
    });
    connect(&m_session, &Session::projectPlaced, this, [this] {
        if (!m_session.project().empty())
            m_lock->take(m_session.project());
    });
    connect(&m_session, &Session::closed, this, [this] {
        m_lock->release();
        showDocument();
    });
    connect(&m_session, &Session::openFailed, this, &MainWindow::askForPassword);
    connect(&m_session, &Session::sourceMissing, this, &MainWindow::askForDocument);
    connect(&m_session, &Session::sourceChanged, this, [this] {
        m_notice->tell(NoticeBar::Kind::Information, tr("The file has changed since it was read"),
            tr("The text below is of the older file"),
            {{tr("Read all again"),
                 [this] {
                     QList<int> all;
                     for (int index = 0; index < m_session.store()->pageCount(); ++index)
                         all.append(index);
                     m_session.queue()->read(all);
                 }},
                {tr("Keep the text"), [] {}}});
    });
    connect(&m_session, &Session::projectTrouble, this, [this](const base::Error &error) {
        const QString kept = m_session.project().empty()
            ? tr("Nothing is saved until then: %1").arg(error.remedy)
            : tr("Your work is kept apart from it, in %1").arg(base::displayName(m_session.project()));
        m_notice->tell(NoticeBar::Kind::Trouble, error.what, kept);
    });
    connect(&m_session, &Session::planKnown, this, [this](int pageIndex, const QString &plan) {
        if (pageIndex == m_pageIndex && m_session.store()->page(pageIndex).status == document::PageStatus::Unread)
            m_strip->setPlan(plan);
    });
    connect(m_session.store(), &document::DocumentStore::pageChanged, this, [this](int pageIndex) {
        if (pageIndex != m_pageIndex)
            return;
        if (m_session.store()->page(pageIndex).status != document::PageStatus::Reading || m_isTyping)
            showPageContent();
        else if (!m_showSoon.isActive())
            m_showSoon.start();
    });
    connect(m_session.store(), &document::DocumentStore::historyChanged, this, &MainWindow::showHistory);
    connect(m_session.keeper(), &ProjectKeeper::saveFailed, this,
        [this](const base::Error &error) { m_notice->tell(NoticeBar::Kind::Trouble, error.what, error.remedy); });
    connect(m_session.keeper(), &ProjectKeeper::savedAgain, this, [this] {
        m_notice->dismiss();
        m_status->say(tr("Everything is saved again"));
    });
    connect(m_session.keeper(), &ProjectKeeper::movedTo, this, [this](const base::NativePath &project) {
        m_status->say(tr("From now on the project is kept in %1").arg(base::displayName(project)));
    });
    connect(m_session.queue(), &jobs::ReadingQueue::progressChanged, this, &MainWindow::showProgress);
    connect(
        m_session.queue(), &jobs::ReadingQueue::figuresArrived, this, [this](const QHash<QString, QImage> &figures) {
            m_preview->setFigures(figures);
            m_gallery->setFigures(figures);
        });
    connect(m_session.queue(), &jobs::ReadingQueue::finished, &m_restSoon, qOverload<>(&QTimer::start));
    connect(m_preview, &preview::ParsePreview::ready, &m_restSoon, qOverload<>(&QTimer::start));
    connect(m_session.queue(), &jobs::ReadingQueue::tripEnded, this, [this](int pageIndex) {
        if (pageIndex == m_pageIndex)
            showNotice(m_session.store()->page(pageIndex));
    });
}

/// What people do in one panel, and which others follow.
void MainWindow::connectPanels()
{
    connect(m_startPage, &StartPage::openWanted, this, &MainWindow::chooseFile);
    connect(m_startPage, &StartPage::recentChosen, this,
        [this](const QString &path) { openFile(base::encodeNative(path)); });
    connect(m_emptyParse, &EmptyParse::readWanted, this, [this] { m_session.readPage(m_pageIndex); });
    connect(m_pageNumber, &QSpinBox::valueChanged, this, [this](int number) { showPage(number - 1); });
    connect(m_pages, &pages::PagesPanel::pageChosen, this, &MainWindow::showPage);
    connect(m_queue, &jobs::QueuePanel::pageChosen, this, &MainWindow::showPage);
    connect(m_strip, &page_view::PageStrip::readerChosen, this,
        [this](pipeline::Reader reader) { m_session.readPagesWith({m_pageIndex}, reader); });
    const auto goOn = [this] {
        if (m_pageIsSeen.isActive())
            m_pageIsSeen.start(0);
    };
    connect(m_canvas, &page_view::PageCanvas::pagePainted, this, goOn, Qt::QueuedConnection);
    connect(m_canvas, &page_view::PageCanvas::zoomChanged, m_strip, &page_view::PageStrip::setZoom);
    connect(m_canvas, &page_view::PageCanvas::nextPageWanted, this, [this] { showPage(m_pageIndex + 1); });
    connect(m_canvas, &page_view::PageCanvas::previousPageWanted, this, [this] { showPage(m_pageIndex - 1); });
    connect(m_canvas, &page_view::PageCanvas::blockHovered, this, [this](const QString &id) { lightBlock(id); });
    connect(m_canvas, &page_view::PageCanvas::blockClicked, this, [this](const QString &id, int word) {
        lightBlock(id, word);
        const document::Page &page = m_session.store()->page(m_pageIndex);
        const auto block = std::ranges::find(page.blocks, id, &document::Block::id);
        if (block == page.blocks.end())
            return;
        const bool hasWord = word >= 0 && word < block->words.size();
        const QString text = hasWord ? block->words[word].text : QString();
        const auto nth = hasWord ? std::count_if(block->words.begin(), block->words.begin() + word,
                                       [&](const document::Word &w) { return w.text == text; })
                                 : 0;
        m_source->editor()->placeCaret(id, text, int(nth));
    });
    connect(m_preview, &preview::ParsePreview::blockHovered, this, [this](const QString &id) { lightBlock(id); });
    connect(
        m_preview, &preview::ParsePreview::blockClicked, this, [this](const QString &id, const QString &word, int nth) {
            lightBlock(id, wordIndex(id, word, nth));
            m_source->editor()->placeCaret(id, word, nth);
        });
    connect(m_source->editor(), &editor::SourceEditor::sourceEdited, this, [this](const QString &text) {
        if (m_pageIndex < 0)
            return; // the document was closed with the editor's last words on their way
        editor::SourceEditor *source = m_source->editor();
        const auto [page, seen] = pipeline::editSource(m_session.store()->page(m_pageIndex), source->seen(), text);
        source->setSeen(seen);
        m_isTyping = true;
        m_session.store()->edit(m_pageIndex, page, tr("me"), tr("Type"), QStringLiteral("type-%1").arg(m_pageIndex));
        m_isTyping = false;
    });
    connect(m_source->editor(), &editor::SourceEditor::caretMoved, this,
        [this](const QString &id, const QString &word, int nth) { lightBlock(id, wordIndex(id, word, nth)); });
    connect(m_source, &editor::SourcePane::pageWanted, this, &MainWindow::showPage);
    connect(m_outline, &contents::OutlineView::blockChosen, this, &MainWindow::goTo);
    connect(m_tables, &contents::TablesView::blockChosen, this, &MainWindow::goTo);
    connect(m_tables, &contents::TablesView::copied, m_status, &StatusLine::say);
    connect(m_gallery, &contents::GalleryView::blockChosen, this, &MainWindow::goTo);
    connect(m_log, &jobs::LogView::pageChosen, this, &MainWindow::showPage);
    connect(m_log, &jobs::LogView::retryWanted, this, [this](int page) { m_session.readPage(page); });
    connect(m_log, &jobs::LogView::tesseractWanted, this,
        [this](int page) { m_session.readPagesWith({page}, pipeline::Reader::Tesseract); });
    connect(m_tabs, &QTabWidget::currentChanged, this, [this] {
        if (m_pageIndex >= 0 && m_pageIndex < m_session.store()->pageCount())
            showSource(m_session.store()->page(m_pageIndex));
    });
}

} // namespace main_window
