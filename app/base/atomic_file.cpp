// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/atomic_file.h"

#include <QCoreApplication>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <fstream>
#include <sys/stat.h>
#include <unistd.h>

namespace base {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(AtomicFile)
};

std::unexpected<Error> writeFailure(const NativePath &target, int error)
{
    const QString name = displayName(target);
    const QString detail = QString::fromLocal8Bit(std::strerror(error));
    switch (error) {
    case EEXIST:
        return failure(ErrorCode::ExportFailed, Words::tr("%1 exists already").arg(name),
            Words::tr("choose another folder (-o), or replace it (--force)"), detail);
    case ENOSPC:
    case EDQUOT:
        return failure(ErrorCode::ExportFailed, Words::tr("the disk is full while writing %1").arg(name),
            Words::tr("free some space, or choose another folder (-o)"), detail);
    case EACCES:
    case EPERM:
    case EROFS:
        return failure(ErrorCode::ExportFailed, Words::tr("%1 cannot be written there").arg(name),
            Words::tr("choose a folder that you may write (-o)"), detail);
    case ENAMETOOLONG:
        return failure(ErrorCode::ExportFailed, Words::tr("the name of %1 is too long").arg(name),
            Words::tr("rename the source, or choose another folder (-o)"), detail);
    case EISDIR:
        return failure(ErrorCode::ExportFailed, Words::tr("%1 is a folder").arg(name),
            Words::tr("choose another folder (-o)"), detail);
    default:
        return failure(ErrorCode::ExportFailed, Words::tr("%1 could not be written (%2)").arg(name, detail),
            Words::tr("choose another folder (-o)"), detail);
    }
}

/// The access a new file gets: all but what the umask holds back. Read from /proc, since umask(2) can only be asked by
/// setting it, for all threads.
mode_t newFileMode()
{
    unsigned mask = 022;
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);) {
        if (line.starts_with("Umask:"))
            mask = static_cast<unsigned>(std::stoul(line.substr(6), nullptr, 8));
    }
    return 0666 & ~mask;
}

/// Where a hidden file beside @p target gets its name from. A short one: the target's may already be as long as the file system takes.
std::string temporaryPattern(const NativePath &target)
{
    return (target.parent_path() / ".recto-XXXXXX").native();
}

/// A file without a name in @p folder, which the system forgets when its last descriptor goes, even of a killed program. -1, and errno,
/// where it cannot be made.
int openUnnamed(const NativePath &folder)
{
    return open(folder.empty() ? "." : folder.c_str(), O_TMPFILE | O_WRONLY | O_CLOEXEC, 0600);
}

/// Whether openUnnamed failed for want of unnamed files there, as on NFS and FAT, and a named one may still be made.
bool isWithoutUnnamedFiles(int error)
{
    return error == EOPNOTSUPP || error == EISDIR || error == EINVAL || error == ENOSYS;
}

/// Gives the open file a name that is not taken. False, and errno.
bool giveName(int descriptor, const char *name)
{
    const std::string self = "/proc/self/fd/" + std::to_string(descriptor);
    return linkat(AT_FDCWD, self.c_str(), AT_FDCWD, name, AT_SYMLINK_FOLLOW) == 0;
}

} // namespace

Result<AtomicFile> AtomicFile::create(const NativePath &target, IfExists ifExists)
{
    struct stat info{};
    if (lstat(target.c_str(), &info) == 0) {
        if (S_ISDIR(info.st_mode))
            return writeFailure(target, EISDIR);
        if (ifExists == IfExists::Refuse)
            return writeFailure(target, EEXIST);
    }
    AtomicFile file;
    file.m_descriptor = openUnnamed(target.parent_path());
    if (file.m_descriptor < 0 && isWithoutUnnamedFiles(errno)) {
        std::string name = temporaryPattern(target);
        file.m_descriptor = mkostemp(name.data(), O_CLOEXEC);
        file.m_temporary = name;
    }
    if (file.m_descriptor < 0)
        return writeFailure(target, errno);
    file.m_target = target;
    file.m_ifExists = ifExists;
    if (target.filename().native().size() > 255)
        return writeFailure(target, ENAMETOOLONG);
    return file;
}

AtomicFile::AtomicFile(AtomicFile &&other) noexcept
{
    *this = std::move(other);
}

AtomicFile &AtomicFile::operator=(AtomicFile &&other) noexcept
{
    std::swap(m_target, other.m_target);
    std::swap(m_temporary, other.m_temporary);
    std::swap(m_ifExists, other.m_ifExists);
    std::swap(m_descriptor, other.m_descriptor);
    return *this;
}

AtomicFile::~AtomicFile()
{
    discard();
}

Result<void> AtomicFile::write(QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        const ssize_t written = ::write(m_descriptor, bytes.data(), static_cast<size_t>(bytes.size()));
        if (written < 0) {
            if (errno == EINTR)
                continue;
            return writeFailure(m_target, errno);
        }
        bytes = bytes.sliced(written);
    }
    return {};
}

Result<void> AtomicFile::commit()
{
    if (fsync(m_descriptor) != 0)
        return writeFailure(m_target, errno);
    fchmod(m_descriptor, newFileMode());
    if (!(m_temporary.empty() ? nameUnnamed() : renameTemporary()))
        return writeFailure(m_target, errno);
    close(std::exchange(m_descriptor, -1));
    return {};
}

/// False, and errno. Only link and rename are atomic, and link never replaces: an existing target is replaced by way of a hidden name, which
/// lives for two system calls.
bool AtomicFile::nameUnnamed()
{
    if (giveName(m_descriptor, m_target.c_str()))
        return true;
    if (errno != EEXIST || m_ifExists == IfExists::Refuse)
        return false;
    std::string hidden = temporaryPattern(m_target);
    const int reserved = mkostemp(hidden.data(), O_CLOEXEC); // a name that nobody else has
    if (reserved < 0)
        return false;
    close(reserved);
    unlink(hidden.c_str());
    if (!giveName(m_descriptor, hidden.c_str()))
        return false;
    if (rename(hidden.c_str(), m_target.c_str()) == 0)
        return true;
    const int error = errno;
    unlink(hidden.c_str());
    errno = error;
    return false;
}

/// False, and errno.
bool AtomicFile::renameTemporary()
{
    const unsigned flags = m_ifExists == IfExists::Refuse ? RENAME_NOREPLACE : 0;
    if (renameat2(AT_FDCWD, m_temporary.c_str(), AT_FDCWD, m_target.c_str(), flags) == 0)
        return true;
    const bool mayLink = errno == EINVAL && flags != 0; // a file system without RENAME_NOREPLACE
    if (!mayLink || link(m_temporary.c_str(), m_target.c_str()) != 0)
        return false;
    unlink(m_temporary.c_str());
    return true;
}

void AtomicFile::discard()
{
    if (m_descriptor < 0)
        return;
    close(m_descriptor);
    if (!m_temporary.empty())
        unlink(m_temporary.c_str());
    m_descriptor = -1;
}

} // namespace base
