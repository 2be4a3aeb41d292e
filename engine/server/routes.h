// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/server/connection_threads.h"
#include "engine/server/metrics.h"
#include "engine/server/reader_shelf.h"

#include <httplib.h>

#include <atomic>
#include <chrono>
#include <string>

namespace server {

/// What the routes work with; outlives the httplib server they are added to.
struct Service {
    ReaderShelf readers;
    Metrics metrics;
    ClientCount clients;
    std::string key; ///< bearer token; empty: none asked
    std::string mediaFolder; ///< --allowed-local-media-path; empty: none
    std::chrono::milliseconds commentEvery{10'000}; ///< sign of life while a reader is silent
    std::atomic<bool> ending = false; ///< answers are cut short
};

/// Adds all routes of the contract, key check and error bodies to @p http.
void addRoutes(httplib::Server &http, Service &service);

/// Compares without telling by its time where the texts differ.
bool isSameSecret(const std::string &a, const std::string &b);

} // namespace server
