// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/readers/tesseract/worker_process.h"

#include "engine/base/exceptions.h"
#include "engine/base/log.h"
#include "engine/readers/tesseract/worker.h"
#include "engine/readers/tesseract/worker_messages.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <string_view>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

namespace readers {

namespace {

using Clock = std::chrono::steady_clock;
using namespace std::chrono_literals;

/// How long a worker may take to notice that its page is no longer wanted, before it is killed. It looks before each word; layout analysis looks
/// nowhere. The contract gives 5 s in all.
constexpr auto grace = 2s;

/// Nothing of the engine's but standard error and the socket; Ctrl-C reaches the engine alone, which decides.
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
        sigaddset(&signals, SIGHUP);
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

/// Our environment, with one thread a page: two that share a processor wait for each other, a page took 25 s instead of 2.
std::vector<std::string> workerEnvironment()
{
    std::vector<std::string> variables{"OMP_THREAD_LIMIT=1"};
    for (char **variable = environ; *variable; ++variable)
        if (!std::string_view(*variable).starts_with("OMP_THREAD_LIMIT="))
            variables.emplace_back(*variable);
    return variables;
}

std::vector<char *> pointers(std::vector<std::string> &texts)
{
    std::vector<char *> list;
    for (std::string &text : texts)
        list.push_back(text.data());
    list.push_back(nullptr);
    return list;
}

} // namespace

WorkerProcess::WorkerProcess(const WorkerProgram &program)
{
    std::array<int, 2> ends{};
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0)
        throw base::Exception(std::string("A Tesseract worker cannot be started: ") + std::strerror(errno) + ".");
    m_socket = Descriptor(ends[0]);
    const Descriptor theirs(ends[1]);
    std::vector<std::string> arguments{program.path, program.dataFolder};
    std::vector<std::string> environment = workerEnvironment();
    const SpawnOptions options(theirs.get());
    const int error = posix_spawn(&m_pid, program.path.c_str(), &options.actions, &options.attributes,
        pointers(arguments).data(), pointers(environment).data());
    if (error != 0) {
        m_pid = -1;
        throw base::Exception(program.path + " cannot be started: " + std::strerror(error) + ".");
    }
}

WorkerProcess::~WorkerProcess()
{
    if (isAlive())
        end();
}

std::optional<nlohmann::json> WorkerProcess::ask(
    const nlohmann::json &request, const Descriptor &picture, Output *output, const std::stop_token &stop)
{
    if (!sendMessage(m_socket.get(), request, picture.get()))
        bury();
    try {
        return follow(output, stop);
    } catch (...) { // whatever it is at, nobody will hear it to the end
        if (isAlive())
            end();
        throw;
    }
}

/// Passes text on until the last message. An error that the worker tells leaves it ready for the next page.
std::optional<nlohmann::json> WorkerProcess::follow(Output *output, const std::stop_token &stop)
{
    const Descriptor wake(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK));
    const std::stop_callback wakeUp(stop, [&wake] { eventfd_write(wake.get(), 1); });
    std::optional<Clock::time_point> killAt;
    while (true) {
        std::array<pollfd, 2> events{pollfd{m_socket.get(), POLLIN, 0}, pollfd{killAt ? -1 : wake.get(), POLLIN, 0}};
        const auto left = killAt ? std::chrono::ceil<std::chrono::milliseconds>(*killAt - Clock::now()) : 0ms;
        if (!m_reader.hasWhole())
            poll(events.data(), events.size(), killAt ? static_cast<int>(std::max(left, 0ms).count()) : -1);
        if (events[1].revents != 0) {
            killAt = Clock::now() + grace;
            sendMessage(m_socket.get(), {{"do", "stop"}});
        }
        if (killAt && Clock::now() >= *killAt) {
            end();
            return {};
        }
        if (!m_reader.hasWhole() && events[0].revents == 0)
            continue;
        const MessageReader::State state = m_reader.read(m_socket.get());
        if (state == MessageReader::State::Ended)
            bury();
        if (state != MessageReader::State::Complete)
            continue;
        const nlohmann::json answer = m_reader.take().json;
        if (!answer.is_object())
            bury();
        if (answer.contains("text") && output && !killAt)
            output->text(answer["text"].get<std::string>());
        else if (!answer.contains("text"))
            return killAt ? std::nullopt : std::optional(answer);
    }
}

int WorkerProcess::end()
{
    m_socket.close();
    kill(m_pid, SIGKILL);
    int status = 0;
    while (waitpid(m_pid, &status, 0) < 0 && errno == EINTR) { }
    m_pid = -1;
    return status;
}

/// It ended by itself, or makes no sense.
void WorkerProcess::bury()
{
    // Its end closed the socket a moment before it can be waited for: only one that lives on is killed.
    int status = 0;
    const auto until = Clock::now() + 200ms;
    while (waitpid(m_pid, &status, WNOHANG) == 0) {
        if (Clock::now() >= until) {
            status = end();
            break;
        }
        poll(nullptr, 0, 1);
    }
    m_pid = -1;
    m_socket.close();
    if (WIFEXITED(status) && WEXITSTATUS(status) == workerOutOfMemory)
        throw WorkerDied("out_of_memory",
            "The page takes more than " + std::to_string(mostWorkerMemory >> 20) + " MB to read. Send it smaller.",
            false);
    const std::string how = WIFSIGNALED(status) ? "signal " + std::to_string(WTERMSIG(status))
                                                : "exit code " + std::to_string(WEXITSTATUS(status));
    base::log(base::LogLevel::Warning, "a Tesseract worker ended in the middle of a page: " + how);
    throw WorkerDied("internal_error", "Tesseract ended in the middle of this page (" + how + ").",
        WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL);
}

WorkerPool::WorkerPool(WorkerProgram program, std::size_t mostIdle)
    : m_program(std::move(program))
    , m_mostIdle(mostIdle)
{
}

namespace {

/// Knows whether anything went out.
class Counting final : public Output {
public:
    explicit Counting(Output *output)
        : m_output(output)
    {
    }
    void text(std::string_view text, const nlohmann::json &logprobs) override
    {
        isEmpty = false;
        if (m_output)
            m_output->text(text, logprobs);
    }
    void raw(std::string_view) override { }

    bool isEmpty = true;

private:
    Output *m_output;
};

} // namespace

std::optional<nlohmann::json> WorkerPool::ask(
    const nlohmann::json &request, const std::string &picture, Output *output, const std::stop_token &stop)
{
    const Descriptor file = inMemory(picture);
    Counting counting(output);
    for (int attempt = 1;; ++attempt) {
        std::unique_ptr<WorkerProcess> worker = take();
        try {
            std::optional<nlohmann::json> answer = worker->ask(request, file, &counting, stop);
            giveBack(std::move(worker));
            if (answer && answer->contains("error"))
                throw unpackError(answer->at("error"));
            return answer;
        } catch (const WorkerDied &death) {
            if (attempt == 2 || !death.isWorthAnother() || !counting.isEmpty || stop.stop_requested())
                throw;
        }
    }
}

std::unique_ptr<WorkerProcess> WorkerPool::take()
{
    {
        const std::lock_guard lock(m_mutex);
        if (!m_idle.empty()) {
            std::unique_ptr<WorkerProcess> worker = std::move(m_idle.back()); // the warmest
            m_idle.pop_back();
            return worker;
        }
    }
    return std::make_unique<WorkerProcess>(m_program);
}

void WorkerPool::giveBack(std::unique_ptr<WorkerProcess> worker)
{
    const std::lock_guard lock(m_mutex);
    if (worker->isAlive() && m_idle.size() < m_mostIdle)
        m_idle.push_back(std::move(worker));
}

} // namespace readers
