// SPDX-License-Identifier: GPL-3.0-or-later
// Written out here: OpenCV reads no GIF, and giflib's one consumer would be this. The format is the GIF89a specification of 1990.
#include "engine/base/exceptions.h"
#include "engine/image/decoders.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <vector>

namespace image {

namespace {

using Colour = std::array<std::uint8_t, 3>;
using Palette = std::array<Colour, 256>;

/// Reads forward; past the end it complains.
class Reader {
public:
    explicit Reader(FileBytes file)
        : m_file(file)
    {
    }

    std::uint8_t byte() { return take(1)[0]; }

    int word()
    {
        const FileBytes two = take(2);
        return two[0] | two[1] << 8;
    }

    FileBytes take(std::size_t count)
    {
        if (count > m_file.size() - m_at)
            throw base::BadPicture("the GIF cannot be read: it is cut off");
        m_at += count;
        return m_file.subspan(m_at - count, count);
    }

    /// The bytes of blocks one after the other up to the empty one; what is there where the file is cut off.
    std::vector<std::uint8_t> blocks()
    {
        std::vector<std::uint8_t> bytes;
        while (m_at < m_file.size() && m_file[m_at] != 0) {
            const std::size_t length = std::min<std::size_t>(byte(), m_file.size() - m_at);
            const FileBytes block = take(length);
            bytes.insert(bytes.end(), block.begin(), block.end());
        }
        m_at = std::min(m_at + 1, m_file.size());
        return bytes;
    }

private:
    FileBytes m_file;
    std::size_t m_at = 0;
};

/// All greys: what Pillow has where a file gives no colours, or too few.
Palette greyRamp()
{
    Palette palette;
    for (std::size_t i = 0; i < palette.size(); ++i)
        palette[i].fill(static_cast<std::uint8_t>(i));
    return palette;
}

/// The palette that follows if @p flags say so, else @p otherwise.
Palette readPalette(Reader &reader, int flags, const Palette &otherwise)
{
    constexpr int hasPalette = 0x80;
    if ((flags & hasPalette) == 0)
        return otherwise;
    Palette palette = greyRamp();
    const std::size_t colours = std::size_t{2} << (flags & 7);
    for (std::size_t i = 0; i < colours; ++i) {
        const FileBytes rgb = reader.take(3);
        palette[i] = {rgb[0], rgb[1], rgb[2]};
    }
    return palette;
}

/// LZW as GIF has it: codes of a growing number of bits, the lowest bit first.
class Unpacker {
public:
    Unpacker(const std::vector<std::uint8_t> &packed, int rootBits)
        : m_packed(packed)
        , m_clear(1 << rootBits)
    {
        for (int i = 0; i < m_clear; ++i)
            m_last[static_cast<std::size_t>(i)] = static_cast<std::uint8_t>(i);
        startAnew();
    }

    /// Fills @p target; @return how many there were.
    std::size_t unpack(std::vector<std::uint8_t> &target)
    {
        std::size_t filled = 0;
        while (filled < target.size()) {
            const int code = next();
            if (code == m_clear) {
                startAnew();
                continue;
            }
            if (code < 0 || code == m_clear + 1 || code > m_next || (code == m_next && m_before < 0))
                break;
            filled += put(code, target, filled);
        }
        return filled;
    }

private:
    static constexpr int mostCodes = 4096;

    void startAnew()
    {
        m_next = m_clear + 2;
        m_before = -1;
        m_bits = 1;
        while (1 << m_bits < m_next)
            ++m_bits;
    }

    /// -1 at the end.
    int next()
    {
        while (m_held < m_bits) {
            if (m_at == m_packed.size())
                return -1;
            m_window |= static_cast<std::uint32_t>(m_packed[m_at++]) << m_held;
            m_held += 8;
        }
        const int code = static_cast<int>(m_window & ((1U << m_bits) - 1));
        m_window >>= m_bits;
        m_held -= m_bits;
        return code;
    }

    std::size_t put(int code, std::vector<std::uint8_t> &target, std::size_t at)
    {
        std::size_t length = 0;
        std::array<std::uint8_t, mostCodes + 1> reversed;
        int walk = code;
        if (code == m_next) { // the entry that is about to be made: the one before and its own first letter
            reversed[length++] = m_first;
            walk = m_before;
        }
        for (; walk >= m_clear; walk = m_prefix[static_cast<std::size_t>(walk)])
            reversed[length++] = m_last[static_cast<std::size_t>(walk)];
        m_first = static_cast<std::uint8_t>(walk);
        reversed[length++] = m_first;
        if (m_before >= 0 && m_next < mostCodes) {
            m_prefix[static_cast<std::size_t>(m_next)] = static_cast<std::uint16_t>(m_before);
            m_last[static_cast<std::size_t>(m_next)] = m_first;
            ++m_next;
            if (m_next == 1 << m_bits && m_bits < 12)
                ++m_bits;
        }
        m_before = code;
        const std::size_t taken = std::min(length, target.size() - at);
        for (std::size_t i = 0; i < taken; ++i)
            target[at + i] = reversed[length - 1 - i];
        return taken;
    }

    const std::vector<std::uint8_t> &m_packed;
    std::size_t m_at = 0;
    std::uint32_t m_window = 0;
    int m_held = 0;
    int m_bits = 0;
    const int m_clear;
    int m_next = 0;
    int m_before = -1;
    std::uint8_t m_first = 0;
    std::array<std::uint16_t, mostCodes> m_prefix{};
    std::array<std::uint8_t, mostCodes> m_last{};
};

/// The row that comes as number @p index where rows come interlaced: every eighth, those between, and so on.
int interlacedRow(int index, int height)
{
    constexpr std::array<std::array<int, 2>, 4> passes{{{0, 8}, {4, 8}, {2, 4}, {1, 2}}};
    for (const auto &[first, step] : passes) {
        const int rows = first < height ? (height - first + step - 1) / step : 0;
        if (index < rows)
            return first + index * step;
        index -= rows;
    }
    return 0;
}

struct Frame {
    int left = 0, top = 0, width = 0, height = 0;
    int flags = 0;
};

Frame readFrame(Reader &reader)
{
    Frame frame;
    frame.left = reader.word();
    frame.top = reader.word();
    frame.width = reader.word();
    frame.height = reader.word();
    frame.flags = reader.byte();
    return frame;
}

/// Skips to the first frame. @return the transparent colour's number, if one is named.
std::optional<std::uint8_t> skipToFrame(Reader &reader)
{
    constexpr std::uint8_t extension = 0x21, frameFollows = 0x2C, control = 0xF9;
    std::optional<std::uint8_t> transparent;
    for (std::uint8_t mark = reader.byte(); mark != frameFollows; mark = reader.byte()) {
        if (mark == ';')
            throw base::BadPicture("the GIF cannot be read: it holds no picture");
        if (mark != extension)
            continue; // stray bytes between blocks, as Pillow takes them
        const bool isControl = reader.byte() == control;
        const std::vector<std::uint8_t> bytes = reader.blocks();
        if (isControl && bytes.size() >= 4 && (bytes[0] & 1) != 0)
            transparent = bytes[3];
    }
    return transparent;
}

void paint(
    const Frame &frame, const std::vector<std::uint8_t> &indices, const Palette &palette, base::Rgb8Image &picture)
{
    constexpr int interlaced = 0x40;
    const auto width = static_cast<std::size_t>(frame.width);
    for (int i = 0; i < frame.height; ++i) {
        const int y = (frame.flags & interlaced) != 0 ? interlacedRow(i, frame.height) : i;
        std::uint8_t *target = picture.row(frame.top + y) + std::ptrdiff_t{frame.left} * 3;
        const std::uint8_t *from = indices.data() + static_cast<std::size_t>(i) * width;
        for (std::size_t x = 0; x < width; ++x)
            std::copy(palette[from[x]].begin(), palette[from[x]].end(), target + 3 * x);
    }
}

} // namespace

base::Rgb8Image decodeGif(FileBytes file)
{
    Reader reader(file);
    reader.take(6); // GIF87a, GIF89a
    const int screenWidth = reader.word(), screenHeight = reader.word();
    const int screenFlags = reader.byte();
    reader.take(2); // background and aspect, which no reader heeds
    const Palette shared = readPalette(reader, screenFlags, greyRamp());
    const std::optional<std::uint8_t> transparent = skipToFrame(reader);
    const Frame frame = readFrame(reader);
    const Palette palette = readPalette(reader, frame.flags, shared);
    const int width = std::max(screenWidth, frame.left + frame.width);
    const int height = std::max(screenHeight, frame.top + frame.height);
    checkAnnouncedSize(width, height);
    const int rootBits = reader.byte();
    if (rootBits < 1 || rootBits > 8)
        throw base::BadPicture("the GIF cannot be read: its codes have " + std::to_string(rootBits) + " bits");
    const std::vector<std::uint8_t> packed = reader.blocks();
    std::vector<std::uint8_t> indices(static_cast<std::size_t>(frame.width) * static_cast<std::size_t>(frame.height));
    if (Unpacker(packed, rootBits).unpack(indices) < indices.size())
        throw base::BadPicture("the GIF cannot be read: its data are broken or cut off");
    base::Rgb8Image picture(width, height);
    const Colour around = palette[transparent.value_or(0)];
    for (std::size_t i = 0; i < picture.pixels.size(); ++i)
        picture.pixels[i] = around[i % 3];
    paint(frame, indices, palette, picture);
    return picture;
}

} // namespace image
