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
            Words::tr("choose another folder with -o, or replace it with --force"), detail);
    case ENOSPC:
    case EDQUOT:
        return failure(ErrorCode::ExportFailed, Words::tr("the disk is full while writing %1").arg(name),
            Words::tr("free some space, or choose another folder with -o"), detail);
    case EACCES:
    case EPERM:
    case EROFS:
        return failure(ErrorCode::ExportFailed, Words::tr("%1 cannot be written there").arg(name),
            Words::tr("choose a folder that you may write with -o"), detail);
    case ENAMETOOLONG:
        return failure(ErrorCode::ExportFailed, Words::tr("the name of %1 is too long").arg(name),
            Words::tr("rename the source, or choose another folder with -o"), detail);
    case EISDIR:
        return failure(ErrorCode::ExportFailed, Words::tr("%1 is a folder").arg(name),
            Words::tr("choose another folder with -o"), detail);
    default:
        return failure(ErrorCode::ExportFailed, Words::tr("%1 could not be written (%2)").arg(name, detail),
            Words::tr("choose another folder with -o"), detail);
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
    // A short name of its own: the target's may already be as long as the file system takes.
    std::string temporary = (target.parent_path() / ".recto-XXXXXX").native();
    AtomicFile file;
    file.m_descriptor = mkostemp(temporary.data(), O_CLOEXEC);
    if (file.m_descriptor < 0)
        return writeFailure(target, errno);
    file.m_target = target;
    file.m_temporary = temporary;
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
    const unsigned flags = m_ifExists == IfExists::Refuse ? RENAME_NOREPLACE : 0;
    int renamed = renameat2(AT_FDCWD, m_temporary.c_str(), AT_FDCWD, m_target.c_str(), flags);
    if (renamed != 0 && errno == EINVAL && flags) { // a file system without RENAME_NOREPLACE
        renamed = link(m_temporary.c_str(), m_target.c_str());
        if (renamed == 0)
            unlink(m_temporary.c_str());
    }
    if (renamed != 0)
        return writeFailure(m_target, errno);
    close(std::exchange(m_descriptor, -1));
    return {};
}

void AtomicFile::discard()
{
    if (m_descriptor < 0)
        return;
    close(m_descriptor);
    unlink(m_temporary.c_str());
    m_descriptor = -1;
}

} // namespace base
