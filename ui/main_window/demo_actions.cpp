// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window/demos.h"
#include "ui/main_window/locate_control.h"
#include "ui/main_window/main_window.h"
#include "ui/main_window/notice_bar.h"
#include "ui/main_window/review_control.h"
#include "ui/main_window/start_page.h"

#include <QFile>
#include <QMenu>

using namespace Qt::StringLiterals;

namespace main_window {

void MainWindow::buildDemos()
{
    auto *shelf = new DemoShelf;
    m_startPage->addShelf(shelf);
    connect(shelf, &DemoShelf::demoChosen, this, &MainWindow::openDemo);
    connect(&m_session, &Session::closed, this, [this] { m_demoFolder.reset(); });
    QMenu *menu = m_menus.help->addMenu(tr("&See how it works"));
    const QList<Demo> demos = allDemos();
    for (const Demo &demo : demos)
        m_actions->add(
            menu, {u"demo-"_s + demo.id, demo.title, {}, {}, When::Always}, [this, demo] { openDemo(demo); });
}

/// Plays a recording as if a model read it, in a private folder; nothing of a person's is opened, written or remembered.
void MainWindow::openDemo(const Demo &demo)
{
    const auto folder = unpackDemos();
    if (!folder) {
        m_notice->tell(NoticeBar::Kind::Trouble, folder.error().what, folder.error().remedy);
        return;
    }
    if (m_session.isOpen())
        m_session.close();
    m_demoFolder = *folder;
    const bool reads = demo.task.kind == ocr::TaskKind::Markdown || demo.task.kind == ocr::TaskKind::Ocr;
    pipeline::ReadOptions options;
    options.reader = pipeline::Reader::Replay;
    if (reads)
        options.task = demo.task;
    const base::NativePath picture = QFile::encodeName((*folder)->filePath(demo.picture)).toStdString();
    connect(
        &m_session, &Session::opened, this,
        [this, demo, reads] {
            m_notice->tell(NoticeBar::Kind::Information, tr("Recording: %1").arg(demo.title),
                tr("%1. No model reads here: a recorded answer is played at its own pace.").arg(demo.sentence),
                {{tr("Play again"), [this, demo] { openDemo(demo); }}});
            if (!reads)
                m_review->put(demo.task);
            if (!demo.locate.isEmpty()) {
                m_locate->open(demo.locate);
                m_locate->askModel();
            }
        },
        Qt::SingleShotConnection);
    m_session.openDemo(picture, options);
}

} // namespace main_window
