// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window/main_window.h"

#include "app/base/resting_memory.h"
#include "app/base/version.h"
#include "ui/look/look.h"
#include "ui/main_window/language.h"
#include "ui/main_window/status_line.h"
#include "ui/main_window/window_lock.h"
#include "ui/preview/parse_preview.h"

#include <QApplication>
#include <QCloseEvent>
#include <QIcon>
#include <QtConcurrentRun>

namespace main_window {

namespace {

constexpr int showEveryMs
    = 40; // a growing page: faster than the eye follows text, slow enough to leave the window free
constexpr int memoryEveryMs = 2000;
constexpr int restSoonMs = 2000;
constexpr int pageIsSeenAtLatestMs = 1000; // of a page that takes so long to draw, people would rather read the text

} // namespace

void MainWindow::prepareProcess()
{
    preview::ParsePreview::prepareProcess();
}

void MainWindow::prepareApplication(QApplication &application, const settings::Settings &settings)
{
    QApplication::setApplicationName(QString::fromLatin1(base::productName));
    QApplication::setApplicationVersion(QString::fromLatin1(base::productVersion));
    speak(application, settings.language);
    look::prepare(application);
    look::setAppearance(settings.appearance);
    QApplication::setWindowIcon(QIcon(QStringLiteral(":/icons/recto-light/scalable/recto.svg")));
}

MainWindow::MainWindow(settings::Settings settings, std::shared_ptr<OpeningAhead> ahead)
    : m_session(std::move(settings))
    , m_ahead(std::move(ahead))
    , m_actions(new Actions(this))
    , m_lock(new WindowLock(this))
{
    if (m_ahead)
        m_session.open(m_ahead); // on a worker; what comes of it is looked at when the window is there
    setAcceptDrops(true);
    QApplication::instance()->installEventFilter(this); // a document may be dropped on any part
    setStyleSheet(look::styleSheet());
    resize(1320, 860);
    m_showSoon.setSingleShot(true);
    m_showSoon.setInterval(showEveryMs);
    connect(&m_showSoon, &QTimer::timeout, this, &MainWindow::showPageContent);
    connect(&m_memoryTimer, &QTimer::timeout, this, &MainWindow::showEngine);
    m_memoryTimer.setInterval(memoryEveryMs);
    m_restSoon.setSingleShot(true);
    m_restSoon.setInterval(restSoonMs);
    connect(&m_restSoon, &QTimer::timeout, this, [] { QtConcurrent::run(base::giveBackRestingMemory).then([] { }); });
    m_pageIsSeen.setSingleShot(true);
    connect(&m_pageIsSeen, &QTimer::timeout, this, [this] {
        m_session.thumbnails()->hold(false);
        m_preview->start();
        if (!m_session.isOpen())
            return;
        if (m_session.settings().readsByItself)
            m_session.readAll();
        else
            m_session.plan(m_pageIndex);
    });
    buildPanels();
    buildMenus();
    buildLocate();
    buildReview();
    if (m_ahead) // their shelf is for the page that a document takes the place of
        connect(&m_pageIsSeen, &QTimer::timeout, this, &MainWindow::buildDemos, Qt::SingleShotConnection);
    else
        buildDemos();
    buildToolBar();
    connectSession();
    connectPanels();
    connect(m_lock, &WindowLock::raiseWanted, this, [this] {
        setWindowState(windowState() & ~Qt::WindowMinimized);
        raise();
        activateWindow();
    });
    showRecent();
    restoreGeometry(m_session.settings().windowGeometry);
    applySettings(m_session.settings());
    setLayout(m_session.settings().layout == QLatin1StringView("review")  ? Layout::Review
            : m_session.settings().layout == QLatin1StringView("prepare") ? Layout::Prepare
                                                                          : Layout::Read);
    showDocument();
    showHistory();
    m_memoryTimer.start();
}

MainWindow::~MainWindow() = default;

/// Thumbnails, the web view and the reading would take the processors from the page that a person waits for.
void MainWindow::goOnOncePageIsSeen()
{
    m_session.thumbnails()->hold(true);
    m_pageIsSeen.start(pageIsSeenAtLatestMs);
}

QString MainWindow::messageText() const
{
    return m_status->message();
}

void MainWindow::applySettings(const settings::Settings &settings)
{
    look::setAppearance(settings.appearance);
    QHash<QString, QList<QKeySequence>> keys;
    for (const auto &[id, texts] : settings.keys.asKeyValueRange()) {
        QList<QKeySequence> sequences;
        for (const QString &text : texts)
            sequences.append(QKeySequence::fromString(text, QKeySequence::PortableText));
        keys.insert(id, sequences);
    }
    m_actions->setKeys(keys);
    if (&settings != &m_session.settings())
        m_session.applySettings(settings);
    showEngine();
}

void MainWindow::saveSettings()
{
    if (const auto saved = settings::save(m_session.settings()); !saved)
        m_status->say(tr("%1; %2").arg(saved.error().what, saved.error().remedy));
}

void MainWindow::showEvent(QShowEvent *event)
{
    QMainWindow::showEvent(event);
    QTimer::singleShot(0, this, [this] { // after the first paint
        if (!m_pageIsSeen.isActive())
            m_preview->start();
    });
}

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && styleSheet() != look::styleSheet())
        setStyleSheet(look::styleSheet());
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    saveLayout();
    m_session.settings().windowGeometry = saveGeometry();
    saveSettings();
    m_session.keeper()->detach(); // all is written before the window goes
    QMainWindow::closeEvent(event);
}

} // namespace main_window
