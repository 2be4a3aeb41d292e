// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pipeline/ink_map.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <vector>

namespace pipeline {

namespace {

constexpr int leastStep = 24; // levels of a colour; a faint pencil line has 30, the noise of JPEG around 10

bool isStep(const uchar *pixel, const uchar *neighbour)
{
    return std::abs(pixel[0] - neighbour[0]) >= leastStep || std::abs(pixel[1] - neighbour[1]) >= leastStep
        || std::abs(pixel[2] - neighbour[2]) >= leastStep;
}

} // namespace

InkMap::InkMap(const QImage &picture)
{
    const QImage pixels = picture.convertToFormat(QImage::Format_RGB888);
    const int width = pixels.width();
    std::vector<char> above(
        static_cast<size_t>(width) + 2); // steps across of the row above, one column of none on either side
    std::vector<char> steps(above.size());
    for (int y = 0; y < pixels.height(); ++y) {
        const uchar *line = pixels.constScanLine(y);
        const uchar *lineAbove = pixels.constScanLine(std::max(0, y - 1));
        auto &cells = m_steps[static_cast<size_t>(qint64(y) * side / pixels.height()) + 1];
        for (int x = 0; x + 1 < width; ++x) {
            const auto at = static_cast<size_t>(x) + 1;
            const bool across = isStep(line + 3 * x, line + 3 * (x + 1));
            const bool down = isStep(line + 3 * x, lineAbove + 3 * x);
            steps[at] = across;
            if (across && !above[at - 1] && !above[at] && !above[at + 1])
                ++m_strokes;
            if (across || down)
                ++cells[static_cast<size_t>(qint64(x) * side / width) + 1];
        }
        std::swap(above, steps);
    }
    for (size_t row = 1; row <= side; ++row) {
        for (size_t column = 1; column <= side; ++column)
            m_steps[row][column] += m_steps[row - 1][column] + m_steps[row][column - 1] - m_steps[row - 1][column - 1];
    }
}

bool InkMap::hasInk(const base::NormalizedRect &box) const
{
    constexpr int fewSpecks = 4;
    const auto first
        = [](double at) { return static_cast<size_t>(std::clamp(std::floor(at * side) - 1, 0.0, side - 1.0)); };
    const auto end
        = [](double at) { return static_cast<size_t>(std::clamp(std::ceil(at * side) + 1, 1.0, side * 1.0)); };
    const size_t left = first(box.x0);
    const size_t top = first(box.y0);
    const size_t right = end(box.x1);
    const size_t bottom = end(box.y1);
    return m_steps[bottom][right] - m_steps[top][right] - m_steps[bottom][left] + m_steps[top][left] >= fewSpecks;
}

} // namespace pipeline
