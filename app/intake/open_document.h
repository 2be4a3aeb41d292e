// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/native_path.h"
#include "app/document/document.h"

namespace intake {

/// What an encrypted PDF is tried with.
struct Password {
    QString text; ///< empty: none; normalised by SASLprep (RFC 4013) before it is tried, then tried as typed
};

/// Tells a file's type by its content and counts and measures its pages. Nothing is drawn.
///
/// Runs in a page worker (the file may be hostile) and touches nothing but its arguments.
/// @param path  a regular file; any bytes but NUL in its name.
/// @return      pages in file order; or FileUnreadable, FileDamaged (zero bytes, no page, broken), FormatUnknown,
///              PasswordNeeded (also for certificates), TooLarge.
[[nodiscard]] base::Result<document::Document> openDocument(const base::NativePath &path, const Password &password);

} // namespace intake
