// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/readers/tesseract/picture.h"

#include "engine/readers/request_error.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <arpa/inet.h>
#include <charconv>
#include <cstring>
#include <new>
#include <optional>

namespace readers {

namespace {

[[noreturn]] void refuse(const std::string &reason)
{
    throw RequestError(400, "picture_undecodable", "messages", reason);
}

void checkSize(int width, int height)
{
    if (width < 1 || height < 1)
        refuse("The picture has no pixels.");
    if (width > longestSide || height > longestSide
        || static_cast<std::size_t>(width) * static_cast<std::size_t>(height) > mostPixels)
        throw RequestError(400, "picture_too_large", "messages",
            "The picture is too large: " + std::to_string(width) + " x " + std::to_string(height) + " pixels, at most "
                + std::to_string(longestSide) + " a side and " + std::to_string(mostPixels / 1'000'000)
                + " megapixels are read. Send it smaller.");
}

/// Tesseract works on 1, 8 and 32 bits; everything else is brought there.
PixPtr normalised(PixPtr pix)
{
    if (pixGetDepth(pix.get()) == 32 && pixGetSpp(pix.get()) == 4)
        pix.reset(pixRemoveAlpha(pix.get()));
    if (pix && pixGetColormap(pix.get()))
        pix.reset(pixRemoveColormap(pix.get(), REMOVE_CMAP_BASED_ON_SRC));
    const int depth = pix ? pixGetDepth(pix.get()) : 0;
    if (depth == 16)
        pix.reset(pixConvert16To8(pix.get(), L_MS_BYTE));
    else if (depth == 2 || depth == 4)
        pix.reset(pixConvertTo8(pix.get(), 0));
    else if (depth != 1 && depth != 8 && depth != 32)
        pix.reset();
    if (!pix)
        refuse("The picture's pixel format cannot be read. Send it as PNG or JPEG.");
    return pix;
}

/// What our own client sends: "P4", "P5" or "P6", width, height (and 255), one blank each, then the pixels as they are. Leptonica reads those
/// byte by byte, ten times slower.
struct RawPicture {
    char kind = 0; ///< '4' a bit a pixel, 1 black; '5' grey; '6' RGB
    int width = 0;
    int height = 0;
    std::string_view pixels;

    std::size_t bytesPerLine() const
    {
        const auto across = static_cast<std::size_t>(width);
        return kind == '4' ? (across + 7) / 8 : kind == '5' ? across : 3 * across;
    }
};

/// Takes a number and the blank after it off the front of @p text; -1 when there is none.
int takeNumber(std::string_view &text)
{
    int number = -1;
    const auto [end, fault]
        = std::from_chars(text.data(), text.data() + std::min<std::size_t>(text.size(), 10), number);
    const auto length = static_cast<std::size_t>(end - text.data());
    if (fault != std::errc() || length >= text.size() || (text[length] != ' ' && text[length] != '\n'))
        return -1;
    text.remove_prefix(length + 1);
    return number;
}

std::optional<RawPicture> rawPictureIn(std::string_view bytes)
{
    if (bytes.size() < 3 || bytes[0] != 'P' || bytes[1] < '4' || bytes[1] > '6' || bytes[2] != '\n')
        return {};
    RawPicture raw;
    raw.kind = bytes[1];
    bytes.remove_prefix(3);
    raw.width = takeNumber(bytes);
    raw.height = takeNumber(bytes);
    if (raw.width < 1 || raw.height < 1 || (raw.kind != '4' && takeNumber(bytes) != 255))
        return {};
    raw.pixels = bytes;
    return raw;
}

void copyLine(const unsigned char *from, const RawPicture &raw, l_uint32 *to)
{
    if (raw.kind != '6') {
        std::memcpy(to, from, raw.bytesPerLine());
        const std::size_t words = (raw.bytesPerLine() + 3) / 4;
        for (std::size_t i = 0; i < words; ++i) // the first pixel is the highest bits
            to[i] = ntohl(to[i]);
        return;
    }
    for (int x = 0; x < raw.width; ++x, from += 3)
        to[x] = static_cast<l_uint32>(from[0]) << 24 | static_cast<l_uint32>(from[1]) << 16
            | static_cast<l_uint32>(from[2]) << 8;
}

PixPtr decodeRaw(const RawPicture &raw)
{
    checkSize(raw.width, raw.height);
    const std::size_t line = raw.bytesPerLine();
    if (raw.pixels.size() < line * static_cast<std::size_t>(raw.height))
        refuse("The picture is broken or cut off: its header is good, its content cannot be decoded.");
    PixPtr pix(pixCreateNoInit(raw.width, raw.height, raw.kind == '4' ? 1 : raw.kind == '5' ? 8 : 32));
    if (!pix)
        throw std::bad_alloc();
    const auto *from = reinterpret_cast<const unsigned char *>(raw.pixels.data());
    l_uint32 *to = pixGetData(pix.get());
    for (int y = 0; y < raw.height; ++y, from += line, to += pixGetWpl(pix.get()))
        copyLine(from, raw, to);
    pixSetPadBits(pix.get(), 0);
    return pix;
}

} // namespace

void PixDeleter::operator()(Pix *pix) const
{
    pixDestroy(&pix);
}

void checkPicture(const std::string &encoded)
{
    if (const std::optional<RawPicture> raw = rawPictureIn(encoded))
        return checkSize(raw->width, raw->height);
    if (encoded.size() < 12)
        refuse("The picture is empty or cut off.");
    const auto *bytes = reinterpret_cast<const l_uint8 *>(encoded.data());
    int format = 0;
    int width = 0;
    int height = 0;
    if (pixReadHeaderMem(bytes, encoded.size(), &format, &width, &height, nullptr, nullptr, nullptr) != 0
        || format == IFF_UNKNOWN)
        refuse("The picture is no PNG, JPEG, TIFF, BMP, WebP, GIF, JPEG 2000 or PNM, or its header is broken.");
    checkSize(width, height);
}

PixPtr decodePicture(const std::string &encoded)
{
    if (const std::optional<RawPicture> raw = rawPictureIn(encoded))
        return decodeRaw(*raw);
    checkPicture(encoded);
    PixPtr pix(pixReadMem(reinterpret_cast<const l_uint8 *>(encoded.data()), encoded.size()));
    if (!pix)
        refuse("The picture is broken or cut off: its header is good, its content cannot be decoded.");
    checkSize(pixGetWidth(pix.get()), pixGetHeight(pix.get()));
    return normalised(std::move(pix));
}

} // namespace readers
