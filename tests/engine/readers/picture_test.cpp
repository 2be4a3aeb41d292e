// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/readers/tesseract/picture.h"

#include "engine/readers/request_error.h"

#include <gtest/gtest.h>
#include <leptonica/allheaders.h>

#include <fstream>
#include <iterator>

using namespace readers;

namespace {

std::string sample(const std::string &name)
{
    std::ifstream file(std::string(TEST_DATA_DIR) + "/" + name, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

std::string codeFor(const std::string &bytes)
{
    try {
        decodePicture(bytes);
        return "";
    } catch (const RequestError &error) {
        return error.code();
    }
}

/// Encodes and decodes again.
PixPtr through(Pix *pix, int format)
{
    l_uint8 *data = nullptr;
    std::size_t size = 0;
    EXPECT_EQ(pixWriteMem(&data, &size, pix, format), 0);
    std::string encoded(reinterpret_cast<char *>(data), size);
    lept_free(data);
    pixDestroy(&pix);
    return decodePicture(encoded);
}

} // namespace

TEST(Picture, depthsThatTesseractDoesNotKnowAreBroughtToOnesItDoes)
{
    EXPECT_EQ(pixGetDepth(through(pixCreate(20, 10, 1), IFF_PNG).get()), 1);
    EXPECT_EQ(pixGetDepth(through(pixCreate(20, 10, 2), IFF_PNG).get()), 8);
    EXPECT_EQ(pixGetDepth(through(pixCreate(20, 10, 16), IFF_PNG).get()), 8);
    EXPECT_EQ(pixGetDepth(through(pixCreate(20, 10, 32), IFF_PNG).get()), 32);
}

TEST(Picture, cutOffAndForeignBytesAreUndecodable)
{
    for (const char *name : {"broken/png-truncated.png", "broken/jp2-truncated.jp2", "broken/header-only.pdf"})
        EXPECT_EQ(codeFor(sample(name)), "picture_undecodable") << name;
    EXPECT_EQ(codeFor(""), "picture_undecodable");
    EXPECT_EQ(codeFor(std::string(5000, '\x7f')), "picture_undecodable");
}

TEST(Picture, anOverLargeOneIsRefusedByItsHeader)
{
    PixPtr page(pixCreate(40, 30, 8));
    l_uint8 *data = nullptr;
    std::size_t size = 0;
    ASSERT_EQ(pixWriteMemPnm(&data, &size, page.get()), 0);
    std::string encoded(reinterpret_cast<char *>(data), size);
    lept_free(data);
    encoded.replace(encoded.find("40 30"), 5, "20000 20000");
    EXPECT_EQ(codeFor(encoded), "picture_too_large");
    EXPECT_TRUE(codeFor(sample("broken/bmp-six-terapixel.bmp")).starts_with("picture_"));
}
