// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/native_path.h"
#include "app/document/document.h"

#include <QHash>
#include <QImage>

namespace main_window {

/// Writes the document as a person has it now, in the format that the name ends in, with figures beside it.
/// Runs on any thread.
/// @return ExportFailed when the format is unknown or writing fails; nothing is left half written.
[[nodiscard]] base::Result<void> writeDocument(const document::Document &document, const QList<document::Page> &pages,
    const QHash<QString, QImage> &figures, const base::NativePath &target);

} // namespace main_window
