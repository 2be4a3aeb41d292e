// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window/project_keeper.h"

#include <QCryptographicHash>
#include <QStandardPaths>

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

/// The open file, touched on the keeper's thread alone.
struct ProjectKeeper::File : QObject {
    std::optional<library::ProjectFile> project;
};

namespace {

struct Attached {
    std::optional<library::ProjectFile> project;
    std::optional<library::SavedProject> saved;
    std::optional<base::Error> error;
};

/// Opens or makes one project file. Empty without an error: it belongs to another document.
Attached attachAt(const base::NativePath &path, const document::Document &document)
{
    Attached attached;
    std::error_code ignored; // making the file says what is wrong with its folder
    if (!std::filesystem::exists(path, ignored)) {
        std::filesystem::create_directories(path.parent_path(), ignored);
        auto made = library::ProjectFile::create(path, document);
        if (made)
            attached.project = std::move(*made);
        else
            attached.error = made.error();
        return attached;
    }
    auto opened = library::ProjectFile::open(path);
    if (!opened) {
        attached.error = opened.error();
        return attached;
    }
    auto saved = opened->load();
    if (!saved) {
        attached.error = saved.error();
    } else if (saved->document.pages.size() == document.pages.size()
        && saved->document.source.name == document.source.name) {
        attached.project = std::move(*opened);
        attached.saved = std::move(*saved);
    }
    return attached;
}

} // namespace

ProjectKeeper::ProjectKeeper(document::DocumentStore *store, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_file(std::make_unique<File>())
{
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

void ProjectKeeper::attach(const document::Document &document)
{
    QMetaObject::invokeMethod(m_file.get(), [this, document] {
        m_file->project.reset();
        Attached attached = attachAt(projectBeside(document.source.path), document);
        if (!attached.project) {
            const std::optional<base::Error> first = attached.error;
            attached = attachAt(projectInDataFolder(document.source.path), document);
            if (!attached.project && first)
                attached.error = first;
        }
        m_file->project = std::move(attached.project);
        QMetaObject::invokeMethod(this,
            [this, saved = std::move(attached.saved), error = attached.error, isKept = m_file->project.has_value()] {
                Q_EMIT this->attached(saved);
                if (!isKept && error)
                    Q_EMIT saveFailed(*error);
            });
    });
}

void ProjectKeeper::detach()
{
    QMetaObject::invokeMethod(m_file.get(), [this] { m_file->project.reset(); }, Qt::BlockingQueuedConnection);
}

void ProjectKeeper::setPlace(int pageIndex)
{
    QMetaObject::invokeMethod(m_file.get(), [this, pageIndex] {
        if (m_file->project)
            (void)m_file->project->setPlace(
                pageIndex); // a lost place is no loss; the next command says that the disk is full
    });
}

void ProjectKeeper::record(const document::Command &command)
{
    const bool isTimeForSnapshot = command.seq % library::snapshotEvery == 0;
    QMetaObject::invokeMethod(
        m_file.get(), [this, command, pages = isTimeForSnapshot ? m_store->pages() : QList<document::Page>()] {
            if (!m_file->project)
                return;
            base::Result<void> kept = m_file->project->append(command);
            if (kept && !pages.isEmpty())
                kept = m_file->project->addSnapshot(command.seq, pages);
            if (!kept)
                QMetaObject::invokeMethod(this, [this, error = kept.error()] { Q_EMIT saveFailed(error); });
        });
}

} // namespace main_window
