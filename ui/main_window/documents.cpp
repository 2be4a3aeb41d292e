// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/intake/list_sources.h"
#include "ui/look/error_words.h"
#include "ui/main_window/export_document.h"
#include "ui/main_window/main_window.h"
#include "ui/main_window/notice_bar.h"
#include "ui/main_window/pasted_picture.h"
#include "ui/main_window/start_page.h"
#include "ui/main_window/status_line.h"
#include "ui/main_window/window_lock.h"

#include <QClipboard>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QGuiApplication>
#include <QInputDialog>
#include <QMimeData>
#include <QtConcurrentRun>

#include <algorithm>
#include <utility>

namespace main_window {

namespace {

constexpr qsizetype mostRecent = 10;
constexpr size_t mostWindows = 5; // of several files at once; more are listed to be chosen from

QString documentFilter()
{
    return MainWindow::tr("Documents and projects (*.pdf *.png *.jpg *.jpeg *.tif *.tiff *.bmp *.gif *.webp *.jp2 "
                          "*.heic *.recto);;All files (*)");
}

std::vector<base::NativePath> localFiles(const QMimeData &data)
{
    std::vector<base::NativePath> paths;
    const QList<QUrl> urls = data.urls();
    for (const QUrl &url : urls) {
        if (url.isLocalFile())
            paths.push_back(base::encodeNative(url.toLocalFile()));
    }
    return paths;
}

} // namespace

void MainWindow::openFile(const base::NativePath &path)
{
    const auto ahead = std::exchange(m_ahead, {});
    const bool isOnItsWay = ahead && ahead->path() == path;
    std::error_code ignored;
    if (std::filesystem::is_directory(path, ignored)) {
        openFolder(path);
        return;
    }
    if (WindowLock::raiseOther(path)) {
        if (isOnItsWay)
            m_session.close();
        m_status->say(tr("%1 is open in another window").arg(base::displayName(path.filename())));
        Q_EMIT openedElsewhere();
        return;
    }
    if (m_session.isOpen()) {
        openInOwnWindow(path);
        return;
    }
    m_lock->release();
    m_lock->take(path);
    m_status->say(tr("Opening %1…").arg(base::displayName(path.filename())));
    goOnOncePageIsSeen();
    if (!isOnItsWay)
        m_session.open(path);
}

void MainWindow::openFiles(const std::vector<base::NativePath> &paths)
{
    if (paths.size() > mostWindows) {
        QStringList listed;
        for (const base::NativePath &path : paths)
            listed.append(base::decodeNative(path.native()));
        m_startPage->setOffered(tr("%n documents", nullptr, int(listed.size())), listed);
        return;
    }
    for (const base::NativePath &path : paths)
        isVisible() && (m_session.isOpen() || path != paths.front()) ? openInOwnWindow(path) : openFile(path);
}

void MainWindow::openInOwnWindow(const base::NativePath &path)
{
    auto *window = new MainWindow(m_session.settings());
    window->setAttribute(Qt::WA_DeleteOnClose);
    window->show();
    window->openFile(path);
}

/// Listed on a worker: a folder may be large, or far away.
void MainWindow::openFolder(const base::NativePath &folder)
{
    m_status->say(tr("Looking into %1…").arg(base::displayName(folder.filename())));
    QtConcurrent::run([folder] {
        return intake::listSources(folder);
    }).then(this, [this, folder](const base::Result<intake::SourceList> &list) {
        if (!list || list->sources.empty()) {
            const QString what
                = list ? tr("There is no document in %1").arg(base::displayName(folder)) : list.error().what;
            m_notice->tell(NoticeBar::Kind::Information, what,
                list ? tr("Name a PDF or a picture, or a folder that holds some") : list.error().remedy);
            m_status->say({});
            return;
        }
        m_status->say({});
        if (list->sources.size() == 1) {
            openFile(list->sources.front().path);
            return;
        }
        QStringList paths;
        for (const intake::ListedSource &source : list->sources)
            paths.append(base::decodeNative(source.path.native()));
        if (m_session.isOpen())
            m_session.close();
        m_startPage->setOffered(tr("In the folder %1").arg(base::displayName(folder.filename())), paths);
    });
}

/// Shows a file dialog without waiting for it.
void MainWindow::ask(QFileDialog *dialog, const std::function<void(const QStringList &)> &take)
{
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::filesSelected, this, take);
    dialog->open();
}

void MainWindow::chooseFile()
{
    auto *dialog = new QFileDialog(this, tr("Open documents"), m_session.settings().lastFolder, documentFilter());
    dialog->setFileMode(QFileDialog::ExistingFiles);
    ask(dialog, [this](const QStringList &files) {
        std::vector<base::NativePath> paths;
        for (const QString &file : files)
            paths.push_back(base::encodeNative(file));
        m_session.settings().lastFolder = base::decodeNative(paths.front().parent_path().native());
        openFiles(paths);
    });
}

void MainWindow::chooseFolder()
{
    auto *dialog = new QFileDialog(this, tr("Open a folder"), m_session.settings().lastFolder);
    dialog->setFileMode(QFileDialog::Directory);
    ask(dialog, [this](const QStringList &folders) { openFile(base::encodeNative(folders.front())); });
}

void MainWindow::paste()
{
    const QMimeData *clip = QGuiApplication::clipboard()->mimeData();
    if (!clip)
        return;
    if (const auto files = localFiles(*clip); !files.empty()) {
        openFiles(files);
        return;
    }
    if (!clip->hasImage()) {
        m_status->say(tr("There is no picture and no file in the clipboard"));
        return;
    }
    openPicture(clip->imageData().value<QImage>());
}

/// Kept as a file on a worker: packing a large picture takes its time.
void MainWindow::openPicture(const QImage &picture)
{
    m_status->say(tr("Keeping the picture…"));
    QtConcurrent::run(keepPastedPicture, picture).then(this, [this](const base::Result<base::NativePath> &kept) {
        m_status->say({});
        if (kept)
            openFile(*kept);
        else
            m_notice->tell(NoticeBar::Kind::Trouble, kept.error().what, kept.error().remedy);
    });
}

/// To the front of the list of documents opened last.
void MainWindow::remember(const base::NativePath &path)
{
    QStringList &recent = m_session.settings().recent;
    const QString name = base::decodeNative(std::filesystem::absolute(path).native());
    recent.removeAll(name);
    recent.prepend(name);
    recent = recent.first(std::min(mostRecent, recent.size()));
    saveSettings();
    showRecent();
}

void MainWindow::showRecent()
{
    m_menus.recent->clear();
    for (const QString &path : std::as_const(m_session.settings().recent)) {
        const base::NativePath native = base::encodeNative(path);
        QAction *action
            = m_menus.recent->addAction(base::displayName(native.filename()).replace(u'&', QStringLiteral("&&")));
        action->setToolTip(base::displayName(native));
        connect(action, &QAction::triggered, this, [this, native] { openFile(native); });
    }
    m_menus.recent->setEnabled(!m_menus.recent->isEmpty());
}

void MainWindow::askForPassword(const base::NativePath &path, const base::Error &error)
{
    m_lock->release();
    if (!m_session.isOpen())
        showDocument(); // the start page, where its place was kept free
    const QString name = base::displayName(path.filename());
    m_status->say(tr("%1: %2; %3").arg(name, error.what, look::inWindow(error.remedy)));
    if (error.code != base::ErrorCode::PasswordNeeded) {
        m_notice->tell(NoticeBar::Kind::Trouble, tr("Cannot open %1: %2").arg(name, error.what), error.remedy);
        return;
    }
    auto *dialog = new QInputDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Password"));
    dialog->setLabelText(tr("%1 is locked. Its password:").arg(name));
    dialog->setTextEchoMode(QLineEdit::Password);
    connect(dialog, &QInputDialog::textValueSelected, this,
        [this, path](const QString &password) { m_session.open(path, password); });
    dialog->open();
}

/// A project is nothing without its pages: a person says where they are now.
void MainWindow::askForDocument(const base::NativePath &project, const base::NativePath &source)
{
    if (!m_session.isOpen())
        showDocument();
    m_status->say({});
    m_notice->tell(NoticeBar::Kind::Trouble,
        tr("The document of %1 is not at %2 any more")
            .arg(base::displayName(project.filename()), base::displayName(source)),
        tr("What was read of it is safe in the project"),
        {{tr("Find the document…"), [this, project, source] {
              auto *dialog = new QFileDialog(this, tr("Where is %1 now?").arg(base::displayName(source.filename())),
                  base::decodeNative(project.parent_path().native()), documentFilter());
              dialog->setFileMode(QFileDialog::ExistingFile);
              ask(dialog, [this, project](const QStringList &files) {
                  m_session.openProject(project, base::encodeNative(files.front()));
              });
          }}});
}

void MainWindow::saveProjectAs()
{
    auto *dialog = new QFileDialog(this, tr("Save the project as"),
        base::decodeNative(m_session.project().parent_path().native()), tr("Projects (*.recto)"));
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("recto"));
    dialog->selectFile(base::decodeNative(m_session.project().filename().native()));
    ask(dialog, [this](const QStringList &files) { m_session.keeper()->saveAs(base::encodeNative(files.front())); });
}

void MainWindow::exportDocument()
{
    auto *dialog = new QFileDialog(this, tr("Export"), base::decodeNative(m_session.path().parent_path().native()),
        tr("Markdown (*.md);;Word (*.docx);;Web page (*.html);;Plain text (*.txt);;JSON (*.json)"));
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    const QString stem = base::decodeNative(m_session.path().stem().native());
    const auto name = [dialog, stem](const QString &filter) {
        const QString suffix = filter.section(u'.', -1).chopped(1); // "md" of "Markdown (*.md)"
        dialog->setDefaultSuffix(suffix);
        dialog->selectFile(stem + u'.' + suffix);
    };
    connect(dialog, &QFileDialog::filterSelected, dialog, name);
    name(dialog->selectedNameFilter());
    ask(dialog, [this](const QStringList &files) { exportTo(base::encodeNative(files.front())); });
}

/// On a worker: Word is written by another program, and takes seconds.
void MainWindow::exportTo(const base::NativePath &target)
{
    const QString shown = base::displayName(target);
    m_status->say(tr("Writing %1…").arg(shown));
    QtConcurrent::run([document = m_session.store()->document(), pages = m_session.store()->pages(),
                          figures = m_session.queue()->figures(), target] {
        return writeDocument(document, pages, figures, target);
    }).then(this, [this, shown](const base::Result<void> &written) {
        m_status->say(written ? tr("Written: %1").arg(shown) : QString());
        if (!written)
            m_notice->tell(NoticeBar::Kind::Trouble, written.error().what, written.error().remedy);
    });
}

/// Parts that take drops themselves (the editor, the web view) would take a document for text, or for nothing.
bool MainWindow::eventFilter(QObject *watched, QEvent *event)
{
    const bool isDrag = event->type() == QEvent::DragEnter || event->type() == QEvent::DragMove;
    auto *part = isDrag || event->type() == QEvent::Drop ? qobject_cast<QWidget *>(watched) : nullptr;
    if (!part || part == this || part->window() != this)
        return QMainWindow::eventFilter(watched, event);
    auto *drop = static_cast<QDropEvent *>(event);
    if (localFiles(*drop->mimeData()).empty() && !drop->mimeData()->hasImage())
        return false;
    if (isDrag)
        drop->acceptProposedAction();
    else
        dropEvent(drop);
    return true;
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasUrls() || event->mimeData()->hasImage())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    if (const auto files = localFiles(*event->mimeData()); !files.empty()) {
        event->acceptProposedAction();
        openFiles(files);
        return;
    }
    if (event->mimeData()->hasImage()) {
        event->acceptProposedAction();
        openPicture(event->mimeData()->imageData().value<QImage>());
    }
}

} // namespace main_window
