// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/library/read_project.h"

#include <QCoreApplication>
#include <QTemporaryDir>

#include <fstream>

namespace library {

namespace {

using base::ErrorCode;
using base::NativePath;

constexpr int mostAttempts
    = 20; // a window starts its journal anew every thousand changes; to meet that moment twice is rare
constexpr std::string_view magic("SQLite format 3\0", 16);

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ReadProject)
};

NativePath journalOf(const NativePath &path)
{
    return path.native() + "-wal";
}

/// The first bytes of a file; fewer where there are no more.
std::string beginning(const NativePath &path, size_t length)
{
    std::string bytes(length, '\0');
    std::ifstream file(path, std::ios::binary);
    file.read(bytes.data(), static_cast<std::streamsize>(length));
    bytes.resize(static_cast<size_t>(std::max<std::streamsize>(0, file.gcount())));
    return bytes;
}

/// Which journal it is: its header, with two random numbers that change whenever it starts anew.
std::string journalHeader(const NativePath &path)
{
    return beginning(journalOf(path), 32);
}

/// The file and its journal as they belong together. The file changes only between two journals, and a torn end of a journal is known by its
/// checksums: where the journal is the same before and after, the copies are of one moment.
base::Result<void> copyBoth(const NativePath &path, const NativePath &target)
{
    for (int attempt = 0; attempt < mostAttempts; ++attempt) {
        const std::string before = journalHeader(path);
        std::error_code error;
        std::filesystem::copy_file(path, target, std::filesystem::copy_options::overwrite_existing, error);
        if (!error && !before.empty())
            std::filesystem::copy_file(
                journalOf(path), journalOf(target), std::filesystem::copy_options::overwrite_existing, error);
        if (journalHeader(path) == before && !error) {
            using Permissions = std::filesystem::perms;
            for (const NativePath &copied : {target, journalOf(target)}) // of a file that may only be read, too
                std::filesystem::permissions(copied, Permissions::owner_read | Permissions::owner_write, error);
            return {};
        }
        if (error && error != std::errc::no_such_file_or_directory)
            return base::failure(ErrorCode::ExportFailed,
                Words::tr("%1 could not be copied to be read").arg(base::displayName(path.filename())),
                Words::tr("check that you may read it, and that %1 has room")
                    .arg(base::displayName(target.parent_path())),
                QString::fromStdString(error.message()));
        std::filesystem::remove(journalOf(target), error);
    }
    return base::failure(ErrorCode::FileUnreadable,
        Words::tr("%1 is being written all the time").arg(base::displayName(path.filename())),
        Words::tr("try again when its window rests"));
}

} // namespace

bool isProject(const NativePath &path)
{
    std::error_code ignored;
    if (!std::filesystem::is_regular_file(path, ignored))
        return false;
    return path.extension() == ".recto" || beginning(path, magic.size()) == magic;
}

base::Result<SavedProject> readProject(const NativePath &path)
{
    std::error_code error;
    const QTemporaryDir folder;
    if (!std::filesystem::is_regular_file(path, error) || !folder.isValid())
        return base::failure(ErrorCode::FileUnreadable,
            folder.isValid() ? Words::tr("%1 is not there").arg(base::displayName(path))
                             : Words::tr("there is no room for a copy of %1").arg(base::displayName(path)),
            folder.isValid() ? Words::tr("check its name") : Words::tr("free some space, or set TMPDIR"));
    const NativePath copied = base::encodeNative(folder.path()) / path.filename();
    if (const base::Result<void> done = copyBoth(path, copied); !done)
        return std::unexpected(done.error());
    const base::Result<ProjectFile> file = ProjectFile::open(copied);
    if (!file)
        return std::unexpected(file.error());
    return file->load();
}

} // namespace library
