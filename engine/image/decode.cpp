// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/image/decode.h"

#include "engine/base/exceptions.h"
#include "engine/image/decoders.h"

#include <cstdlib>
#include <cstring>
#include <string>
#include <string_view>

namespace image {

namespace {

std::string_view part(FileBytes file, std::size_t from, std::size_t count)
{
    const std::string_view all(reinterpret_cast<const char *>(file.data()), file.size());
    return from < all.size() ? all.substr(from, count) : std::string_view();
}

std::uint32_t bigEndian(FileBytes file, std::size_t at)
{
    std::uint32_t value = 0;
    for (std::size_t i = at; i < at + 4; ++i)
        value = value << 8 | (i < file.size() ? file[i] : 0u);
    return value;
}

std::int32_t littleEndian(FileBytes file, std::size_t at)
{
    std::uint32_t value = 0;
    for (std::size_t i = at + 4; i-- > at;)
        value = value << 8 | (i < file.size() ? file[i] : 0u);
    return static_cast<std::int32_t>(value);
}

base::Rgb8Image decodeBmp(FileBytes file)
{
    // The old header of 12 bytes has 16-bit sizes.
    const bool old = littleEndian(file, 14) == 12;
    const std::int64_t width = old ? littleEndian(file, 18) & 0xFFFF : littleEndian(file, 18);
    const std::int64_t height
        = old ? (littleEndian(file, 18) >> 16) & 0xFFFF : std::abs(static_cast<std::int64_t>(littleEndian(file, 22)));
    return decodeWithOpenCv(file, width, height);
}

base::Rgb8Image decodeJpeg2000(FileBytes file)
{
    // The size is in the image header box, or in the SIZ marker of a bare code stream: area less offset.
    const auto header = part(file, 0, 4096).find("ihdr");
    const auto size = part(file, 0, 4096).find("\xFF\x51");
    if (header != std::string_view::npos)
        return decodeWithOpenCv(file, bigEndian(file, header + 8), bigEndian(file, header + 4));
    if (size == std::string_view::npos)
        throw base::BadPicture("the JPEG 2000 file states no size");
    return decodeWithOpenCv(file, std::int64_t{bigEndian(file, size + 6)} - bigEndian(file, size + 14),
        std::int64_t{bigEndian(file, size + 10)} - bigEndian(file, size + 18));
}

base::Rgb8Image decodePortableMap(FileBytes file)
{
    // Magic, width, height; comments run from # to the end of their line.
    std::int64_t sizes[2] = {};
    std::size_t at = 2;
    for (std::int64_t &size : sizes) {
        for (bool comment = false; at < file.size() && (comment || !std::isdigit(file[at])); ++at)
            comment = comment ? file[at] != '\n' : file[at] == '#';
        for (; at < file.size() && std::isdigit(file[at]) && size < 1'000'000'000; ++at)
            size = size * 10 + (file[at] - '0');
    }
    return decodeWithOpenCv(file, sizes[0], sizes[1]);
}

bool isHeif(FileBytes file)
{
    if (part(file, 4, 4) != "ftyp")
        return false;
    for (const char *brand : {"heic", "heix", "mif1", "msf1", "avif", "heim", "hevc"})
        if (part(file, 8, 4) == brand)
            return true;
    return false;
}

} // namespace

void checkAnnouncedSize(std::int64_t width, std::int64_t height)
{
    constexpr std::int64_t largestSide = 10'000'000; // keeps the product in range
    if (width < 1 || height < 1 || width > largestSide || height > largestSide)
        throw base::BadPicture(
            "the picture says it is " + std::to_string(width) + " x " + std::to_string(height) + " pixels");
    if (width * height > largestPicture)
        throw base::BadPicture("the picture has " + std::to_string(width) + " x " + std::to_string(height)
            + " pixels; at most " + std::to_string(largestPicture / 1'000'000) + " million are read");
}

base::Rgb8Image decode(std::span<const std::uint8_t> file)
{
    const std::string_view magic = part(file, 0, 12);
    if (file.empty())
        throw base::BadPicture("the file is empty");
    if (magic.starts_with("\xFF\xD8\xFF"))
        return decodeJpeg(file);
    if (magic.starts_with("\x89PNG\r\n\x1A\n"))
        return decodePng(file);
    if (magic.starts_with(std::string_view("II*\0", 4)) || magic.starts_with(std::string_view("MM\0*", 4))
        || magic.starts_with(std::string_view("II+\0", 4)) || magic.starts_with(std::string_view("MM\0+", 4)))
        return decodeTiff(file);
    if (magic.starts_with("RIFF") && part(file, 8, 4) == "WEBP")
        return decodeWebp(file);
    if (magic.starts_with("GIF87a") || magic.starts_with("GIF89a"))
        return decodeGif(file);
    if (isHeif(file))
        return decodeHeif(file);
    if (magic.starts_with(std::string_view("\0\0\0\x0CjP  ", 8)) || magic.starts_with("\xFF\x4F\xFF\x51"))
        return decodeJpeg2000(file);
    if (magic.starts_with("BM"))
        return decodeBmp(file);
    if (magic.size() > 2 && magic[0] == 'P' && magic[1] >= '1' && magic[1] <= '6')
        return decodePortableMap(file);
    throw base::BadPicture(
        "this is not a picture of a kind that is read here (JPEG, PNG, TIFF, WebP, GIF, BMP, JPEG 2000, PNM, HEIF)");
}

} // namespace image
