// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/source_pane.h"
#include "ui/jobs/log_view.h"
#include "ui/main_window/main_window.h"
#include "ui/page_view/page_canvas.h"
#include "ui/pages/pages_panel.h"
#include "ui/preview/parse_preview.h"

#include <QApplication>
#include <QDockWidget>
#include <QSplitter>
#include <QTabWidget>

#include <algorithm>

namespace main_window {

namespace {

const QStringList names{QStringLiteral("read"), QStringLiteral("review"), QStringLiteral("prepare")};
constexpr int narrowestPages = 150;
constexpr int narrowPages = 216; // the words of the tabs and of the buttons below have room
constexpr int widePages = 408; // large thumbnails, two in a row

} // namespace

/// As a person left this layout, else as it is drawn in the design.
void MainWindow::setLayout(Layout layout)
{
    if (m_layout != layout && m_session.isOpen())
        saveLayout();
    m_layout = layout;
    const QString name = names[static_cast<int>(layout)];
    m_session.settings().layout = name;
    m_layoutActions[static_cast<int>(layout)]->setChecked(true);
    if (!hasDocument())
        return;
    const QByteArray kept = m_session.settings().layouts.value(name);
    const QByteArray splitter = m_session.settings().layouts.value(name + QStringLiteral("-divider"));
    m_tabs->setVisible(layout != Layout::Prepare);
    m_pages->setLargeThumbnails(layout == Layout::Prepare);
    if (!kept.isEmpty() && restoreState(kept)) {
        m_splitter->restoreState(splitter);
        return;
    }
    m_pagesDock->setVisible(layout != Layout::Review);
    m_queueDock->setVisible(layout != Layout::Review);
    m_pagesDock->raise();
    const int pages = std::clamp(width() / 5, narrowestPages, narrowPages);
    resizeDocks({m_pagesDock}, {layout == Layout::Prepare ? widePages : pages}, Qt::Horizontal);
    m_splitter->setSizes({m_splitter->width() / 2, m_splitter->width() / 2});
    if (layout == Layout::Review)
        m_tabs->setCurrentWidget(m_source);
    if (layout == Layout::Read)
        m_tabs->setCurrentWidget(m_preview);
}

void MainWindow::saveLayout()
{
    if (!m_session.isOpen())
        return;
    const QString name = names[static_cast<int>(m_layout)];
    m_session.settings().layouts.insert(name, saveState());
    m_session.settings().layouts.insert(name + QStringLiteral("-divider"), m_splitter->saveState());
}

void MainWindow::showTab(QWidget *panel)
{
    m_tabs->show();
    m_tabs->setCurrentWidget(panel);
    panel->setFocus(Qt::ShortcutFocusReason);
}

/// Pages, page, text side, queue: those that are seen, round and round.
void MainWindow::cyclePanes(int step)
{
    const QList<QWidget *> all{m_pages, m_canvas, m_tabs->currentWidget(), m_queueDock->widget()};
    QList<QWidget *> seen;
    for (QWidget *pane : all) {
        // A dock behind another's tab lies outside of the window; what a pane shows itself may be covered by its children.
        if (pane->isVisible() && rect().intersects(QRect(pane->mapTo(this, QPoint()), pane->size())))
            seen.append(pane);
    }
    if (seen.isEmpty())
        return;
    qsizetype here = -1;
    for (qsizetype i = 0; i < seen.size(); ++i) {
        const QWidget *focus = QApplication::focusWidget();
        if (focus && (focus == seen[i] || seen[i]->isAncestorOf(focus)))
            here = i;
    }
    const qsizetype next = here < 0 ? 0 : (here + step + seen.size()) % seen.size();
    QWidget *pane = seen[next];
    if (pane->focusPolicy() == Qt::NoFocus && !pane->focusProxy()) {
        const QList<QWidget *> inside = pane->findChildren<QWidget *>();
        for (QWidget *child : inside) {
            if (child->focusPolicy() & Qt::TabFocus && child->isVisible() && child->isEnabled()) {
                child->setFocus(Qt::ShortcutFocusReason);
                return;
            }
        }
    }
    pane->setFocus(Qt::ShortcutFocusReason);
}

} // namespace main_window
