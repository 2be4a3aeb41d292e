// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/exceptions.h"
#include "engine/image/decoders.h"
#include "engine/image/turn.h"

#include <png.h>

#include <csetjmp>
#include <cstring>
#include <string>
#include <vector>

namespace image {

namespace {

struct Source {
    FileBytes file;
    std::size_t position = 0;
    char fault[200] = {};
};

[[noreturn]] void onError(png_structp png, png_const_charp text)
{
    auto *source = static_cast<Source *>(png_get_error_ptr(png));
    std::strncpy(source->fault, text, sizeof source->fault - 1);
    png_longjmp(png, 1);
}

void ignoreWarning(png_structp, png_const_charp) { }

void readBytes(png_structp png, png_bytep target, png_size_t count)
{
    auto *source = static_cast<Source *>(png_get_io_ptr(png));
    if (count > source->file.size() - source->position)
        png_error(png, "the file is cut off");
    std::memcpy(target, source->file.data() + source->position, count);
    source->position += count;
}

/// Everything to 8-bit RGB. Grey of 16 bits is scaled; colour of 16 bits keeps its high byte, as Pillow does.
void askForRgb(png_structp png, png_infop info)
{
    const auto colour = png_get_color_type(png, info);
    const bool grey = (colour & PNG_COLOR_MASK_COLOR) == 0;
    if (png_get_bit_depth(png, info) == 16) {
        if (grey)
            png_set_scale_16(png);
        else
            png_set_strip_16(png);
    }
    if (colour == PNG_COLOR_TYPE_PALETTE)
        png_set_palette_to_rgb(png);
    if (grey)
        png_set_expand_gray_1_2_4_to_8(png);
    png_set_strip_alpha(png);
    if (grey)
        png_set_gray_to_rgb(png);
    png_set_interlace_handling(png);
    png_read_update_info(png, info);
}

/// No object with a destructor between setjmp and here. @return false after an error.
bool readHeader(png_structp png, png_infop info)
{
    if (setjmp(png_jmpbuf(png)))
        return false;
    png_read_info(png, info);
    return true;
}

bool readRows(png_structp png, png_infop info, png_bytep *rows, std::size_t rowBytes)
{
    if (setjmp(png_jmpbuf(png)))
        return false;
    askForRgb(png, info);
    if (png_get_rowbytes(png, info) != rowBytes)
        png_error(png, "the rows have an unexpected length");
    png_read_image(png, rows);
    png_read_end(png, info);
    return true;
}

} // namespace

base::Rgb8Image decodePng(FileBytes file)
{
    Source source{file};
    png_structp png = png_create_read_struct(PNG_LIBPNG_VER_STRING, &source, onError, ignoreWarning);
    png_infop info = png ? png_create_info_struct(png) : nullptr;
    struct Cleaner {
        png_structp &png;
        png_infop &info;
        ~Cleaner() { png_destroy_read_struct(&png, &info, nullptr); }
    } const cleaner{png, info};
    if (!info)
        throw base::BadPicture("the PNG cannot be read: no memory");
    png_set_read_fn(png, &source, readBytes);
    png_set_user_limits(png, 10'000'000, 10'000'000);
    const auto complain = [&] { throw base::BadPicture(std::string("the PNG cannot be read: ") + source.fault); };
    if (!readHeader(png, info))
        complain();
    const auto width = png_get_image_width(png, info), height = png_get_image_height(png, info);
    checkAnnouncedSize(width, height);
    base::Rgb8Image picture(static_cast<int>(width), static_cast<int>(height));
    std::vector<png_bytep> rows;
    rows.reserve(height);
    for (int y = 0; y < picture.height; ++y)
        rows.push_back(picture.row(y));
    if (!readRows(png, info, rows.data(), picture.rowBytes()))
        complain();
    png_bytep exif = nullptr;
    png_uint_32 exifBytes = 0;
    const bool hasExif = png_get_eXIf_1(png, info, &exifBytes, &exif) != 0;
    return turnUpright(std::move(picture), hasExif ? exifOrientation({exif, exifBytes}) : 1);
}

} // namespace image
