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

/// Interleaved 8-bit RGB with more channels behind: libtiff's own reader would multiply them by the alpha.
bool hasPlainAlpha(TIFF *tiff)
{
    std::uint16_t bits = 1, samples = 1, photometric = 0, planes = PLANARCONFIG_CONTIG;
    TIFFGetFieldDefaulted(tiff, TIFFTAG_BITSPERSAMPLE, &bits);
    TIFFGetFieldDefaulted(tiff, TIFFTAG_SAMPLESPERPIXEL, &samples);
    TIFFGetField(tiff, TIFFTAG_PHOTOMETRIC, &photometric);
    TIFFGetFieldDefaulted(tiff, TIFFTAG_PLANARCONFIG, &planes);
    return bits == 8 && samples == 4 && photometric == PHOTOMETRIC_RGB && planes == PLANARCONFIG_CONTIG
        && !TIFFIsTiled(tiff);
}

bool readDroppingAlpha(TIFF *tiff, base::Rgb8Image &picture)
{
    std::vector<std::uint8_t> row(static_cast<std::size_t>(TIFFScanlineSize(tiff)));
    if (row.size() < static_cast<std::size_t>(picture.width) * 4)
        return false;
    for (int y = 0; y < picture.height; ++y) {
        if (TIFFReadScanline(tiff, row.data(), static_cast<std::uint32_t>(y), 0) != 1)
            return false;
        for (std::size_t x = 0; x < static_cast<std::size_t>(picture.width); ++x)
            std::memcpy(picture.row(y) + 3 * x, row.data() + 4 * x, 3);
    }
    return true;
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
    if (!(hasPlainAlpha(tiff.get()) ? readDroppingAlpha(tiff.get(), picture) : readAnyKind(tiff.get(), picture)))
        throw base::BadPicture("the TIFF cannot be read: " + fault);
    return turnUpright(std::move(picture), orientation);
}

} // namespace image
