// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/open_file.h"
#include "app/intake/open_document.h"

namespace intake {

/// Pages, sizes and title of a PDF (no name, no path). Page size as seen: crop box, /Rotate and /UserUnit applied.
/// @return FileDamaged, PasswordNeeded.
[[nodiscard]] base::Result<Opened> readPdfPages(const base::OpenFile &file, const Password &password);

} // namespace intake
