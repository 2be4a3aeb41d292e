// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/markdown/official_text.h"

#include <QImage>

namespace cli {

/// A page with its boxes on it as the official script draws them: an outline (thicker for titles), a tint, the label on white above. A label has
/// one colour; the script's are random. Labels are drawn in letters of our own (letters.h); others are left out. Pure; any thread.
[[nodiscard]] QImage drawnBoxes(const QImage &page, const QList<markdown::OfficialBox> &boxes);

} // namespace cli
