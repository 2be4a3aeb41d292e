// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace intake {

/// What a password may look like as bytes in a PDF, likeliest first, each once: normalised by SASLprep (RFC 4013) in UTF-8 (AES-256), as
/// typed in UTF-8, then both in Latin-1 and PDFDocEncoding (older encryption). Empty for an empty text.
[[nodiscard]] QList<QByteArray> passwordCandidates(const QString &typed);

} // namespace intake
