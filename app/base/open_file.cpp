// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/open_file.h"

#include <QCoreApplication>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace base {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(OpenFile)
};

Error noRegularFile(mode_t mode)
{
    if (S_ISDIR(mode))
        return {ErrorCode::FileUnreadable, Words::tr("it is a folder"), Words::tr("name a file in it"), {}};
    return {ErrorCode::FileUnreadable, Words::tr("it is a pipe, socket or device, not a file"),
        Words::tr("save its content to a file, or feed it to standard input with -"), {}};
}

} // namespace

Error readFailure(int error)
{
    const QString detail = QString::fromLocal8Bit(std::strerror(error));
    switch (error) {
    case ENOENT:
    case ENOTDIR:
        return {ErrorCode::FileUnreadable, Words::tr("there is no such file"), Words::tr("check the name"), detail};
    case EACCES:
    case EPERM:
        return {ErrorCode::FileUnreadable, Words::tr("it may not be read"),
            Words::tr("ask its owner for the right to read it"), detail};
    case ELOOP:
        return {ErrorCode::FileUnreadable, Words::tr("it is a link that leads back to itself"),
            Words::tr("name the file it should lead to"), detail};
    case ENAMETOOLONG:
        return {ErrorCode::FileUnreadable, Words::tr("its name is too long for the system"),
            Words::tr("check the name"), detail};
    default:
        return {ErrorCode::FileUnreadable, Words::tr("it could not be read (%1)").arg(detail),
            Words::tr("check the disk or the connection to it"), detail};
    }
}

Result<OpenFile> OpenFile::open(const NativePath &path)
{
    struct stat info{};
    if (::stat(path.c_str(), &info) != 0)
        return std::unexpected(readFailure(errno));
    if (!S_ISREG(info.st_mode))
        return std::unexpected(noRegularFile(info.st_mode));
    OpenFile file;
    // Should a FIFO have taken the file's place since, O_NONBLOCK keeps us from waiting for its writer.
    file.m_descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    if (file.m_descriptor < 0 || fstat(file.m_descriptor, &info) != 0)
        return std::unexpected(readFailure(errno));
    if (!S_ISREG(info.st_mode))
        return std::unexpected(noRegularFile(info.st_mode));
    file.m_size = info.st_size;
    return file;
}

OpenFile::OpenFile(OpenFile &&other) noexcept
    : m_descriptor(std::exchange(other.m_descriptor, -1))
    , m_size(other.m_size)
{
}

OpenFile &OpenFile::operator=(OpenFile &&other) noexcept
{
    std::swap(m_descriptor, other.m_descriptor);
    std::swap(m_size, other.m_size);
    return *this;
}

OpenFile::~OpenFile()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

QString OpenFile::name() const
{
    return QStringLiteral("/proc/self/fd/%1").arg(m_descriptor);
}

QByteArray OpenFile::read(qint64 offset, qint64 length) const
{
    length = std::clamp<qint64>(m_size - offset, 0, length);
    if (offset < 0 || length == 0)
        return {};
    QByteArray bytes(length, Qt::Uninitialized);
    qint64 got = 0;
    while (got < length) {
        const ssize_t n = pread(m_descriptor, bytes.data() + got, static_cast<size_t>(length - got), offset + got);
        if (n < 0 && errno == EINTR)
            continue;
        if (n <= 0)
            break;
        got += n;
    }
    bytes.truncate(got);
    return bytes;
}

} // namespace base
