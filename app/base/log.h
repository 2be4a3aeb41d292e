// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/native_path.h"

#include <QLoggingCategory>

namespace base {

Q_DECLARE_LOGGING_CATEGORY(logIntake)
Q_DECLARE_LOGGING_CATEGORY(logRender)
Q_DECLARE_LOGGING_CATEGORY(logOcr)
Q_DECLARE_LOGGING_CATEGORY(logPipeline)
Q_DECLARE_LOGGING_CATEGORY(logExport)
Q_DECLARE_LOGGING_CATEGORY(logWindow)

/// Sends Qt's and our own messages, and whatever a library prints on standard error, to $XDG_STATE_HOME/recto/recto.log
/// (turned over to recto.log.1 past 4 MB). Call once, first thing in main. Returns a descriptor of the standard error as it was, for
/// what the person must see. RECTO_LOG=- leaves everything on standard error.
int sendMessagesToLog();

} // namespace base
