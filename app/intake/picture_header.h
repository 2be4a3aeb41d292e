// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/open_file.h"
#include "app/document/page.h"
#include "app/intake/file_type.h"

namespace intake {

/// The pages of a picture file, from its headers alone: sizes in pixels with EXIF orientation applied, resolution where the file states
/// it. One page, but for TIFF one for each image that is not another's thumbnail. A moving GIF or WebP is its first picture.
/// @return FileDamaged when the header is cut off or makes no sense.
[[nodiscard]] base::Result<QList<document::PageGeometry>> readPictureHeader(FileType type, const base::OpenFile &file);

} // namespace intake
