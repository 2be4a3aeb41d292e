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
/// destruction and before another document everything is written.
class ProjectKeeper : public QObject {
    Q_OBJECT
public:
    explicit ProjectKeeper(document::DocumentStore *store, QObject *parent = nullptr);
    ~ProjectKeeper() override;

    /// Finds or makes the project of a document that was just opened; @c attached follows. A project of another file (other
    /// pages) is left alone and the document is kept in the data directory instead.
    void attach(const document::Document &document);
    /// Writes what is left and lets the file go.
    void detach();
    void setPlace(int pageIndex);

Q_SIGNALS:
    /// @p saved: what was kept of this document earlier.
    void attached(const std::optional<library::SavedProject> &saved);
    /// Saving does not work at present (full disk, open elsewhere); what is typed stays in memory.
    void saveFailed(const base::Error &error);

private:
    struct File;
    void record(const document::Command &command);

    document::DocumentStore *m_store;
    QThread m_thread;
    std::unique_ptr<File> m_file; ///< lives on m_thread
};

} // namespace main_window
