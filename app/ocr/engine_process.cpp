// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ocr/engine_process.h"

#include <QByteArray>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <spawn.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

namespace ocr {

namespace {

constexpr off_t readBack = 64 << 10; // bytes of the log looked at for the last line
constexpr off_t largestLog = 4 << 20; // as recto.log

/// Opens the log for appending, turned over when it has grown too large; /dev/null when that fails.
int openLog(const base::NativePath &log)
{
    std::error_code ignored;
    if (log.has_parent_path())
        std::filesystem::create_directories(log.parent_path(), ignored);
    struct stat info{};
    if (stat(log.c_str(), &info) == 0 && S_ISREG(info.st_mode) && info.st_size > largestLog)
        std::filesystem::rename(log, base::NativePath(log).concat(".1"), ignored);
    const int descriptor = open(log.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    return descriptor >= 0 ? descriptor : open("/dev/null", O_WRONLY | O_CLOEXEC);
}

/// Attributes of a process that shares no terminal, no blocked and no ignored signals with us.
class OwnSession {
public:
    OwnSession()
    {
        posix_spawnattr_init(&m_attributes);
        sigset_t all;
        sigfillset(&all);
        posix_spawnattr_setsigdefault(&m_attributes, &all);
        sigset_t none;
        sigemptyset(&none);
        posix_spawnattr_setsigmask(&m_attributes, &none);
        posix_spawnattr_setflags(&m_attributes, POSIX_SPAWN_SETSID | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK);
    }
    OwnSession(const OwnSession &) = delete;
    OwnSession &operator=(const OwnSession &) = delete;
    ~OwnSession() { posix_spawnattr_destroy(&m_attributes); }
    [[nodiscard]] const posix_spawnattr_t *get() const { return &m_attributes; }

private:
    posix_spawnattr_t m_attributes{};
};

/// Nothing to read, everything said goes to the log, no other descriptor of ours.
class LogOnly {
public:
    explicit LogOnly(int log)
    {
        posix_spawn_file_actions_init(&m_actions);
        posix_spawn_file_actions_addopen(&m_actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
        posix_spawn_file_actions_adddup2(&m_actions, log, STDOUT_FILENO);
        posix_spawn_file_actions_adddup2(&m_actions, log, STDERR_FILENO);
        posix_spawn_file_actions_addclosefrom_np(&m_actions, STDERR_FILENO + 1);
    }
    LogOnly(const LogOnly &) = delete;
    LogOnly &operator=(const LogOnly &) = delete;
    ~LogOnly() { posix_spawn_file_actions_destroy(&m_actions); }
    [[nodiscard]] const posix_spawn_file_actions_t *get() const { return &m_actions; }

private:
    posix_spawn_file_actions_t m_actions{};
};

} // namespace

FileLock FileLock::tryLock(const base::NativePath &file)
{
    const int descriptor = open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (descriptor >= 0 && flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
        const int error = errno;
        close(descriptor);
        errno = error;
        return FileLock(-1);
    }
    return FileLock(descriptor);
}

FileLock::~FileLock()
{
    if (m_descriptor >= 0)
        close(m_descriptor);
}

std::optional<EngineProcess> EngineProcess::start(
    const std::vector<std::string> &arguments, const base::NativePath &log)
{
    const int descriptor = openLog(log);
    struct stat info{};
    EngineProcess process;
    process.m_log = log;
    if (fstat(descriptor, &info) == 0)
        process.m_logStart = info.st_size;
    std::vector<char *> argv;
    for (const std::string &argument : arguments)
        argv.push_back(const_cast<char *>(argument.c_str())); // posix_spawn's signature is older than const
    argv.push_back(nullptr);
    const int error = posix_spawn(
        &process.m_pid, arguments.front().c_str(), LogOnly(descriptor).get(), OwnSession().get(), argv.data(), environ);
    close(descriptor);
    errno = error;
    if (error != 0)
        return std::nullopt;
    return process;
}

std::optional<ProcessEnd> EngineProcess::poll()
{
    if (m_end)
        return m_end;
    int status = 0;
    const pid_t reaped = waitpid(m_pid, &status, WNOHANG);
    if (reaped == 0 || (reaped < 0 && errno == EINTR))
        return std::nullopt;
    m_end = ProcessEnd{WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status)};
    return m_end;
}

void EngineProcess::kill()
{
    if (poll())
        return;
    ::kill(m_pid, SIGKILL);
    int status = 0;
    while (waitpid(m_pid, &status, 0) < 0 && errno == EINTR) { }
    m_end = ProcessEnd{128 + SIGKILL};
}

QString EngineProcess::lastWords() const
{
    const int descriptor = open(m_log.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (descriptor < 0)
        return {};
    struct stat info{};
    fstat(descriptor, &info);
    const off_t from = std::max(m_logStart, info.st_size - readBack);
    QByteArray tail(static_cast<qsizetype>(std::max<off_t>(0, info.st_size - from)), '\0');
    const ssize_t got = pread(descriptor, tail.data(), static_cast<size_t>(tail.size()), from);
    close(descriptor);
    tail.truncate(std::max<ssize_t>(0, got));
    QString line = QString::fromUtf8(tail.trimmed());
    line = line.mid(line.lastIndexOf(u'\n') + 1).simplified();
    return line.first(std::min<qsizetype>(line.size(), 300));
}

} // namespace ocr
