// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/locate/locate_bar.h"
#include "ui/locate/results_view.h"
#include "ui/main_window/locate_control.h"
#include "ui/main_window/main_window.h"
#include "ui/main_window/status_line.h"
#include "ui/page_view/page_canvas.h"
#include "ui/pages/pages_panel.h"

#include <QBoxLayout>
#include <QDockWidget>
#include <QMenu>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace main_window {

namespace {

constexpr int foundWidth = 290; // a place's line and where it stands; three tabs, in German, too

} // namespace

/// The bar stands over the page, the places found beside the pages; both only while something is looked for.
void MainWindow::buildLocate()
{
    m_locate = new LocateControl(&m_session, m_canvas, this);
    static_cast<QBoxLayout *>(m_pageSide->layout())->insertWidget(1, m_locate->bar());
    auto *dock = new QDockWidget(tr("Found"));
    dock->setObjectName(u"found"_s);
    dock->setWidget(m_locate->results());
    dock->setTitleBarWidget(new QWidget(dock)); // its tab says it
    dock->setFeatures(QDockWidget::DockWidgetMovable | QDockWidget::DockWidgetClosable);
    addDockWidget(Qt::LeftDockWidgetArea, dock);
    tabifyDockWidget(m_pagesDock, dock);
    dock->hide();
    connect(m_locate, &LocateControl::resultsWanted, this, [this, dock](bool areWanted) {
        if (areWanted && dock->isHidden()) {
            dock->show();
            dock->raise();
            resizeDocks({dock}, {foundWidth}, Qt::Horizontal);
        } else if (!areWanted) {
            dock->hide();
        }
    });
    connect(m_locate, &LocateControl::pageWanted, this, &MainWindow::showPage);
    connect(m_locate, &LocateControl::said, this, [this](const QString &message) { m_status->say(message); });

    QMenu *menu = m_menus.locate;
    m_actions->add(menu, {u"locate"_s, tr("&Locate…"), {QKeySequence(Qt::CTRL | Qt::Key_L)}, u"recto-locate"_s},
        [this] { m_locate->open(); });
    m_actions->add(menu,
        {u"locate-alike"_s, tr("Locate &others like this"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_L)},
            u"recto-locate"_s},
        [this] { m_locate->open(textUnderFocus()); });
    menu->addSeparator();
    m_actions->add(menu, {u"locate-next"_s, tr("&Next place"), {QKeySequence(Qt::Key_F4)}, u"recto-down"_s},
        [this] { m_locate->step(1); });
    m_actions->add(menu,
        {u"locate-previous"_s, tr("&Previous place"), {QKeySequence(Qt::SHIFT | Qt::Key_F4)}, u"recto-up"_s},
        [this] { m_locate->step(-1); });
    m_actions->add(menu, {u"locate-ask"_s, tr("&Ask the model on this page"), {}}, [this] { m_locate->askModel(); });
    menu->addSeparator();
    m_actions->add(
        menu, {u"locate-copy"_s, tr("&Copy the text found"), {}, u"recto-copy"_s}, [this] { m_locate->copyText(); });
    m_actions->add(menu, {u"locate-copy-picture"_s, tr("Copy its p&icture"), {}}, [this] { m_locate->copyPicture(); });
}

QList<int> MainWindow::selectedPages() const
{
    QList<int> pages;
    const QModelIndexList selected = m_pages->selectionModel()->selectedIndexes();
    for (const QModelIndex &index : selected)
        pages.append(index.row());
    std::ranges::sort(pages);
    return pages;
}

/// The word that is lit on the page, else the lit block's first words: what "this" means.
QString MainWindow::textUnderFocus() const
{
    const document::Page &page = m_canvas->page();
    const auto block = std::ranges::find(page.blocks, m_canvas->lit(), &document::Block::id);
    if (block == page.blocks.end())
        return {};
    if (m_canvas->litWord() >= 0 && m_canvas->litWord() < block->words.size()) {
        QString word = block->words[m_canvas->litWord()].text;
        const auto isMark = [](QChar c) { return !c.isLetterOrNumber(); };
        while (!word.isEmpty() && isMark(word.back()))
            word.chop(1);
        while (!word.isEmpty() && isMark(word.front()))
            word.remove(0, 1);
        return word;
    }
    constexpr int mostWords = 5;
    return block->text.simplified().section(u' ', 0, mostWords - 1);
}

} // namespace main_window
