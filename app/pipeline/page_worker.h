// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace pipeline {

/// The descriptor on which a page worker finds the socket to its parent.
inline constexpr int workerSocket = 3;

/// Exit code of a worker that ended itself because it held more memory than allowed.
inline constexpr int workerOutOfMemory = 86;

/// The whole life of a page worker: main calls it when argv[1] is "--page-worker", before anything else and without a
/// Q*Application. Answers requests on descriptor 3 (see page_source.h) until the parent goes.
/// @param argc, argv  of main; argv[2] may give the memory limit in bytes, argv[3] the language of the messages as QLocale names it.
/// @return the exit code.
int runPageWorker(int argc, char **argv);

} // namespace pipeline
