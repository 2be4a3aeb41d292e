// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pipeline/worker_process.h"

#include "app/base/log.h"
#include "app/pipeline/page_worker.h"

#include <QCoreApplication>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/eventfd.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

namespace pipeline {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(WorkerProcess)
};

using Clock = std::chrono::steady_clock;
using namespace std::chrono_literals;

/// How long a worker may take to notice that its page is no longer wanted, before it is killed.
constexpr auto grace = 1s;

/// Nothing of the parent's but standard error and the socket; SIGINT blocked, so that Ctrl-C reaches the parent alone, which decides.
class SpawnOptions {
public:
    explicit SpawnOptions(int socket)
    {
        posix_spawn_file_actions_init(&actions);
        posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
        posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
        posix_spawn_file_actions_adddup2(&actions, socket, workerSocket);
        posix_spawn_file_actions_addclosefrom_np(&actions, workerSocket + 1);
        posix_spawnattr_init(&attributes);
        posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
        sigset_t signals;
        sigemptyset(&signals);
        sigaddset(&signals, SIGINT);
        posix_spawnattr_setsigmask(&attributes, &signals);
        sigfillset(&signals);
        posix_spawnattr_setsigdefault(&attributes, &signals);
    }
    ~SpawnOptions()
    {
        posix_spawn_file_actions_destroy(&actions);
        posix_spawnattr_destroy(&attributes);
    }
    SpawnOptions(const SpawnOptions &) = delete;
    SpawnOptions &operator=(const SpawnOptions &) = delete;

    posix_spawn_file_actions_t actions{};
    posix_spawnattr_t attributes{};
};

base::Error cannotStart(int error)
{
    return {base::ErrorCode::WorkerDied, Words::tr("the page worker could not be started"),
        Words::tr("check that the program recto is whole, and that memory is free"),
        QString::fromLocal8Bit(std::strerror(error))};
}

} // namespace

base::Result<std::unique_ptr<WorkerProcess>> WorkerProcess::start(const WorkerSettings &settings)
{
    std::array<int, 2> ends{};
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0)
        return std::unexpected(cannotStart(errno));
    Descriptor ours(ends[0]);
    Descriptor theirs(ends[1]);
    fcntl(ours.get(), F_SETFL, O_NONBLOCK);
    const std::string program = settings.program.empty() ? "/proc/self/exe" : settings.program.native();
    std::string name = "recto";
    std::string mode = "--page-worker";
    std::string memory = std::to_string(settings.memoryLimit);
    std::string language = settings.language;
    std::array<char *, 5> arguments{name.data(), mode.data(), memory.data(), language.data(), nullptr};
    SpawnOptions options(theirs.get());
    pid_t process = 0;
    if (const int error
        = posix_spawn(&process, program.c_str(), &options.actions, &options.attributes, arguments.data(), environ);
        error != 0)
        return std::unexpected(cannotStart(error));
    return std::unique_ptr<WorkerProcess>(new WorkerProcess(settings, process, std::move(ours)));
}

WorkerProcess::WorkerProcess(const WorkerSettings &settings, pid_t process, Descriptor socket)
    : m_settings(settings)
    , m_process(process)
    , m_socket(std::move(socket))
{
}

WorkerProcess::~WorkerProcess()
{
    m_socket.close(); // the worker ends by itself; killed, it cannot take its time
    if (m_process > 0) {
        kill(m_process, SIGKILL);
        while (waitpid(m_process, nullptr, 0) < 0 && errno == EINTR) { }
    }
}

base::Result<Frame> WorkerProcess::ask(const Request &request, std::stop_token stop)
{
    ++m_callCount;
    if (!sendFrame(m_socket.get(), pack(request)))
        return std::unexpected(bury());
    Frame answer;
    switch (waitForAnswer(answer, stop)) {
    case Wait::Answered:
        return answer;
    case Wait::Cancelled:
        return base::failure(base::ErrorCode::Cancelled, {});
    case Wait::Ended:
        return std::unexpected(bury());
    case Wait::TimedOut:
        break;
    }
    static_cast<void>(bury());
    return std::unexpected(outOfTime());
}

WorkerProcess::Wait WorkerProcess::waitForAnswer(Frame &answer, const std::stop_token &stop)
{
    const Descriptor wake(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK));
    const std::stop_callback wakeUp(stop, [&wake] { eventfd_write(wake.get(), 1); });
    auto deadline = Clock::now() + m_settings.pageLimit;
    bool isCancelled = false;
    while (true) {
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - Clock::now());
        if (left <= 0ms && isCancelled) {
            static_cast<void>(bury());
            return Wait::Cancelled;
        }
        if (left <= 0ms)
            return Wait::TimedOut;
        std::array<pollfd, 2> events{
            pollfd{m_socket.get(), POLLIN, 0}, pollfd{isCancelled ? -1 : wake.get(), POLLIN, 0}};
        poll(events.data(), events.size(), static_cast<int>(std::min<long long>(left.count(), 3'600'000)));
        if (events[0].revents != 0) {
            const FrameReader::State state = m_reader.read(m_socket.get());
            if (state == FrameReader::State::Ended)
                return Wait::Ended;
            if (state == FrameReader::State::Complete) {
                answer = m_reader.take();
                return isCancelled ? Wait::Cancelled : Wait::Answered;
            }
        }
        if (events[1].revents != 0) {
            isCancelled = true;
            deadline = Clock::now() + grace;
            if (!sendFrame(m_socket.get(), pack(Request{})))
                return Wait::Ended;
        }
    }
}

base::Error WorkerProcess::bury()
{
    m_socket.close();
    kill(m_process, SIGKILL);
    int status = 0;
    rusage used{};
    while (wait4(m_process, &status, 0, &used) < 0 && errno == EINTR) { }
    m_process = -1;
    const qint64 most = qint64{used.ru_maxrss} * 1024;
    const QString detail = WIFSIGNALED(status)
        ? QStringLiteral("signal %1, %2 MB").arg(WTERMSIG(status)).arg(most >> 20)
        : QStringLiteral("exit code %1, %2 MB").arg(WEXITSTATUS(status)).arg(most >> 20);
    qCInfo(base::logPipeline) << "page worker ended:" << detail;
    // Libraries end the program in their own ways when memory is refused to them: three quarters of the limit tell enough.
    const bool wasMemory
        = (WIFEXITED(status) && WEXITSTATUS(status) == workerOutOfMemory) || most > m_settings.memoryLimit / 4 * 3;
    if (wasMemory)
        return {base::ErrorCode::WorkerDied,
            Words::tr("it takes more than %1 MB of memory to open").arg(m_settings.memoryLimit >> 20),
            Words::tr("save it anew in its program, with smaller pictures"), detail};
    return {base::ErrorCode::WorkerDied, Words::tr("it is broken in a way that ended the page worker"),
        Words::tr("open the file in another program and print it to a new PDF"), detail};
}

base::Error WorkerProcess::outOfTime() const
{
    const double seconds = static_cast<double>(m_settings.pageLimit.count()) / 1000;
    return {base::ErrorCode::TimedOut, Words::tr("it was not done after %L1 seconds and was given up").arg(seconds),
        Words::tr("open the file in another program and print it to a new PDF"), {}};
}

base::Error WorkerProcess::refuseAnswer()
{
    base::Error error = bury();
    error.what = Words::tr("it is broken in a way that ended the page worker");
    return error;
}

} // namespace pipeline
