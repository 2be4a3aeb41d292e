// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/exceptions.h"
#include "engine/image/decoders.h"
#include "engine/image/turn.h"

#include <cstdio>

#include <jpeglib.h>

#include <csetjmp>
#include <cstring>
#include <string>
#include <vector>

namespace image {

namespace {

/// libjpeg reports errors by a jump: what() is set before it.
struct ErrorManager {
    jpeg_error_mgr base;
    std::jmp_buf jump;
    char text[JMSG_LENGTH_MAX];
};

[[noreturn]] void onError(j_common_ptr common)
{
    auto *manager = reinterpret_cast<ErrorManager *>(common->err);
    common->err->format_message(common, manager->text);
    std::longjmp(manager->jump, 1);
}

void ignoreMessage(j_common_ptr) { }

/// Called when the data are used up: the file is cut off, which Pillow refuses too.
boolean refuseMore(j_decompress_ptr decompressor)
{
    auto *manager = reinterpret_cast<ErrorManager *>(decompressor->err);
    std::strcpy(manager->text, "the file is cut off");
    std::longjmp(manager->jump, 1);
}

/// What goes between the jumps: nothing here has a destructor.
struct Decoding {
    jpeg_decompress_struct decompressor;
    ErrorManager errors;
};

/// Sizes, colours and orientation. @return false after an error.
bool readHeader(Decoding &decoding, FileBytes file)
{
    jpeg_decompress_struct &d = decoding.decompressor;
    if (setjmp(decoding.errors.jump))
        return false;
    jpeg_create_decompress(&d);
    jpeg_mem_src(&d, file.data(), static_cast<unsigned long>(file.size()));
    d.src->fill_input_buffer = refuseMore;
    jpeg_save_markers(&d, JPEG_APP0 + 1, 0xFFFF);
    jpeg_read_header(&d, TRUE);
    const bool fourInks = d.jpeg_color_space == JCS_CMYK || d.jpeg_color_space == JCS_YCCK;
    d.out_color_space = fourInks ? JCS_CMYK : d.jpeg_color_space == JCS_GRAYSCALE ? JCS_GRAYSCALE : JCS_RGB;
    return true;
}

/// All rows, one after the other, into @p rows. @return false after an error.
bool readRows(Decoding &decoding, std::uint8_t *rows, std::size_t rowBytes)
{
    jpeg_decompress_struct &d = decoding.decompressor;
    if (setjmp(decoding.errors.jump))
        return false;
    jpeg_start_decompress(&d);
    while (d.output_scanline < d.output_height) {
        JSAMPROW row = rows + d.output_scanline * rowBytes;
        jpeg_read_scanlines(&d, &row, 1);
    }
    return true;
}

int orientationOf(const jpeg_decompress_struct &d)
{
    for (const jpeg_marker_struct *marker = d.marker_list; marker; marker = marker->next)
        if (marker->marker == JPEG_APP0 + 1 && marker->data_length > 6 && std::memcmp(marker->data, "Exif\0", 5) == 0)
            return exifOrientation({marker->data, marker->data_length});
    return 1;
}

} // namespace

base::Rgb8Image decodeJpeg(FileBytes file)
{
    Decoding decoding{};
    jpeg_decompress_struct &d = decoding.decompressor;
    d.err = jpeg_std_error(&decoding.errors.base);
    decoding.errors.base.error_exit = onError;
    decoding.errors.base.output_message = ignoreMessage;
    struct Cleaner {
        jpeg_decompress_struct &subject;
        ~Cleaner() { jpeg_destroy_decompress(&subject); }
    } const cleaner{d};

    const auto complain
        = [&] { throw base::BadPicture(std::string("the JPEG cannot be read: ") + decoding.errors.text); };
    if (!readHeader(decoding, file))
        complain();
    checkAnnouncedSize(d.image_width, d.image_height);
    base::Rgb8Image picture(static_cast<int>(d.image_width), static_cast<int>(d.image_height));
    if (d.out_color_space == JCS_RGB) {
        if (!readRows(decoding, picture.pixels.data(), picture.rowBytes()))
            complain();
        return turnUpright(std::move(picture), orientationOf(d));
    }
    const std::size_t components = d.out_color_space == JCS_CMYK ? 4 : 1;
    std::vector<std::uint8_t> rows(picture.pixels.size() / 3 * components);
    if (!readRows(decoding, rows.data(), static_cast<std::size_t>(d.image_width) * components))
        complain();
    if (components == 4)
        inksToRgb(rows.data(), picture, d.saw_Adobe_marker);
    else
        for (std::size_t i = 0; i < picture.pixels.size(); ++i)
            picture.pixels[i] = rows[i / 3];
    return turnUpright(std::move(picture), orientationOf(d));
}

} // namespace image
