// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"

#include <stop_token>

namespace exporters {

/// pandoc's path; ExportFailed when it is not installed.
[[nodiscard]] base::Result<QString> findPandoc();

/// Makes document.docx from document.html in @p folder, which holds nothing but our files. Blocking: at most a minute and half a second a
/// page; then, or when @p stop is asked, pandoc is killed. ExportFailed, TimedOut, Cancelled.
[[nodiscard]] base::Result<void> runPandoc(const QString &folder, int pages, std::stop_token stop);

} // namespace exporters
