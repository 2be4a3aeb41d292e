// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/native_path.h"

#include <QString>

#include <chrono>
#include <stop_token>

namespace dialogs {

/// What came of asking a server, in one sentence for a person; with a way out when it cannot read.
struct ServerAnswer {
    bool isGood = false;
    QString sentence;
};

/// Whether @p address has the form of one; asks nobody.
[[nodiscard]] ServerAnswer lookAtAddress(const QString &address);

/// Reads the key and asks the server which model it would read pages with; no picture is sent. Blocks; any thread; ends within 100 ms of
/// a stop request, which counts as no answer in time.
/// @param keyFile  empty for none.
/// @param limit    for each byte of the answer.
[[nodiscard]] ServerAnswer askServer(
    const QString &address, const base::NativePath &keyFile, std::chrono::milliseconds limit, std::stop_token stop);

} // namespace dialogs
