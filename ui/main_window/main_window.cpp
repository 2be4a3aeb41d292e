// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window/main_window.h"

#include "app/base/version.h"
#include "app/pipeline/edit_source.h"
#include "ui/editor/source_editor.h"
#include "ui/main_window/export_document.h"
#include "ui/main_window/start_page.h"
#include "ui/page_view/page_canvas.h"
#include "ui/pages/pages_panel.h"
#include "ui/preview/parse_preview.h"

#include <QDockWidget>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QInputDialog>
#include <QLabel>
#include <QMenuBar>
#include <QMimeData>
#include <QProgressBar>
#include <QSpinBox>
#include <QSplitter>
#include <QStackedWidget>
#include <QStatusBar>
#include <QTabWidget>
#include <QTimer>
#include <QToolBar>

#include <algorithm>

namespace main_window {

void MainWindow::prepareProcess()
{
    preview::ParsePreview::registerScheme();
}

MainWindow::MainWindow(settings::Settings settings, QWidget *parent)
    : QMainWindow(parent)
    , m_session(std::move(settings))
{
    setAcceptDrops(true);
    resize(1280, 820);
    buildPanels();
    buildActions();
    buildStatusBar();
    connectSession();
    showDocument();
    showHistory();
}

MainWindow::~MainWindow() = default;

void MainWindow::buildPanels()
{
    m_startPage = new StartPage;
    m_startPage->setReaderLine(tr("No model is installed: Tesseract will read."));
    m_canvas = new page_view::PageCanvas(m_session.images());
    m_preview = new preview::ParsePreview;
    m_source = new editor::SourceEditor;
    m_tabs = new QTabWidget;
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(m_preview, tr("Parse"));
    m_tabs->addTab(m_source, tr("Source"));
    auto *splitter = new QSplitter(Qt::Horizontal);
    splitter->addWidget(m_canvas);
    splitter->addWidget(m_tabs);
    splitter->setSizes({640, 560});
    splitter->setChildrenCollapsible(false);
    m_stack = new QStackedWidget;
    m_stack->addWidget(m_startPage);
    m_stack->addWidget(splitter);
    setCentralWidget(m_stack);

    m_pages = new pages::PagesPanel(m_session.store(), m_session.thumbnails());
    m_pagesDock = new QDockWidget(tr("Pages"));
    m_pagesDock->setObjectName(QStringLiteral("pages"));
    m_pagesDock->setWidget(m_pages);
    m_pagesDock->setFeatures(QDockWidget::DockWidgetMovable | QDockWidget::DockWidgetClosable);
    addDockWidget(Qt::LeftDockWidgetArea, m_pagesDock);
    resizeDocks({m_pagesDock}, {176}, Qt::Horizontal);
}

QAction *MainWindow::addAction(
    QMenu *menu, const QString &text, const QKeySequence &shortcut, const std::function<void()> &run)
{
    QAction *action = menu->addAction(text);
    action->setShortcut(shortcut);
    connect(action, &QAction::triggered, this, run);
    return action;
}

void MainWindow::buildActions()
{
    QMenu *file = menuBar()->addMenu(tr("&File"));
    QAction *open = addAction(file, tr("&Open…"), QKeySequence::Open, [this] { chooseFile(); });
    QAction *save = addAction(file, tr("&Export…"), Qt::CTRL | Qt::Key_E, [this] { exportDocument(); });
    file->addSeparator();
    addAction(file, tr("&Quit"), QKeySequence::Quit, [this] { close(); });

    QMenu *edit = menuBar()->addMenu(tr("&Edit"));
    m_undoAction = addAction(edit, tr("&Undo"), QKeySequence::Undo, [this] { m_session.store()->undo(); });
    m_redoAction = addAction(edit, tr("&Redo"), QKeySequence::Redo, [this] { m_session.store()->redo(); });
    m_redoAction->setShortcuts({QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), QKeySequence(Qt::CTRL | Qt::Key_Y)});

    QMenu *read = menuBar()->addMenu(tr("&Read"));
    QAction *readPage = addAction(read, tr("Read &page"), Qt::Key_F5, [this] { m_session.readPage(m_pageIndex); });
    QAction *readAll = addAction(read, tr("Read &all"), Qt::CTRL | Qt::Key_F5, [this] { m_session.readAll(); });
    m_stopAction = addAction(read, tr("&Stop"), Qt::Key_Escape, [this] { m_session.queue()->stop(); });

    QMenu *view = menuBar()->addMenu(tr("&View"));
    QAction *previous = addAction(view, tr("Previous page"), Qt::Key_PageUp, [this] { showPage(m_pageIndex - 1); });
    QAction *next = addAction(view, tr("Next page"), Qt::Key_PageDown, [this] { showPage(m_pageIndex + 1); });
    view->addSeparator();
    QAction *zoomIn = addAction(view, tr("Zoom in"), QKeySequence::ZoomIn, [this] { m_canvas->zoomIn(); });
    QAction *zoomOut = addAction(view, tr("Zoom out"), QKeySequence::ZoomOut, [this] { m_canvas->zoomOut(); });
    QAction *fitPage = addAction(
        view, tr("Fit page"), Qt::CTRL | Qt::Key_0, [this] { m_canvas->setFit(page_view::PageCanvas::Fit::Page); });
    QAction *actual = addAction(view, tr("Actual size"), Qt::CTRL | Qt::Key_1, [this] { m_canvas->setZoom(1); });
    QAction *fitWidth = addAction(
        view, tr("Fit width"), Qt::CTRL | Qt::Key_2, [this] { m_canvas->setFit(page_view::PageCanvas::Fit::Width); });
    view->addSeparator();
    m_pagesDock->toggleViewAction()->setShortcut(Qt::Key_F7);
    view->addAction(m_pagesDock->toggleViewAction());

    m_pageNumber = new QSpinBox;
    m_pageNumber->setAccessibleName(tr("Page number"));
    m_pageNumber->setKeyboardTracking(false);
    m_pageNumber->setButtonSymbols(QAbstractSpinBox::NoButtons);
    m_pageNumber->setAlignment(Qt::AlignRight);
    connect(m_pageNumber, &QSpinBox::valueChanged, this, [this](int number) { showPage(number - 1); });
    m_pageCount = new QLabel;
    m_pageCount->setContentsMargins(4, 0, 8, 0);
    QToolBar *bar = addToolBar(tr("Main"));
    bar->setObjectName(QStringLiteral("main"));
    bar->setMovable(false);
    bar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    bar->addActions({open, readPage, readAll, m_stopAction});
    bar->addSeparator();
    bar->addAction(previous);
    bar->addAction(next);
    bar->addWidget(m_pageNumber);
    bar->addWidget(m_pageCount);
    bar->addSeparator();
    bar->addActions({fitPage, fitWidth, zoomOut, zoomIn});
    bar->addSeparator();
    bar->addAction(save);
    m_documentActions = {save, readPage, readAll, previous, next, zoomIn, zoomOut, fitPage, actual, fitWidth};
}

void MainWindow::buildStatusBar()
{
    m_pageState = new QLabel;
    m_readerState = new QLabel;
    m_message = new QLabel;
    m_progress = new QProgressBar;
    m_progress->setAccessibleName(tr("Reading progress"));
    m_progress->setMaximumWidth(220);
    m_progress->setTextVisible(false);
    m_progress->setVisible(false);
    statusBar()->addWidget(m_pageState, 1);
    statusBar()->addPermanentWidget(m_message);
    statusBar()->addPermanentWidget(m_progress);
    statusBar()->addPermanentWidget(m_readerState);
}

void MainWindow::connectSession()
{
    connect(m_startPage, &StartPage::openWanted, this, &MainWindow::chooseFile);
    connect(&m_session, &Session::opened, this, [this] {
        showDocument();
        showPage(std::clamp(m_session.place(), 0, m_session.store()->pageCount() - 1));
        m_session.readAll();
    });
    connect(&m_session, &Session::openFailed, this, &MainWindow::askForPassword);
    connect(m_session.store(), &document::DocumentStore::pageChanged, this, [this](int pageIndex) {
        if (pageIndex == m_pageIndex)
            showPageContent();
    });
    connect(m_session.store(), &document::DocumentStore::historyChanged, this, &MainWindow::showHistory);
    connect(m_session.keeper(), &ProjectKeeper::saveFailed, this,
        [this](const base::Error &error) { m_message->setText(tr("%1; %2").arg(error.what, error.remedy)); });
    connect(m_session.queue(), &jobs::ReadingQueue::progressChanged, this, &MainWindow::showProgress);
    connect(m_session.queue(), &jobs::ReadingQueue::figuresArrived, m_preview, &preview::ParsePreview::setFigures);
    connect(m_pages, &pages::PagesPanel::pageChosen, this, &MainWindow::showPage);
    connect(m_canvas, &page_view::PageCanvas::nextPageWanted, this, [this] { showPage(m_pageIndex + 1); });
    connect(m_canvas, &page_view::PageCanvas::previousPageWanted, this, [this] { showPage(m_pageIndex - 1); });
    connect(m_canvas, &page_view::PageCanvas::blockHovered, this, &MainWindow::lightBlock);
    connect(m_canvas, &page_view::PageCanvas::blockClicked, this, [this](const QString &id, int) { lightBlock(id); });
    connect(m_preview, &preview::ParsePreview::blockHovered, this, &MainWindow::lightBlock);
    connect(m_preview, &preview::ParsePreview::blockClicked, this, &MainWindow::lightBlock);
    connect(m_source, &editor::SourceEditor::sourceEdited, this, [this](const QString &text) {
        const document::Page &page = m_session.store()->page(m_pageIndex);
        m_isTyping = true;
        m_session.store()->edit(m_pageIndex, pipeline::editSource(page, text), tr("me"), tr("Type"),
            QStringLiteral("type-%1").arg(m_pageIndex));
        m_isTyping = false;
    });
    connect(m_source, &editor::SourceEditor::caretMoved, this, &MainWindow::lightBlock);
}

QString MainWindow::messageText() const
{
    return m_message->text();
}

void MainWindow::openFile(const base::NativePath &path)
{
    m_message->setText(tr("Opening %1…").arg(base::displayName(path.filename())));
    m_session.open(path);
}

void MainWindow::chooseFile()
{
    const QString file = QFileDialog::getOpenFileName(this, tr("Open a document"), {},
        tr("Documents (*.pdf *.png *.jpg *.jpeg *.tif *.tiff *.bmp *.gif *.webp *.jp2 *.heic);;All files (*)"));
    if (!file.isEmpty())
        openFile(QFile::encodeName(file).toStdString());
}

void MainWindow::askForPassword(const base::NativePath &path, const base::Error &error)
{
    const QString name = base::displayName(path.filename());
    m_message->setText(tr("%1: %2; %3").arg(name, error.what, error.remedy));
    if (error.code != base::ErrorCode::PasswordNeeded)
        return;
    auto *dialog = new QInputDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Password"));
    dialog->setLabelText(tr("%1 is locked. Its password:").arg(name));
    dialog->setTextEchoMode(QLineEdit::Password);
    connect(dialog, &QInputDialog::textValueSelected, this,
        [this, path](const QString &password) { m_session.open(path, password); });
    dialog->open();
}

void MainWindow::exportDocument()
{
    const QString suggestion = QString::fromStdString(m_session.path().stem().native());
    const QString file = QFileDialog::getSaveFileName(this, tr("Export"), suggestion + QStringLiteral(".md"),
        tr("Markdown (*.md);;Word (*.docx);;Web page (*.html);;Plain text (*.txt);;JSON (*.json)"));
    if (file.isEmpty())
        return;
    const auto written
        = writeDocument(*m_session.store(), m_session.queue()->figures(), QFile::encodeName(file).toStdString());
    m_message->setText(
        written ? tr("Written: %1").arg(file) : tr("%1; %2").arg(written.error().what, written.error().remedy));
}

void MainWindow::showDocument()
{
    const bool isOpen = m_session.isOpen();
    m_stack->setCurrentIndex(isOpen ? 1 : 0);
    m_pagesDock->setVisible(isOpen);
    for (QAction *action : std::as_const(m_documentActions))
        action->setEnabled(isOpen);
    m_pageNumber->setEnabled(isOpen);
    m_pageNumber->setRange(1, std::max(1, m_session.store()->pageCount()));
    m_pageCount->setText(isOpen ? tr("of %1").arg(m_session.store()->pageCount()) : QString());
    const QString product = QLatin1StringView(base::productName);
    setWindowTitle(isOpen ? tr("%1 – %2").arg(base::displayName(m_session.path().filename()), product) : product);
    m_message->clear();
    m_pageIndex = -1;
    showProgress();
}

void MainWindow::showPage(int pageIndex)
{
    if (pageIndex < 0 || pageIndex >= m_session.store()->pageCount() || pageIndex == m_pageIndex)
        return;
    m_pageIndex = pageIndex;
    m_session.queue()->setFocus(pageIndex);
    m_session.keeper()->setPlace(pageIndex);
    m_pages->setCurrentPage(pageIndex);
    const QSignalBlocker silent(m_pageNumber);
    m_pageNumber->setValue(pageIndex + 1);
    showPageContent();
}

void MainWindow::showPageContent()
{
    const document::Page &page = m_session.store()->page(m_pageIndex);
    m_canvas->setPage(m_pageIndex, page);
    m_preview->setPage(m_pageIndex, page);
    if (m_isTyping)
        m_source->setTypedPage(page);
    else
        m_source->setPage(page);
    QString state = tr("Page %1: %2").arg(page.number).arg(pages::statusInWords(page));
    if (page.error)
        state += tr(" – %1; %2").arg(page.error->what, page.error->remedy);
    else if (!page.reason.isEmpty())
        state += tr(" – %1").arg(page.reason);
    m_pageState->setText(state);
}

void MainWindow::showProgress()
{
    const jobs::Progress progress = m_session.queue()->progress();
    const bool isReading = m_session.queue()->isReading();
    m_stopAction->setEnabled(isReading);
    m_progress->setVisible(isReading);
    m_progress->setRange(0, std::max(1, progress.wanted));
    m_progress->setValue(progress.done);
    if (!isReading) {
        m_readerState->setText(
            progress.failed > 0 ? tr("%n page(s) could not be read", nullptr, progress.failed) : QString());
        return;
    }
    QString text = tr("Reading %1 of %2").arg(progress.done + 1).arg(progress.wanted);
    if (progress.leftMs >= 0)
        text += tr(", about %1 s left").arg((progress.leftMs + 999) / 1000);
    m_readerState->setText(text);
}

void MainWindow::showHistory()
{
    const document::DocumentStore &store = *m_session.store();
    m_undoAction->setEnabled(store.canUndo());
    m_redoAction->setEnabled(store.canRedo());
    m_undoAction->setText(store.canUndo() ? tr("&Undo: %1").arg(store.undoLabel()) : tr("&Undo"));
    m_redoAction->setText(store.canRedo() ? tr("&Redo: %1").arg(store.redoLabel()) : tr("&Redo"));
}

void MainWindow::lightBlock(const QString &blockId)
{
    m_canvas->highlight(blockId);
    m_preview->highlight(blockId);
    m_source->highlightBlock(blockId);
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasUrls())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    const QList<QUrl> urls = event->mimeData()->urls();
    for (const QUrl &url : urls) {
        if (url.isLocalFile()) {
            event->acceptProposedAction();
            openFile(QFile::encodeName(url.toLocalFile()).toStdString());
            return;
        }
    }
}

void MainWindow::showEvent(QShowEvent *event)
{
    QMainWindow::showEvent(event);
    QTimer::singleShot(0, m_preview, &preview::ParsePreview::start); // after the first paint
}

} // namespace main_window
