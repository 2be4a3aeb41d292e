// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window/project_keeper.h"

#include <QCryptographicHash>
#include <QStandardPaths>
#include <QTimer>

#include <deque>

namespace main_window {

base::NativePath projectBeside(const base::NativePath &source)
{
    return base::NativePath(source).replace_extension(".recto");
}

base::NativePath projectInDataFolder(const base::NativePath &source)
{
    const std::string bytes = std::filesystem::absolute(source).native();
    const QByteArray hash
        = QCryptographicHash::hash(QByteArrayView(bytes.data(), qsizetype(bytes.size())), QCryptographicHash::Sha256);
    const std::string folder = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation).toStdString();
    return base::NativePath(folder) / "recto"
        / (source.stem().native() + "-" + hash.toHex().first(12).toStdString() + ".recto");
}

namespace {

constexpr int tryAgainMs = 3000;

} // namespace

/// The open file, touched on the keeper's thread alone.
struct ProjectKeeper::File : QObject {
    struct Step {
        document::Command command;
        QList<document::Page> snapshot; ///< after it; empty for none
        bool isAppended = false;
    };
    std::optional<library::ProjectFile> project;
    base::NativePath path;
    std::deque<Step> waiting; ///< not on the disk yet, in order
    bool hasFailed = false;
    QTimer again{this};
};

namespace {

struct Found {
    std::optional<library::ProjectFile> project;
    std::optional<library::SavedProject> saved;
    std::optional<base::Error> error;
};

/// Opens or makes one project file. Empty without an error: it belongs to another document.
Found findAt(const base::NativePath &path, const document::Document &document)
{
    Found found;
    std::error_code ignored; // making the file says what is wrong with its folder
    if (!std::filesystem::exists(path, ignored)) {
        std::filesystem::create_directories(path.parent_path(), ignored);
        auto made = library::ProjectFile::create(path, document);
        if (made)
            found.project = std::move(*made);
        else
            found.error = made.error();
        return found;
    }
    auto opened = library::ProjectFile::open(path);
    if (!opened) {
        found.error = opened.error();
        return found;
    }
    auto saved = opened->load();
    if (!saved) {
        found.error = saved.error();
    } else if (saved->document.pages.size() == document.pages.size()
        && saved->document.source.name == document.source.name) {
        found.project = std::move(*opened);
        found.saved = std::move(*saved);
    }
    return found;
}

} // namespace

ProjectKeeper::ProjectKeeper(document::DocumentStore *store, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_file(std::make_unique<File>())
{
    m_file->again.setInterval(tryAgainMs);
    connect(&m_file->again, &QTimer::timeout, m_file.get(), [this] { flush(); });
    m_file->moveToThread(&m_thread);
    m_thread.start();
    connect(store, &document::DocumentStore::commandRecorded, this,
        [this](const document::Command &command, bool) { record(command); });
}

ProjectKeeper::~ProjectKeeper()
{
    detach();
    m_thread.quit();
    m_thread.wait();
}

void ProjectKeeper::attach(const document::Document &document, const base::NativePath &project)
{
    QMetaObject::invokeMethod(m_file.get(), [this, document, project] {
        flush();
        m_file->project.reset();
        m_file->waiting.clear();
        const base::NativePath first = project.empty() ? projectBeside(document.source.path) : project;
        const base::NativePath second = projectInDataFolder(document.source.path);
        m_file->path = first;
        std::error_code ignored; // finding says it
        const bool isNew = !std::filesystem::exists(first, ignored) && !std::filesystem::exists(second, ignored);
        if (isNew)
            QMetaObject::invokeMethod(this, [this] { Q_EMIT attached({}); });
        Found found = findAt(first, document);
        std::optional<base::Error> trouble;
        if (!found.project) {
            const bool isUnwritable = found.error && found.error->code == base::ErrorCode::ExportFailed;
            if (!isUnwritable) // a folder that may not be written is nothing to talk about
                trouble = found.error;
            found = findAt(second, document);
            m_file->path = second;
            if (!found.project)
                trouble = found.error;
        }
        m_file->project = std::move(found.project);
        if (!isNew)
            QMetaObject::invokeMethod(this, [this, saved = std::move(found.saved)] { Q_EMIT attached(saved); });
        const base::NativePath kept = m_file->project ? m_file->path : base::NativePath();
        QMetaObject::invokeMethod(this, [this, kept, trouble] { Q_EMIT placed(kept, trouble); });
    });
}

void ProjectKeeper::saveAs(const base::NativePath &target)
{
    QMetaObject::invokeMethod(m_file.get(), [this, target] {
        flush();
        if (!m_file->project)
            return;
        m_file->project.reset(); // writes its journal into the one file
        std::error_code failed;
        std::filesystem::copy_file(m_file->path, target, std::filesystem::copy_options::overwrite_existing, failed);
        auto opened = library::ProjectFile::open(failed ? m_file->path : target);
        if (opened)
            m_file->project = std::move(*opened);
        if (failed || !opened) {
            const base::Error error = opened ? base::Error{base::ErrorCode::ExportFailed,
                                                   tr("%1 could not be written").arg(base::displayName(target)),
                                                   tr("choose another folder; the project is kept where it was"),
                                                   QString::fromStdString(failed.message())}
                                             : opened.error();
            QMetaObject::invokeMethod(this, [this, error] { Q_EMIT saveFailed(error); });
            return;
        }
        m_file->path = target;
        QMetaObject::invokeMethod(this, [this, target] { Q_EMIT movedTo(target); });
    });
}

void ProjectKeeper::detach()
{
    QMetaObject::invokeMethod(
        m_file.get(),
        [this] {
            flush();
            m_file->again.stop();
            m_file->waiting.clear();
            m_file->project.reset();
        },
        Qt::BlockingQueuedConnection);
}

void ProjectKeeper::setPlace(int pageIndex)
{
    QMetaObject::invokeMethod(m_file.get(), [this, pageIndex] {
        if (m_file->project)
            (void)m_file->project->setPlace(
                pageIndex); // a lost place is no loss; the next command says that the disk is full
    });
}

void ProjectKeeper::setDocument(const document::Document &document)
{
    QMetaObject::invokeMethod(m_file.get(), [this, document] {
        if (m_file->project)
            (void)m_file->project->setDocument(document); // as above
    });
}

void ProjectKeeper::record(const document::Command &command)
{
    const bool isTimeForSnapshot = command.seq % library::snapshotEvery == 0;
    QMetaObject::invokeMethod(
        m_file.get(), [this, command, pages = isTimeForSnapshot ? m_store->pages() : QList<document::Page>()] {
            if (!m_file->project)
                return;
            m_file->waiting.push_back({command, pages, false});
            flush();
        });
}

/// On the keeper's thread. A command can only be read against the page as the one before left it: none is passed over.
void ProjectKeeper::flush()
{
    File &file = *m_file;
    while (file.project && !file.waiting.empty()) {
        File::Step &step = file.waiting.front();
        base::Result<void> kept;
        if (!step.isAppended)
            kept = file.project->append(step.command);
        if (kept) {
            step.isAppended = true;
            if (!step.snapshot.isEmpty())
                kept = file.project->addSnapshot(step.command.seq, step.snapshot);
        }
        if (!kept) {
            file.again.start();
            if (!std::exchange(file.hasFailed, true))
                QMetaObject::invokeMethod(this, [this, error = kept.error()] { Q_EMIT saveFailed(error); });
            return;
        }
        file.waiting.pop_front();
    }
    file.again.stop();
    if (std::exchange(file.hasFailed, false))
        QMetaObject::invokeMethod(this, [this] { Q_EMIT savedAgain(); });
}

} // namespace main_window
