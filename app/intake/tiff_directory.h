// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

#include <functional>

namespace intake {

/// Up to that many bytes from an offset, fewer at the end.
using ReadBytes = std::function<QByteArray(qint64 offset, qint64 length)>;

/// One image of a TIFF file as its directory describes it; also what an EXIF block says about its picture.
struct TiffImage {
    qint64 width = 0; ///< pixels as stored; 0 when not said
    qint64 height = 0;
    int orientation = 1; ///< 1 to 8
    double resolution = 0; ///< dots per inch, 0 when not said
    bool isThumbnail = false; ///< a smaller version or a mask of another image
};

/// Walks the directories of a TIFF or BigTIFF file; pixels are not looked at. Stops at the first broken or repeated directory.
[[nodiscard]] QList<TiffImage> readTiffDirectories(const ReadBytes &read);

} // namespace intake
