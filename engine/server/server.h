// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/server/reader_shelf.h"

#include <chrono>
#include <functional>
#include <memory>
#include <string>

namespace server {

/// Where and how to serve. One of socketPath and listenAddress is given.
struct ServeOptions {
    std::string socketPath;
    std::string listenAddress; ///< HOST:PORT, [IPv6]:PORT; port 0: any
    std::string keyFile; ///< its trimmed content is the bearer token
    std::string lockFile;
    std::string mediaFolder;
    std::chrono::seconds idle{}; ///< ended that long after the last client; 0: never
    /// Called once it listens, with "unix:PATH" or "HOST:PORT".
    std::function<void(const std::string &)> onListening;
};

/// Exit codes of `recto-engine serve`.
enum class ServeEnd { Ended = 0, CouldNotStart = 1, Usage = 2, LockTaken = 75 };

/// Fills the shelf; called after the lock is taken, before the first connection.
using FillShelf = std::function<void(ReaderShelf &)>;

/// Serves until it has been idle long enough or SIGTERM or SIGINT comes. Call once, on the main thread: it sets
/// signal handling, and umask for a moment, for the process. One sentence on standard error
/// says why it could not start. When it returns, the process should end (clients that hang are left behind).
ServeEnd serve(const ServeOptions &options, const FillShelf &fillShelf);

} // namespace server
