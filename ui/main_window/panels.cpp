// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/contents/gallery_view.h"
#include "ui/contents/outline_view.h"
#include "ui/contents/tables_view.h"
#include "ui/editor/source_pane.h"
#include "ui/jobs/log_view.h"
#include "ui/jobs/queue_panel.h"
#include "ui/main_window/empty_parse.h"
#include "ui/main_window/main_window.h"
#include "ui/main_window/notice_bar.h"
#include "ui/main_window/start_page.h"
#include "ui/main_window/status_line.h"
#include "ui/page_view/page_canvas.h"
#include "ui/page_view/page_strip.h"
#include "ui/pages/pages_panel.h"
#include "ui/preview/parse_preview.h"

#include <QDockWidget>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabWidget>
#include <QVBoxLayout>

namespace main_window {

namespace {

constexpr int narrowestText = 200; // pixels; the panels scroll, and the rare bar that is wider is cut

QVBoxLayout *column(QWidget *parent)
{
    auto *layout = new QVBoxLayout(parent);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    return layout;
}

} // namespace

void MainWindow::buildPanels()
{
    m_startPage = new StartPage;
    m_splitter = new QSplitter(Qt::Horizontal);
    m_splitter->setHandleWidth(1);
    m_splitter->addWidget(buildPageSide());
    m_splitter->addWidget(buildTextSide());
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setChildrenCollapsible(false);
    m_stack = new QStackedWidget;
    m_stack->addWidget(m_startPage);
    m_stack->addWidget(m_splitter);
    auto *centre = new QWidget;
    QVBoxLayout *layout = column(centre);
    m_notice = new NoticeBar;
    layout->addWidget(m_notice);
    layout->addWidget(m_stack, 1);
    setCentralWidget(centre);
    m_status = new StatusLine;
    setStatusBar(m_status);
    buildDocks();
}

QWidget *MainWindow::buildPageSide()
{
    m_pageSide = new QWidget;
    m_strip = new page_view::PageStrip;
    m_pageNotice = new NoticeBar;
    m_canvas = new page_view::PageCanvas(m_session.images(), m_session.tiles());
    QVBoxLayout *layout = column(m_pageSide);
    layout->addWidget(m_strip);
    layout->addWidget(m_pageNotice);
    layout->addWidget(m_canvas, 1);
    return m_pageSide;
}

QWidget *MainWindow::buildTextSide()
{
    m_preview = new preview::ParsePreview;
    m_emptyParse = new EmptyParse(m_preview);
    m_source = new editor::SourcePane(m_session.store());
    m_outline = new contents::OutlineView(m_session.store());
    m_tables = new contents::TablesView(m_session.store());
    m_gallery = new contents::GalleryView(m_session.store());
    m_log = new jobs::LogView(m_session.store(), m_session.queue());
    m_tabs = new QTabWidget;
    m_tabs->setAccessibleName(tr("What was read"));
    m_tabs->setDocumentMode(true);
    m_tabs->setMinimumWidth(narrowestText);
    m_tabs->addTab(m_preview, tr("Parse"));
    m_tabs->addTab(m_source, tr("Source"));
    m_tabs->addTab(m_outline, tr("Outline"));
    m_tabs->addTab(m_tables, tr("Tables"));
    m_tabs->addTab(m_gallery, tr("Figures"));
    m_tabs->addTab(m_log, tr("Log"));
    return m_tabs;
}

void MainWindow::buildDocks()
{
    m_pages = new pages::PagesPanel(m_session.store(), m_session.thumbnails());
    m_queue = new jobs::QueuePanel(m_session.queue(), m_session.store());
    const auto dock = [this](const QString &name, const QString &title, QWidget *widget) {
        auto *made = new QDockWidget(title);
        made->setObjectName(name);
        made->setWidget(widget);
        made->setTitleBarWidget(new QWidget); // its tab says the same
        made->setFeatures(QDockWidget::DockWidgetMovable | QDockWidget::DockWidgetClosable);
        addDockWidget(Qt::LeftDockWidgetArea, made);
        return made;
    };
    m_pagesDock = dock(QStringLiteral("pages"), tr("Pages"), m_pages);
    m_queueDock = dock(QStringLiteral("queue"), tr("Queue"), m_queue);
    tabifyDockWidget(m_pagesDock, m_queueDock);
    m_pagesDock->raise();
    setTabPosition(Qt::LeftDockWidgetArea, QTabWidget::North);
    resizeDocks({m_pagesDock}, {190}, Qt::Horizontal);
}

} // namespace main_window
