// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/render/opened_pages.h"

#include <QBuffer>
#include <QImageWriter>

#include <cstdio>

#include <jpeglib.h>

using namespace render;
using base::ErrorCode;

namespace {

const base::NativePath data = TEST_DATA_DIR;

QByteArray encoded(const QImage &image, const char *format, int quality = 100)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QImageWriter writer(&buffer, format);
    writer.setQuality(quality);
    EXPECT_TRUE(writer.write(image)) << format;
    return bytes;
}

/// 40 x 20, its top left quarter red, the rest white.
QImage redCorner()
{
    QImage image(40, 20, QImage::Format_RGB32);
    image.fill(Qt::white);
    for (int y = 0; y < 10; ++y) {
        for (int x = 0; x < 20; ++x)
            image.setPixelColor(x, y, Qt::red);
    }
    return image;
}

bool isRed(const QColor &colour)
{
    return colour.red() > 200 && colour.green() < 60;
}

/// Two halves: C=255 alone, and K=128 alone.
QByteArray cmykJpeg()
{
    jpeg_compress_struct jpeg{};
    jpeg_error_mgr errors{};
    jpeg.err = jpeg_std_error(&errors);
    jpeg_create_compress(&jpeg);
    unsigned char *memory = nullptr;
    unsigned long size = 0;
    jpeg_mem_dest(&jpeg, &memory, &size);
    jpeg.image_width = 32;
    jpeg.image_height = 16;
    jpeg.input_components = 4;
    jpeg.in_color_space = JCS_CMYK;
    jpeg_set_defaults(&jpeg);
    jpeg_set_quality(&jpeg, 100, TRUE);
    jpeg_start_compress(&jpeg, TRUE);
    QByteArray row;
    for (int x = 0; x < 32; ++x)
        row += x < 16 ? QByteArray("\x00\xff\xff\xff", 4)
                      : QByteArray("\xff\xff\xff\x7f", 4); // Adobe's inverted values
    for (int y = 0; y < 16; ++y) {
        auto *line = reinterpret_cast<unsigned char *>(row.data());
        jpeg_write_scanlines(&jpeg, &line, 1);
    }
    jpeg_finish_compress(&jpeg);
    QByteArray bytes(reinterpret_cast<char *>(memory), static_cast<qsizetype>(size));
    std::free(memory);
    jpeg_destroy_compress(&jpeg);
    return bytes;
}

} // namespace

class Picture : public testing::TestWithParam<const char *> { };

TEST_P(Picture, isDecodedAtItsOwnPixels)
{
    const samples::Folder folder;
    const OpenedPages file(folder.write("a", encoded(redCorner(), GetParam())));
    const base::Result<QImage> image = file.draw(0, 144);
    ASSERT_TRUE(image.has_value()) << image.error().what.toStdString();
    EXPECT_EQ(image->size(), QSize(40, 20));
    EXPECT_EQ(image->format(), QImage::Format_RGB888);
    EXPECT_TRUE(isRed(image->pixelColor(4, 4)));
    EXPECT_GT(image->pixelColor(35, 15).green(), 200);
    EXPECT_TRUE(file.pages->textLayer(0)->words.isEmpty());
}

INSTANTIATE_TEST_SUITE_P(All, Picture, testing::Values("png", "jpeg", "bmp", "webp", "tiff", "jp2"),
    [](const auto &format) { return std::string(format.param); });

TEST(PictureSource, gifAndHeicAreDecoded)
{
    const samples::Folder folder;
    const QByteArray gif("GIF89a\x01\0\x01\0\x80\0\0\0\0\0\xff\xff\xff,\0\0\0\0\x01\0\x01\0\0\x02\x02L\x01\0;", 35);
    EXPECT_EQ(OpenedPages(folder.write("a.gif", gif)).draw(0, 72)->size(), QSize(1, 1));
    EXPECT_EQ(OpenedPages(data / "pictures/one-page.heic").draw(0, 72)->size(), QSize(595, 842));
}

TEST(PictureSource, allEightExifOrientationsAreUndone)
{
    // Where the red corner of the stored picture is seen: x and y of the middle of its quarter, in quarters.
    const std::array<QPoint, 9> corner{QPoint(), {1, 1}, {3, 1}, {3, 3}, {1, 3}, {1, 1}, {3, 1}, {3, 3}, {1, 3}};
    const samples::Folder folder;
    for (int orientation = 1; orientation <= 8; ++orientation) {
        const OpenedPages file(
            folder.write("a.jpg", samples::withExifOrientation(encoded(redCorner(), "jpeg"), orientation)));
        const base::Result<QImage> image = file.draw(0, 72);
        ASSERT_TRUE(image.has_value());
        EXPECT_EQ(image->size(), orientation < 5 ? QSize(40, 20) : QSize(20, 40)) << orientation;
        EXPECT_EQ(QSizeF(image->size()), file.document.pages[0].size) << orientation;
        for (const QPoint quarter : {QPoint(1, 1), QPoint(3, 1), QPoint(1, 3), QPoint(3, 3)})
            EXPECT_EQ(isRed(image->pixelColor(image->width() * quarter.x() / 4, image->height() * quarter.y() / 4)),
                quarter == corner[static_cast<size_t>(orientation)])
                << orientation;
    }
}

TEST(PictureSource, cmykIsConvertedWithoutAProfile)
{
    const samples::Folder folder;
    const base::Result<QImage> image = OpenedPages(folder.write("a.jpg", cmykJpeg())).draw(0, 72);
    ASSERT_TRUE(image.has_value());
    const QColor cyan = image->pixelColor(4, 8);
    const QColor grey = image->pixelColor(28, 8);
    EXPECT_LT(cyan.red(), 5);
    EXPECT_GT(cyan.green(), 250);
    EXPECT_NEAR(grey.red(), 127, 3);
    EXPECT_NEAR(grey.blue(), 127, 3);
}

TEST(PictureSource, everyTiffPageIsItsOwnImageWithoutThumbnails)
{
    const samples::Folder folder;
    const OpenedPages file(folder.write("a.tif",
        samples::tiff({{.width = 40, .height = 20, .fill = 0x10}, {.isThumbnail = true, .fill = 0x55},
            {.width = 10, .height = 30, .fill = 0xC0}})));
    ASSERT_EQ(file.document.pages.size(), 2);
    EXPECT_EQ(file.draw(0, 72)->pixelColor(5, 5).red(), 0x10);
    EXPECT_EQ(file.draw(1, 72)->pixelColor(5, 5).red(), 0xC0);
    EXPECT_EQ(file.draw(1, 72)->size(), QSize(10, 30));
}

TEST(PictureSource, oneBitAndSixteenBitsBecomeEightBitsOfGrey)
{
    const samples::Folder folder;
    const OpenedPages file(folder.write("a.tif",
        samples::tiff({{.width = 16, .height = 4, .bits = 1, .fill = 0xF0},
            {.width = 16, .height = 4, .bits = 16, .fill = 0x80}})));
    const base::Result<QImage> bits = file.draw(0, 72);
    ASSERT_TRUE(bits.has_value());
    EXPECT_EQ(bits->format(), QImage::Format_Grayscale8);
    EXPECT_EQ(bits->pixelColor(0, 0).red(), 255);
    EXPECT_EQ(bits->pixelColor(4, 0).red(), 0);
    const base::Result<QImage> deep = file.draw(1, 72);
    ASSERT_TRUE(deep.has_value());
    EXPECT_EQ(deep->format(), QImage::Format_Grayscale8);
    EXPECT_EQ(deep->pixelColor(3, 3).red(), 0x80);
}

TEST(PictureSource, whatIsTransparentIsWhite)
{
    QImage image(4, 4, QImage::Format_ARGB32);
    image.fill(QColor(0, 0, 0, 0));
    image.setPixelColor(1, 1, QColor(0, 0, 0, 128));
    const samples::Folder folder;
    const base::Result<QImage> drawn = OpenedPages(folder.write("a.png", encoded(image, "png"))).draw(0, 72);
    ASSERT_TRUE(drawn.has_value());
    EXPECT_EQ(drawn->pixelColor(0, 0), QColor(Qt::white));
    EXPECT_EQ(drawn->pixelColor(1, 1).red(), 127);
}

TEST(PictureSource, aPaletteIsResolved)
{
    const samples::Folder folder;
    const base::Result<QImage> drawn
        = OpenedPages(folder.write("a.png", encoded(redCorner().convertToFormat(QImage::Format_Indexed8), "png")))
              .draw(0, 72);
    ASSERT_TRUE(drawn.has_value());
    EXPECT_TRUE(isRed(drawn->pixelColor(4, 4)));
}

TEST(PictureSource, aPictureCutOffIsRefusedNotFilledWithGrey)
{
    QImage noise(200, 200, QImage::Format_RGB32);
    for (int y = 0; y < 200; ++y) {
        for (int x = 0; x < 200; ++x)
            noise.setPixel(x, y, qRgb(x * 7919 % 251, y * 104729 % 241, x * y % 239));
    }
    const samples::Folder folder;
    for (const char *format : {"jpeg", "png", "tiff"}) {
        const QByteArray whole = encoded(noise, format);
        const base::NativePath file = folder.write("a",
            QByteArrayView(format) == "tiff" ? samples::tiff({{.width = 100, .height = 100}}).replace(8, 5000, {})
                                             : whole.first(whole.size() / 2));
        const base::Result<intake::Opened> opened = intake::openDocument(file, {});
        if (!opened) {
            EXPECT_EQ(opened.error().code, ErrorCode::FileDamaged) << format;
            continue;
        }
        const base::Result<QImage> drawn = OpenedPages(file).draw(0, 72);
        ASSERT_FALSE(drawn.has_value()) << format;
        EXPECT_EQ(drawn.error().code, ErrorCode::FileDamaged) << format;
    }
    for (const char *name : {"png-truncated.png", "jp2-truncated.jp2"})
        EXPECT_EQ(OpenedPages(data / "broken" / name).draw(0, 72).error().code, ErrorCode::FileDamaged) << name;
}

TEST(PictureSource, bombsAreRefusedBeforeMemoryIsTaken)
{
    EXPECT_EQ(OpenedPages(data / "broken/bmp-six-terapixel.bmp").draw(0, 72).error().code, ErrorCode::TooLarge);
    EXPECT_FALSE(OpenedPages(data / "broken/gif-bomb-44-bytes.gif").draw(0, 72).has_value());
}

TEST(PictureSource, aPictureOfAGigapixelIsReducedWhenItIsAJpeg)
{
    // A grey JPEG of 33,000 x 33,000, written row by row.
    const samples::Folder folder;
    const base::NativePath file = folder.path() / "large.jpg";
    std::FILE *stream = std::fopen(file.c_str(), "wb");
    jpeg_compress_struct jpeg{};
    jpeg_error_mgr errors{};
    jpeg.err = jpeg_std_error(&errors);
    jpeg_create_compress(&jpeg);
    jpeg_stdio_dest(&jpeg, stream);
    jpeg.image_width = jpeg.image_height = 33'000;
    jpeg.input_components = 1;
    jpeg.in_color_space = JCS_GRAYSCALE;
    jpeg_set_defaults(&jpeg);
    jpeg.density_unit = 1;
    jpeg.X_density = jpeg.Y_density = 600;
    jpeg_start_compress(&jpeg, TRUE);
    QByteArray row(33'000, '\x40');
    auto *line = reinterpret_cast<unsigned char *>(row.data());
    while (jpeg.next_scanline < jpeg.image_height)
        jpeg_write_scanlines(&jpeg, &line, 1);
    jpeg_finish_compress(&jpeg);
    jpeg_destroy_compress(&jpeg);
    std::fclose(stream);

    const base::Result<QImage> image = OpenedPages(file).draw(0, 72);
    ASSERT_TRUE(image.has_value()) << image.error().what.toStdString();
    EXPECT_EQ(image->size(), QSize(4125, 4125)); // by eight: by four it would still be 68 megapixels
    EXPECT_NEAR(image->dotsPerMeterX() * 0.0254, 75, 0.1);
    EXPECT_EQ(image->pixelColor(4000, 4000).red(), 0x40);
}
