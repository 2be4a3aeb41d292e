// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/readers/tesseract/picture.h"

#include "engine/readers/request_error.h"

#include <leptonica/allheaders.h>

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

} // namespace

void PixDeleter::operator()(Pix *pix) const
{
    pixDestroy(&pix);
}

PixPtr decodePicture(const std::string &encoded)
{
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
    PixPtr pix(pixReadMem(bytes, encoded.size()));
    if (!pix)
        refuse("The picture is broken or cut off: its header is good, its content cannot be decoded.");
    checkSize(pixGetWidth(pix.get()), pixGetHeight(pix.get()));
    return normalised(std::move(pix));
}

std::size_t sizeInMemory(const Pix *pix)
{
    return 4 * static_cast<std::size_t>(pixGetWpl(pix)) * static_cast<std::size_t>(pixGetHeight(pix));
}

} // namespace readers
