// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/native_path.h"
#include "app/base/result.h"
#include "app/document/document_store.h"

#include <memory>

namespace library {

/// A project as it was left: give its parts to DocumentStore::restore.
struct SavedProject {
    document::Document document;
    QList<document::Page> snapshot; ///< pages before @c history
    std::vector<document::Command> history; ///< the last thousand commands and more, in order
    int place = 0; ///< index of the page a person was on
};

/// An open project file; held exclusively, so that two windows cannot write one project. One thread, the one that opened it.
/// The schema is in this room's README.
class ProjectFile {
public:
    /// Makes a new file with the document and no history. FileUnreadable names an existing file; ExportFailed a folder that
    /// cannot be written or a full disk.
    static base::Result<ProjectFile> create(const base::NativePath &path, const document::Document &document);
    /// @return FileUnreadable (not there, or open in another window), FormatUnknown (no project, or of a newer Recto: the
    ///         remedy says which), FileDamaged.
    static base::Result<ProjectFile> open(const base::NativePath &path);

    ProjectFile(ProjectFile &&) noexcept;
    ProjectFile &operator=(ProjectFile &&) noexcept;
    ~ProjectFile();

    [[nodiscard]] base::Result<SavedProject> load() const;
    /// On disk when it returns, as far as a killed process is concerned. ExportFailed: full disk, vanished folder.
    [[nodiscard]] base::Result<void> append(const document::Command &command);
    /// All pages as they are after command @p seq; makes the next opening fast.
    [[nodiscard]] base::Result<void> addSnapshot(qint64 seq, const QList<document::Page> &pages);
    [[nodiscard]] base::Result<void> setPlace(int pageIndex);
    [[nodiscard]] base::Result<void> setDocument(const document::Document &document);

private:
    struct Connection;
    explicit ProjectFile(std::unique_ptr<Connection> connection);

    std::unique_ptr<Connection> m_connection;
};

/// How many commands pass between two snapshots.
inline constexpr qint64 snapshotEvery = 500;

} // namespace library
