// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace pipeline {

/// The descriptor on which a page worker finds the socket to its parent.
inline constexpr int workerSocket = 3;

/// The whole life of a page worker: main calls it when argv[1] is "--page-worker", before anything else and without a
/// Q*Application. Answers requests on descriptor 3 (see page_source.h) until the parent goes.
/// @return the exit code.
int runPageWorker();

} // namespace pipeline
