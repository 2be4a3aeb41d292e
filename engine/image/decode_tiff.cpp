// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/exceptions.h"
#include "engine/image/decoders.h"
#include "engine/image/turn.h"

#include <tiffio.h>

#include <cstdarg>
#include <cstring>
#include <memory>
#include <string>
#include <vector>

namespace image {

namespace {

/// A file in memory as libtiff wants it.
struct Source {
    FileBytes file;
    std::uint64_t position = 0;
};

tmsize_t readBytes(thandle_t handle, void *target, tmsize_t wanted)
{
    auto *source = static_cast<Source *>(handle);
    const std::uint64_t left = source->position < source->file.size() ? source->file.size() - source->position : 0;
    const std::uint64_t count = std::min(left, static_cast<std::uint64_t>(wanted));
    std::memcpy(target, source->file.data() + (count > 0 ? source->position : 0), count);
    source->position += count;
    return static_cast<tmsize_t>(count);
}

tmsize_t refuseToWrite(thandle_t, void *, tmsize_t)
{
    return 0;
}

toff_t seek(thandle_t handle, toff_t offset, int whence)
{
    auto *source = static_cast<Source *>(handle);
    const std::uint64_t from = whence == SEEK_SET ? 0 : whence == SEEK_CUR ? source->position : source->file.size();
    return source->position = from + offset;
}

int close(thandle_t)
{
    return 0;
}
toff_t size(thandle_t handle)
{
    return static_cast<Source *>(handle)->file.size();
}

int remember(TIFF *, void *text, const char *, const char *format, va_list arguments)
{
    char line[300];
    std::vsnprintf(line, sizeof line, format, arguments);
    *static_cast<std::string *>(text) = line;
    return 1;
}

int ignore(TIFF *, void *, const char *, const char *, va_list)
{
    return 1;
}

using Handle = std::unique_ptr<TIFF, decltype(&TIFFClose)>;

Handle open(Source &source, std::string &fault)
{
    const std::unique_ptr<TIFFOpenOptions, decltype(&TIFFOpenOptionsFree)> options(
        TIFFOpenOptionsAlloc(), TIFFOpenOptionsFree);
    TIFFOpenOptionsSetErrorHandlerExtR(options.get(), remember, &fault);
    TIFFOpenOptionsSetWarningHandlerExtR(options.get(), ignore, nullptr);
    TIFFOpenOptionsSetMaxSingleMemAlloc(options.get(), 2'000'000'000);
    return Handle(TIFFClientOpenExt("picture", "rm", &source, readBytes, refuseToWrite, seek, close, size, nullptr,
                      nullptr, options.get()),
        TIFFClose);
}

/// Interleaved, four times 8 bits. Read as they are: libtiff's own reader multiplies colours by the alpha, and rounds inks its way.
bool hasFourChannels(TIFF *tiff, std::uint16_t kind)
{
    std::uint16_t bits = 1, samples = 1, photometric = 0, planes = PLANARCONFIG_CONTIG;
    TIFFGetFieldDefaulted(tiff, TIFFTAG_BITSPERSAMPLE, &bits);
    TIFFGetFieldDefaulted(tiff, TIFFTAG_SAMPLESPERPIXEL, &samples);
    TIFFGetField(tiff, TIFFTAG_PHOTOMETRIC, &photometric);
    TIFFGetFieldDefaulted(tiff, TIFFTAG_PLANARCONFIG, &planes);
    return bits == 8 && samples == 4 && photometric == kind && planes == PLANARCONFIG_CONTIG && !TIFFIsTiled(tiff);
}

/// All rows of four channels, one after the other; empty after an error.
std::vector<std::uint8_t> readFourChannels(TIFF *tiff, const base::Rgb8Image &picture)
{
    const std::size_t rowBytes = static_cast<std::size_t>(picture.width) * 4;
    if (TIFFScanlineSize(tiff) != static_cast<tmsize_t>(rowBytes))
        return {};
    std::vector<std::uint8_t> rows(rowBytes * static_cast<std::size_t>(picture.height));
    for (std::size_t y = 0; y < static_cast<std::size_t>(picture.height); ++y)
        if (TIFFReadScanline(tiff, rows.data() + rowBytes * y, static_cast<std::uint32_t>(y), 0) != 1)
            return {};
    return rows;
}

bool readDroppingAlpha(TIFF *tiff, base::Rgb8Image &picture)
{
    const std::vector<std::uint8_t> rows = readFourChannels(tiff, picture);
    for (std::size_t i = 0; i < rows.size() / 4; ++i)
        std::memcpy(picture.pixels.data() + 3 * i, rows.data() + 4 * i, 3);
    return !rows.empty();
}

bool readInks(TIFF *tiff, base::Rgb8Image &picture)
{
    const std::vector<std::uint8_t> rows = readFourChannels(tiff, picture);
    if (!rows.empty())
        inksToRgb(rows.data(), picture, false);
    return !rows.empty();
}

bool readAnyKind(TIFF *tiff, base::Rgb8Image &picture)
{
    std::vector<std::uint32_t> raster(picture.pixels.size() / 3);
    const auto width = static_cast<std::uint32_t>(picture.width), height = static_cast<std::uint32_t>(picture.height);
    if (TIFFReadRGBAImageOriented(tiff, width, height, raster.data(), ORIENTATION_TOPLEFT, 1) != 1)
        return false;
    for (std::size_t i = 0; i < raster.size(); ++i) {
        picture.pixels[3 * i] = static_cast<std::uint8_t>(TIFFGetR(raster[i]));
        picture.pixels[3 * i + 1] = static_cast<std::uint8_t>(TIFFGetG(raster[i]));
        picture.pixels[3 * i + 2] = static_cast<std::uint8_t>(TIFFGetB(raster[i]));
    }
    return true;
}

} // namespace

base::Rgb8Image decodeTiff(FileBytes file)
{
    Source source{file};
    std::string fault = "it is damaged";
    const Handle tiff = open(source, fault);
    std::uint32_t width = 0, height = 0;
    if (!tiff || TIFFGetField(tiff.get(), TIFFTAG_IMAGEWIDTH, &width) != 1
        || TIFFGetField(tiff.get(), TIFFTAG_IMAGELENGTH, &height) != 1)
        throw base::BadPicture("the TIFF cannot be read: " + fault);
    checkAnnouncedSize(width, height);
    std::uint16_t orientation = ORIENTATION_TOPLEFT;
    TIFFGetFieldDefaulted(tiff.get(), TIFFTAG_ORIENTATION, &orientation);
    // libtiff undoes only mirrored orientations; all are undone below instead.
    TIFFSetField(tiff.get(), TIFFTAG_ORIENTATION, ORIENTATION_TOPLEFT);
    base::Rgb8Image picture(static_cast<int>(width), static_cast<int>(height));
    const bool read = hasFourChannels(tiff.get(), PHOTOMETRIC_RGB) ? readDroppingAlpha(tiff.get(), picture)
        : hasFourChannels(tiff.get(), PHOTOMETRIC_SEPARATED)       ? readInks(tiff.get(), picture)
                                                                   : readAnyKind(tiff.get(), picture);
    if (!read)
        throw base::BadPicture("the TIFF cannot be read: " + fault);
    return turnUpright(std::move(picture), orientation);
}

} // namespace image
