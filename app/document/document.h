// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/native_path.h"
#include "app/document/page.h"

namespace document {

enum class SourceKind { Pdf, Picture };

/// A file that pages come from. Never written to.
struct Source {
    base::NativePath path; ///< empty for standard input
    QString name; ///< for people and JSON: the file name without its folder, or "stdin"
    QByteArray sha256; ///< of its bytes, lower-case hex
    SourceKind kind = SourceKind::Pdf;
    QByteArray format; ///< told by content: pdf, png, jpeg, tiff, bmp, gif, webp, jp2, heic

    bool operator==(const Source &) const = default;
};

/// A source with the sizes of its pages; nothing drawn, nothing read.
struct Document {
    Source source;
    QList<PageGeometry> pages;
    QString title; ///< from the file's metadata, empty for none

    bool operator==(const Document &) const = default;
};

} // namespace document
