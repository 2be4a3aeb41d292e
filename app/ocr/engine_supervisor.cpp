// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ocr/engine_supervisor.h"

#include "app/base/log.h"
#include "app/ocr/attempts.h"
#include "app/ocr/engine_probe.h"
#include "app/ocr/engine_process.h"

#include <QCoreApplication>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <mutex>

namespace ocr {

namespace {

using base::ErrorCode;
using Clock = std::chrono::steady_clock;
using namespace std::chrono_literals;

constexpr int deathsBeforeRest = 10;
constexpr int exitLockTaken = 75; // engine/server/README.md: another engine holds the lock
constexpr auto lookInterval
    = 10ms; // between two looks for an engine that is starting; a start takes some 50 ms at least
constexpr auto healthLimit = 10s; // a busy machine may take seconds to schedule it
constexpr auto longestPause = 5s;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(EngineSupervisor)
};

base::Error cancelled()
{
    return {ErrorCode::Cancelled, Words::tr("stopped"), {}, {}};
}

base::Error unreachable(const QString &what, const QString &remedy, const QString &detail = {})
{
    return {ErrorCode::EngineUnreachable, what, remedy, detail};
}

/// What the system says of a file, for the log.
QString systemWords(const base::NativePath &file, int error)
{
    return Words::tr("%1: %2").arg(base::displayName(file), QString::fromLocal8Bit(std::strerror(error)));
}

} // namespace

struct EngineSupervisor::State {
    explicit State(EngineHome given)
        : home(std::move(given))
    {
    }

    base::Result<EngineAddress> running(const std::stop_token &stop);
    base::Result<std::optional<EngineAddress>> find(const std::stop_token &stop);
    void noteDeath();
    base::Result<void> mayStart(const std::stop_token &stop);
    base::Result<EngineAddress> findOrStart(const std::stop_token &stop);
    base::Result<EngineAddress> start(const std::stop_token &stop);
    base::Result<EngineAddress> awaitStart(EngineProcess &process, const std::stop_token &stop);
    [[nodiscard]] std::vector<std::string> arguments() const;
    [[nodiscard]] base::Error taken(pid_t pid) const;
    [[nodiscard]] base::Error endedAtStart(ProcessEnd end, const QString &words) const;
    [[nodiscard]] QString logPlace(const QString &words = {}) const;
    [[nodiscard]] EngineAddress address() const;

    std::timed_mutex mutex; ///< guards all below; held through a start, so that one start serves all who wait
    EngineHome home;
    pid_t knownPid = 0; ///< of the engine that was found good; 0: none
    EngineAddress known; ///< its address
    std::optional<EngineProcess> child; ///< the engine, when this object started it
    int deaths = 0; ///< in a row
    Clock::time_point restUntil;
};

EngineSupervisor::EngineSupervisor(EngineHome home)
    : m_state(std::make_unique<State>(std::move(home)))
{
}

EngineSupervisor::~EngineSupervisor() = default;

base::Result<EngineAddress> EngineSupervisor::running(std::stop_token stop)
{
    std::unique_lock lock(m_state->mutex, std::defer_lock);
    while (!lock.try_lock_for(50ms)) {
        if (stop.stop_requested())
            return std::unexpected(cancelled());
    }
    auto address = m_state->running(stop);
    if (!address && stop.stop_requested())
        return std::unexpected(cancelled());
    return address;
}

void EngineSupervisor::answered()
{
    const std::scoped_lock lock(m_state->mutex);
    m_state->deaths = 0;
}

base::Result<EngineAddress> EngineSupervisor::State::running(const std::stop_token &stop)
{
    const Listener listener = listenerOn(home.socket());
    if (knownPid != 0 && listener.kind == Listener::Kind::Ours && (listener.pid == knownPid || listener.pid == 0))
        return known;
    if (knownPid != 0)
        noteDeath();
    if (auto private_ = makePrivateFolder(home.runtimeFolder); !private_)
        return std::unexpected(private_.error());
    auto found = find(stop);
    if (!found)
        return std::unexpected(found.error());
    if (*found)
        return **found;
    if (auto may = mayStart(stop); !may)
        return std::unexpected(may.error());
    auto started = findOrStart(stop);
    if (!started && started.error().code != ErrorCode::Cancelled)
        qCWarning(base::logOcr) << "engine:" << started.error().what << started.error().detail;
    return started;
}

/// The engine that listens already; nothing when none does; an error when something else has its socket.
base::Result<std::optional<EngineAddress>> EngineSupervisor::State::find(const std::stop_token &stop)
{
    const Listener listener = listenerOn(home.socket());
    if (listener.kind == Listener::Kind::Nobody)
        return std::optional<EngineAddress>();
    if (listener.kind == Listener::Kind::Foreign)
        return std::unexpected(taken(listener.pid));
    const EngineAddress found = address();
    if (!isOurEngine(found, healthLimit, stop)) {
        // It may have ended just now, in good order.
        if (stop.stop_requested() || listenerOn(home.socket()).kind == Listener::Kind::Nobody)
            return std::optional<EngineAddress>();
        return std::unexpected(taken(listener.pid));
    }
    knownPid = listener.pid;
    known = found;
    return std::optional(found);
}

/// The engine that was known has gone. One that ended by itself did not die.
void EngineSupervisor::State::noteDeath()
{
    knownPid = 0;
    const auto end = child ? child->poll() : std::nullopt;
    child.reset();
    if (end && end->exitCode == 0)
        return;
    ++deaths;
    if (deaths >= deathsBeforeRest)
        restUntil = Clock::now() + home.restAfterDeaths;
}

/// Waits a little after each death, and refuses for a while after many.
base::Result<void> EngineSupervisor::State::mayStart(const std::stop_token &stop)
{
    if (home.program.empty())
        return std::unexpected(unreachable(Words::tr("the reading engine is not installed"),
            Words::tr("install Recto again, or name a server that reads (--engine)"),
            Words::tr("there is no recto-engine beside recto")));
    const auto now = Clock::now();
    if (deaths >= deathsBeforeRest && now < restUntil) {
        const auto rest = std::chrono::ceil<std::chrono::seconds>(restUntil - now);
        return std::unexpected(unreachable(Words::tr("the reading engine crashed %1 times in a row").arg(deaths),
            Words::tr(
                "try again in %1 s; should it go on, check the model folder (--model) or name a server (--engine)")
                .arg(rest.count()),
            logPlace()));
    }
    if (deaths > 1 && deaths < deathsBeforeRest)
        waitFor(std::min<std::chrono::milliseconds>(home.firstPause * (1 << (deaths - 2)), longestPause), stop);
    if (stop.stop_requested())
        return std::unexpected(cancelled());
    return {};
}

/// With the start lock, which only one of all windows and commands holds.
base::Result<EngineAddress> EngineSupervisor::State::findOrStart(const std::stop_token &stop)
{
    const auto deadline = Clock::now() + home.startLimit;
    std::optional<FileLock> startLock;
    while (Clock::now() < deadline && !stop.stop_requested()) {
        auto found = find(stop);
        if (!found)
            return std::unexpected(found.error());
        if (*found)
            return **found;
        if (!startLock) {
            FileLock lock = FileLock::tryLock(home.file(".start"));
            if (lock.isHeld())
                startLock.emplace(std::move(lock));
            else if (const int error = errno; error != EWOULDBLOCK)
                return std::unexpected(
                    unreachable(Words::tr("the reading engine cannot be started: its private folder cannot be written"),
                        Words::tr("make room on the disk, or sign out and in again"),
                        systemWords(home.file(".start"), error)));
        } else if (FileLock::tryLock(home.file(".lock")).isHeld()) { // and let go again: the engine takes it itself
            return start(stop);
        }
        waitFor(lookInterval, stop); // somebody starts it, or one is about to end
    }
    if (stop.stop_requested())
        return std::unexpected(cancelled());
    return std::unexpected(unreachable(Words::tr("another reading engine runs already, but does not answer"),
        Words::tr("end the program recto-engine and try again"),
        Words::tr("it holds %1").arg(base::displayName(home.file(".lock")))));
}

base::Result<EngineAddress> EngineSupervisor::State::start(const std::stop_token &stop)
{
    if (auto token = writeNewToken(home.file(".token")); !token)
        return std::unexpected(token.error());
    auto process = EngineProcess::start(arguments(), home.log);
    if (const int error = errno; !process)
        return std::unexpected(unreachable(Words::tr("the reading engine cannot be started"),
            Words::tr("install Recto again, or name a server that reads (--engine)"),
            systemWords(home.program, error)));
    qCInfo(base::logOcr) << "engine started, process" << process->pid();
    return awaitStart(*process, stop);
}

base::Result<EngineAddress> EngineSupervisor::State::awaitStart(EngineProcess &process, const std::stop_token &stop)
{
    const auto deadline = Clock::now() + home.startLimit;
    while (Clock::now() < deadline && !stop.stop_requested()) {
        const auto end = process.poll();
        auto found = find(stop);
        if (found && *found) {
            if (knownPid == process.pid())
                child = std::move(process);
            return **found;
        }
        if (!found && !end) {
            process.kill();
            return std::unexpected(found.error());
        }
        if (end && end->exitCode != exitLockTaken) {
            child = process;
            noteDeath();
            return std::unexpected(endedAtStart(*end, process.lastWords()));
        }
        waitFor(lookInterval, stop);
    }
    if (stop.stop_requested())
        return std::unexpected(cancelled()); // it goes on starting, for whoever comes next, and ends by itself
    const QString words = process.lastWords();
    process.kill();
    child = process;
    noteDeath();
    return std::unexpected(
        unreachable(Words::tr("the reading engine did not get ready within %1 s")
                        .arg(std::chrono::duration_cast<std::chrono::seconds>(home.startLimit).count()),
            Words::tr("close other programs and try again"), logPlace(words)));
}

std::vector<std::string> EngineSupervisor::State::arguments() const
{
    std::vector<std::string> list{home.program.native(), "serve", "--socket", home.socket().native(), "--token-file",
        home.file(".token").native(), "--lock", home.file(".lock").native()};
    if (!home.modelFolder.empty())
        list.insert(list.end(), {"--model", home.modelFolder.native()});
    if (!home.recordings.empty())
        list.insert(list.end(), {"--recordings", home.recordings.native()});
    return list;
}

base::Error EngineSupervisor::State::taken(pid_t pid) const
{
    const QString place = Words::tr("the place is %1").arg(base::displayName(home.socket()));
    if (pid > 0)
        return unreachable(Words::tr("the reading engine's place is taken by another program (process %1)").arg(pid),
            Words::tr("end that program and try again"), place);
    return unreachable(Words::tr("the reading engine's place is taken by something else"),
        Words::tr("remove what lies there, and try again; its name is in the log"), place);
}

base::Error EngineSupervisor::State::endedAtStart(ProcessEnd end, const QString &words) const
{
    const QString detail = logPlace(words.isEmpty() ? Words::tr("exit code %1").arg(end.exitCode) : words);
    if (end.exitCode == 128 + SIGKILL)
        return unreachable(
            Words::tr("the system ended the reading engine at its start, most likely for want of memory"),
            Words::tr("close other programs and try again"), detail);
    if (home.modelFolder.empty())
        return unreachable(Words::tr("the reading engine ended at its start"),
            Words::tr("install Recto again, or name a server that reads (--engine)"), detail);
    return unreachable(Words::tr("the reading engine could not start with this model"),
        Words::tr("check the model folder (--model), or name a server that reads (--engine)"), detail);
}

/// Its last words, if any, and where more of them are.
QString EngineSupervisor::State::logPlace(const QString &words) const
{
    const QString place = Words::tr("its log: %1").arg(base::displayName(home.log));
    return words.isEmpty() ? place : Words::tr("%1; %2").arg(words, place);
}

EngineAddress EngineSupervisor::State::address() const
{
    EngineAddress address;
    address.socketPath = base::decodeNative(home.socket().native());
    address.token = readToken(home.file(".token"));
    return address;
}

} // namespace ocr
