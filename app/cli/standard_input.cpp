// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/standard_input.h"

#include "app/cli/console.h"

#include <QCoreApplication>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <poll.h>
#include <unistd.h>
#include <utility>
#include <vector>

namespace cli {

namespace {

using base::ErrorCode;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(StandardInput)
};

constexpr int glanceMs = 100; // how soon a stop is seen while nothing comes

QString reason()
{
    return QString::fromLocal8Bit(std::strerror(errno));
}

int namelessFile()
{
    const char *folder = std::getenv("TMPDIR");
    std::string pattern = std::string(folder && *folder ? folder : "/tmp") + "/.recto-XXXXXX";
    const int descriptor = mkostemp(pattern.data(), O_CLOEXEC);
    if (descriptor >= 0)
        unlink(pattern.c_str());
    return descriptor;
}

} // namespace

base::Result<StandardInput> StandardInput::read(std::stop_token stop)
{
    StandardInput input;
    input.m_descriptor = namelessFile();
    if (input.m_descriptor < 0) {
        return base::failure(ErrorCode::ExportFailed,
            Words::tr("no temporary file can be made for it (%1)").arg(reason()),
            Words::tr("name a folder that can be written in TMPDIR"));
    }
    std::vector<char> piece(1 << 20);
    qint64 total = 0;
    while (!stop.stop_requested()) {
        pollfd waiting{.fd = STDIN_FILENO, .events = POLLIN, .revents = 0};
        if (poll(&waiting, 1, glanceMs) == 0)
            continue;
        const ssize_t got = ::read(STDIN_FILENO, piece.data(), piece.size());
        if (got < 0 && (errno == EINTR || errno == EAGAIN))
            continue;
        if (got < 0)
            return base::failure(ErrorCode::FileUnreadable, Words::tr("it cannot be read (%1)").arg(reason()),
                Words::tr("name a file instead of -"));
        if (got == 0)
            break;
        total += got;
        if (!writeAll(input.m_descriptor, QByteArrayView(piece.data(), got))) {
            return base::failure(ErrorCode::ExportFailed,
                Words::tr("the temporary file for it cannot be written (%1)").arg(reason()),
                Words::tr("name a folder with more space in TMPDIR"));
        }
    }
    if (stop.stop_requested())
        return base::failure(ErrorCode::Cancelled, {});
    if (total == 0)
        return base::failure(
            ErrorCode::FileDamaged, Words::tr("it is empty"), Words::tr("send a PDF or a picture to it"));
    return input;
}

StandardInput::StandardInput(StandardInput &&other) noexcept
{
    *this = std::move(other);
}

StandardInput &StandardInput::operator=(StandardInput &&other) noexcept
{
    std::swap(m_descriptor, other.m_descriptor);
    return *this;
}

StandardInput::~StandardInput()
{
    if (m_descriptor >= 0)
        close(m_descriptor);
}

base::NativePath StandardInput::path() const
{
    return "/proc/" + std::to_string(getpid()) + "/fd/" + std::to_string(m_descriptor);
}

} // namespace cli
