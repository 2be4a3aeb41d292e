// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/image/resize.h"

#include "engine/image/resize_kernels.h"

#include <algorithm>

namespace image {

namespace {

/// Rows of a picture filtered horizontally, made when they are first asked for. Rows are asked for in ascending order,
/// and only the last few are kept: they stay in the cache, and no picture of the middle size takes memory.
class NarrowedRows {
public:
    /// @p kept: how many rows back from the newest asked for must stay.
    NarrowedRows(const base::Rgb8Image &picture, int width, int kept, const ResizeKernels &kernels)
        : m_picture(picture)
        , m_kernels(kernels)
        , m_filter(kernels.makeRowFilter(makeFilterAxis(picture.width, width)))
        , m_rowBytes(static_cast<std::size_t>(width) * 3)
        , m_slots(static_cast<std::size_t>(kept + 2 * rowsTogether))
        , m_rows(m_slots * m_rowBytes)
    {
    }

    const std::uint8_t *row(int y)
    {
        while (m_made <= y) {
            const int rows = std::min(rowsTogether, m_picture.height - m_made);
            RowTargets targets{};
            for (int i = 0; i < rows; ++i)
                targets[static_cast<std::size_t>(i)] = slot(m_made + i);
            m_kernels.filterRows(m_picture, m_made, rows, targets, m_filter);
            m_made += rows;
        }
        return slot(y);
    }

    /// Rows before @p y are never asked for: none is made in vain.
    void startAt(int y) { m_made = std::max(m_made, y); }

private:
    std::uint8_t *slot(int y) { return m_rows.data() + static_cast<std::size_t>(y) % m_slots * m_rowBytes; }

    const base::Rgb8Image &m_picture;
    const ResizeKernels &m_kernels;
    RowFilter m_filter;
    std::size_t m_rowBytes;
    std::size_t m_slots;
    std::vector<std::uint8_t> m_rows;
    int m_made = 0; ///< rows before this one are made
};

base::Rgb8Image resizeHeight(const base::Rgb8Image &picture, int height, const ResizeKernels &kernels)
{
    const FilterAxis axis = makeFilterAxis(picture.height, height);
    base::Rgb8Image result(picture.width, height);
    std::vector<const std::uint8_t *> rows(static_cast<std::size_t>(axis.most));
    for (int y = 0; y < height; ++y) {
        const int first = axis.first[static_cast<std::size_t>(y)], count = axis.count[static_cast<std::size_t>(y)];
        for (int i = 0; i < count; ++i)
            rows[static_cast<std::size_t>(i)] = picture.row(first + i);
        kernels.filterColumns(rows.data(), axis.weightsOf(y), count, result.rowBytes(), result.row(y));
    }
    return result;
}

base::Rgb8Image resizeWidth(const base::Rgb8Image &picture, int width, const ResizeKernels &kernels)
{
    const RowFilter filter = kernels.makeRowFilter(makeFilterAxis(picture.width, width));
    base::Rgb8Image result(width, picture.height);
    for (int y = 0; y < picture.height; y += rowsTogether) {
        const int rows = std::min(rowsTogether, picture.height - y);
        RowTargets targets{};
        for (int i = 0; i < rows; ++i)
            targets[static_cast<std::size_t>(i)] = result.row(y + i);
        kernels.filterRows(picture, y, rows, targets, filter);
    }
    return result;
}

base::Rgb8Image resizeBoth(const base::Rgb8Image &picture, int width, int height, const ResizeKernels &kernels)
{
    const FilterAxis axis = makeFilterAxis(picture.height, height);
    NarrowedRows narrowed(picture, width, axis.most, kernels);
    narrowed.startAt(axis.first.front());
    base::Rgb8Image result(width, height);
    std::vector<const std::uint8_t *> rows(static_cast<std::size_t>(axis.most));
    for (int y = 0; y < height; ++y) {
        const int first = axis.first[static_cast<std::size_t>(y)], count = axis.count[static_cast<std::size_t>(y)];
        for (int i = 0; i < count; ++i)
            rows[static_cast<std::size_t>(i)] = narrowed.row(first + i);
        kernels.filterColumns(rows.data(), axis.weightsOf(y), count, result.rowBytes(), result.row(y));
    }
    return result;
}

} // namespace

base::Rgb8Image resize(const base::Rgb8Image &picture, int width, int height, ResizeCode code)
{
    const ResizeKernels *best = code == ResizeCode::Best ? avx2Kernels() : nullptr;
    const ResizeKernels &kernels = best ? *best : plainKernels();
    if (picture.width == width)
        return picture.height == height ? picture : resizeHeight(picture, height, kernels);
    return picture.height == height ? resizeWidth(picture, width, kernels)
                                    : resizeBoth(picture, width, height, kernels);
}

} // namespace image
