// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/server/server.h"

#include "engine/base/exceptions.h"
#include "engine/base/log.h"
#include "engine/server/listening.h"
#include "engine/server/routes.h"

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <thread>

namespace server {

namespace {

using namespace std::chrono_literals;

/// Idle or slow connections cost a sleeping thread each; this many are more than a machine's clients need.
constexpr std::size_t mostConnections = 512;
constexpr auto readLimit = 30s; ///< between two bytes of a request
constexpr auto writeLimit = 60s; ///< for a client that does not take its answer
constexpr auto keepAlive = 5s; ///< an idle connection is closed after it

/// The end signals write here, because a handler may do little else; libraries start threads before main, so the signals
/// cannot be blocked for all of them and waited for instead.
int endPipe[2] = {-1, -1};

void onEndSignal(int)
{
    const int before = errno;
    static_cast<void>(::write(endPipe[1], "x", 1));
    errno = before;
}

void catchEndSignals()
{
    if (pipe2(endPipe, O_CLOEXEC | O_NONBLOCK) != 0)
        throw base::Exception("no pipe can be made");
    struct sigaction action{};
    action.sa_handler = onEndSignal;
    action.sa_flags = SA_RESTART;
    for (const int signal : {SIGTERM, SIGINT, SIGHUP})
        sigaction(signal, &action, nullptr);
    std::signal(SIGPIPE, SIG_IGN);
}

/// Returns when the server should end: a signal, or nobody there for @p idle.
void waitForEnd(const ClientCount &clients, std::chrono::seconds idle, const std::stop_token &stop)
{
    pollfd signalled{endPipe[0], POLLIN, 0};
    while (!stop.stop_requested() && poll(&signalled, 1, 200) <= 0)
        if (idle.count() > 0 && clients.idle() >= idle)
            return;
}

void configure(httplib::Server &http, Service &service)
{
    http.new_task_queue
        = [&service] { return new ConnectionThreads(service.clients, mostConnections); }; // httplib owns it
    http.set_read_timeout(readLimit);
    http.set_write_timeout(writeLimit);
    http.set_keep_alive_timeout(keepAlive.count());
    http.set_keep_alive_max_count(100'000);
    http.set_payload_max_length(SIZE_MAX); // routes.cpp limits it and says so
    http.set_tcp_nodelay(true);
    addRoutes(http, service);
}

/// Listens, serves, ends. @throws base::Exception when it cannot listen.
void run(const ServeOptions &options, Service &service)
{
    HttpServer http;
    configure(http, service);
    const Listening listening(http, options);
    if (options.onListening)
        options.onListening(listening.address());
    std::jthread ender([&](const std::stop_token &stop) {
        waitForEnd(service.clients, options.idle, stop);
        listening.remove(); // first, so that no new client finds a socket that will not answer
        service.ending = true;
        http.stop();
    });
    http.listen_after_bind();
    service.ending = true;
    // Layout analysis that cannot be interrupted, or a client that neither speaks nor goes, holds a thread: nothing of
    // ours is left to save.
    if (!service.readers.giveUpAll(3s) || !service.clients.waitForNone(1s))
        std::_Exit(0);
}

} // namespace

ServeEnd serve(const ServeOptions &options, const FillShelf &fillShelf)
{
    try {
        catchEndSignals();
        std::optional<FileLock> lock;
        if (!options.lockFile.empty()) {
            lock = FileLock::take(options.lockFile);
            if (!lock) {
                base::log(base::LogLevel::Error, "another engine holds " + options.lockFile);
                return ServeEnd::LockTaken;
            }
        }
        Service service;
        service.key = readKey(options.keyFile);
        checkListenAddress(options, !service.key.empty());
        service.mediaFolder = options.mediaFolder;
        fillShelf(service.readers);
        run(options, service);
    } catch (const base::BadRequest &error) {
        base::log(base::LogLevel::Error, error.what());
        return ServeEnd::Usage;
    } catch (const std::exception &error) {
        base::log(base::LogLevel::Error, error.what());
        return ServeEnd::CouldNotStart;
    }
    return ServeEnd::Ended;
}

} // namespace server
