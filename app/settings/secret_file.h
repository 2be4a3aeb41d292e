// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/native_path.h"
#include "app/base/result.h"

#include <QByteArray>

namespace settings {

/// The first line of a small file that holds a secret (a server's key, a password), without its end; 64 KB at most.
/// FileUnreadable, never waiting for a pipe. Any thread.
[[nodiscard]] base::Result<QByteArray> readSecret(const base::NativePath &path);

} // namespace settings
