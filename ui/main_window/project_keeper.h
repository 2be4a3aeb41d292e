// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/document/document_store.h"
#include "app/library/project_file.h"

#include <QObject>
#include <QThread>

#include <optional>

namespace main_window {

/// Where a document's project is kept: STEM.recto beside it, else (a folder that cannot be written) under the user's data
/// directory, by the hash of the document's path.
[[nodiscard]] base::NativePath projectBeside(const base::NativePath &source);
[[nodiscard]] base::NativePath projectInDataFolder(const base::NativePath &source);

/// Keeps the project file of the open document up to date without being asked, on a thread of its own.
///
/// UI thread. Every command is on its way to the disk when @c commandRecorded has returned and on it some milliseconds later; on
/// destruction and before another document everything is written. What cannot be written (a full disk) is kept in memory and tried again
/// with every command and every few seconds, in order.
class ProjectKeeper : public QObject {
    Q_OBJECT
public:
    explicit ProjectKeeper(document::DocumentStore *store, QObject *parent = nullptr);
    ~ProjectKeeper() override;

    /// Finds or makes the project of a document that was just opened; @c attached and then @c placed follow. A project of another file (other
    /// pages) is left alone and the document is kept in the data directory instead.
    /// @param project  the one to use; empty: as projectBeside and projectInDataFolder say.
    void attach(const document::Document &document, const base::NativePath &project = {});
    /// Goes on in a copy at @p target; @c movedTo or @c saveFailed follows.
    void saveAs(const base::NativePath &target);
    /// Writes what is left and lets the file go.
    void detach();
    void setPlace(int pageIndex);
    /// The document with its hash, once that is known.
    void setDocument(const document::Document &document);

Q_SIGNALS:
    /// What was kept of the document; nothing: a new one. Where there is none, before a file is made, which a page need not wait for.
    void attached(const std::optional<library::SavedProject> &saved);
    /// @param project  where work is kept; empty: nowhere.
    /// @param trouble  why the project was not the first choice (newer, damaged, open elsewhere).
    void placed(const base::NativePath &project, const std::optional<base::Error> &trouble);
    void movedTo(const base::NativePath &project);
    /// Saving does not work at present (full disk, vanished folder); what is typed stays in memory.
    void saveFailed(const base::Error &error);
    /// After saveFailed: all of it is on the disk.
    void savedAgain();

private:
    struct File;
    void record(const document::Command &command);
    void flush();

    document::DocumentStore *m_store;
    QThread m_thread;
    std::unique_ptr<File> m_file; ///< lives on m_thread
};

} // namespace main_window
