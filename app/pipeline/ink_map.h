// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/normalized_rect.h"

#include <QImage>

#include <array>

namespace pipeline {

/// Where a picture has ink. Told by steps of colour between neighbours, so paper and letters may have any; grain and photographs count as
/// ink.
class InkMap {
public:
    explicit InkMap(const QImage &picture);

    /// Strokes that begin, going down the picture: several a letter, whatever its size and script.
    [[nodiscard]] qint64 strokes() const { return m_strokes; }
    /// No ink but for a few specks.
    [[nodiscard]] bool isBlank() const { return m_strokes < 8; }
    /// Whether there is ink in @p box, or within a hair (1/256) of it.
    [[nodiscard]] bool hasInk(const base::NormalizedRect &box) const;

private:
    static constexpr int side = 256; ///< cells across and down

    qint64 m_strokes = 0;
    std::array<std::array<qint32, side + 1>, side + 1>
        m_steps{}; ///< pixels with a step above and left of a cell's corner
};

} // namespace pipeline
