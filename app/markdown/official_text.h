// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QRect>
#include <QString>
#include <QStringView>

namespace markdown {

/// A picture to cut from the page.
struct OfficialCrop {
    QRect box; ///< pixels; never empty, within the picture
    QString file; ///< "0.jpg"; of a document's page "4_0.jpg"

    bool operator==(const OfficialCrop &) const = default;
};

/// A box to draw on the page.
struct OfficialBox {
    QString label;
    QRect box; ///< pixels, within the picture; may be empty

    bool operator==(const OfficialBox &) const = default;
};

/// A transcript as the official scripts make it: text with links to the crops, and all boxes.
struct OfficialText {
    QString text;
    QList<OfficialCrop> crops;
    QList<OfficialBox> boxes;
};

/// Does what the official scripts do (model specification 8.3), but for their known faults: links and files are numbered by box, each tag is
/// replaced where it stands, a link is written for each crop and for nothing else, corners are sorted and clamped, lists of boxes are read as
/// data, and \coloneqq and runs of blank lines are replaced whatever the tags are. Pure; linear time.
/// @param picture  size in pixels of what the transcript was read from; both > 0.
/// @param page     from 0, of a document: as the PDF script has it; negative: as the one for single pictures has it.
[[nodiscard]] OfficialText officialText(QStringView transcript, const QSize &picture, int page = -1);

/// A box of 0..999 in pixels: trunc(v / 999 * size), corners sorted, clamped.
[[nodiscard]] QRect officialPixels(double x1, double y1, double x2, double y2, const QSize &picture);

} // namespace markdown
