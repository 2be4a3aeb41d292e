// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/native_path.h"
#include "app/base/result.h"

#include <QImage>

namespace main_window {

/// Keeps a picture from the clipboard as a file of its own in the user's data directory ("recto/pasted/2026-11-25 03.10.22.png").
/// @return its path; RequestRejected for no picture, ExportFailed when it cannot be written.
[[nodiscard]] base::Result<base::NativePath> keepPastedPicture(const QImage &picture);

} // namespace main_window
