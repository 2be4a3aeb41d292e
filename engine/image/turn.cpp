// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/image/turn.h"

#include <algorithm>
#include <cstring>
#include <string_view>
#include <utility>

namespace image {

namespace {

constexpr std::uint32_t orientationTag = 274;
constexpr std::size_t entryBytes = 12;

/// Reads numbers of either byte order; past the end they are 0.
class Numbers {
public:
    Numbers(std::span<const std::uint8_t> bytes, bool littleEndian)
        : m_bytes(bytes)
        , m_littleEndian(littleEndian)
    {
    }

    std::uint32_t at(std::size_t position, std::size_t count) const
    {
        std::uint32_t value = 0;
        for (std::size_t i = 0; i < count; ++i) {
            const std::size_t index = position + (m_littleEndian ? count - 1 - i : i);
            value = value << 8 | (index < m_bytes.size() ? m_bytes[index] : 0u);
        }
        return value;
    }

private:
    std::span<const std::uint8_t> m_bytes;
    bool m_littleEndian;
};

} // namespace

base::Rgb8Image turnUpright(base::Rgb8Image picture, int orientation)
{
    if (orientation < 2 || orientation > 8)
        return picture;
    const bool swapped = orientation >= 5;
    // How the source is walked for a row of the result: mirrored horizontally, vertically.
    const bool fromRight = orientation == 2 || orientation == 3 || orientation == 7 || orientation == 8;
    const bool fromBottom = orientation == 3 || orientation == 4 || orientation == 6 || orientation == 7;
    base::Rgb8Image result(swapped ? picture.height : picture.width, swapped ? picture.width : picture.height);
    for (int y = 0; y < result.height; ++y) {
        std::uint8_t *target = result.row(y);
        for (int x = 0; x < result.width; ++x, target += 3) {
            const int column = swapped ? y : x, line = swapped ? x : y;
            const std::uint8_t *source = picture.row(fromBottom ? picture.height - 1 - line : line)
                + std::ptrdiff_t{fromRight ? picture.width - 1 - column : column} * 3;
            std::copy_n(source, 3, target);
        }
    }
    return result;
}

int exifOrientation(std::span<const std::uint8_t> exif)
{
    constexpr std::string_view prefix("Exif\0\0", 6);
    if (exif.size() >= prefix.size() && std::memcmp(exif.data(), prefix.data(), prefix.size()) == 0)
        exif = exif.subspan(prefix.size());
    if (exif.size() < 8 || exif[0] != exif[1] || (exif[0] != 'I' && exif[0] != 'M'))
        return 1;
    const Numbers numbers(exif, exif[0] == 'I');
    const std::size_t directory = numbers.at(4, 4);
    const std::size_t entries = numbers.at(directory, 2);
    for (std::size_t i = 0; i < entries; ++i) {
        const std::size_t entry = directory + 2 + i * entryBytes;
        if (entry + entryBytes > exif.size())
            return 1;
        if (numbers.at(entry, 2) != orientationTag)
            continue;
        const auto value = static_cast<int>(numbers.at(entry + 8, 2));
        return value >= 1 && value <= 8 ? value : 1;
    }
    return 1;
}

} // namespace image
