// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/document/words.h"

#include <QByteArray>

namespace layout_test {

/// A text layer as a compact JSON object, for golden pages: boxes in hundredths of a point, fonts named once.
[[nodiscard]] QByteArray recordLayer(const document::TextLayer &layer);

/// Undoes @c recordLayer; an empty layer when the bytes are no recording.
[[nodiscard]] document::TextLayer playLayer(const QByteArray &json);

} // namespace layout_test
