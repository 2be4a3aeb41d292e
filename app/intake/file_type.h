// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

namespace intake {

enum class FileType { Unknown, Pdf, Png, Jpeg, Tiff, Bmp, Gif, Webp, Jpeg2000, Heic };

/// How many bytes of a file's head tell its type: readers of PDF look for its mark within the first 1024.
inline constexpr qint64 typeBytes = 1024 + 8;

/// A file's type by the first bytes of its content; the name plays no part.
[[nodiscard]] FileType fileType(QByteArrayView head);

/// As in document::Source::format.
[[nodiscard]] const char *formatName(FileType type);

} // namespace intake
