// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/native_path.h"
#include "app/base/result.h"
#include "app/ocr/engine_address.h"

#include <chrono>
#include <stop_token>
#include <sys/types.h>

namespace ocr {

/// Who listens on a socket, as the kernel knows it.
struct Listener {
    enum class Kind {
        Nobody, ///< no socket, or one left behind
        Ours, ///< a process of this user
        Foreign, ///< another user's process, or something there that is no socket
    };
    Kind kind = Kind::Nobody;
    pid_t pid = 0;
};

/// Connects and hangs up. Takes well under a millisecond.
[[nodiscard]] Listener listenerOn(const base::NativePath &socket);

/// Whether what listens there is a recto-engine that takes our token: /health, then /v1/models.
[[nodiscard]] bool isOurEngine(const EngineAddress &address, std::chrono::milliseconds limit, std::stop_token stop);

/// Makes the private folder, 0700; @return EngineUnreachable when it cannot be made or belongs to someone else.
[[nodiscard]] base::Result<void> makePrivateFolder(const base::NativePath &folder);

/// Writes a new random token, 0600, for an engine that is about to be started. @return it, or EngineUnreachable.
[[nodiscard]] base::Result<QByteArray> writeNewToken(const base::NativePath &file);

/// The token of a running engine; empty when there is none.
[[nodiscard]] QByteArray readToken(const base::NativePath &file);

} // namespace ocr
