// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/native_path.h"
#include "app/document/document.h"

#include <stop_token>

namespace intake {

/// What an encrypted PDF is tried with.
struct Password {
    QString text; ///< empty: none; normalised by SASLprep (RFC 4013) before it is tried, then tried as typed
};

/// A document and what opened it.
struct Opened {
    document::Document
        document; ///< its source.sha256 is left empty: counting pages must not wait for a large file to be read
    QByteArray password; ///< the bytes that opened it, empty for none; libraries that open it again take these
};

/// Tells a file's type by its content and counts and measures its pages. Nothing is drawn.
///
/// Runs in a page worker (the file may be hostile) and touches nothing but its arguments.
/// @param path  a regular file; any bytes but NUL in its name.
/// @return      pages in file order; or FileUnreadable, FileDamaged (zero bytes, no page, broken), FormatUnknown,
///              PasswordNeeded (also for certificates), TooLarge.
[[nodiscard]] base::Result<Opened> openDocument(const base::NativePath &path, const Password &password);

/// SHA-256 of a file's bytes, lower-case hex, read in pieces. Any thread.
/// @return FileUnreadable, or Cancelled once @p stop is asked.
[[nodiscard]] base::Result<QByteArray> hashFile(const base::NativePath &path, std::stop_token stop = {});

} // namespace intake
