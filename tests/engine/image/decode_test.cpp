// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/image/decode.h"

#include "engine/base/exceptions.h"
#include "engine/image/decoders.h"
#include "tests/engine/golden/golden.h"

#include <opencv2/imgcodecs.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace {

using Bytes = std::vector<std::uint8_t>;

/// The picture as a file, written by another library than the one that reads it.
Bytes encoded(const base::Rgb8Image &picture, const char *kind)
{
    cv::Mat bgr(picture.height, picture.width, CV_8UC3);
    for (int y = 0; y < picture.height; ++y)
        for (int x = 0; x < picture.width; ++x)
            for (int c = 0; c < 3; ++c)
                bgr.at<cv::Vec3b>(y, x)[c] = picture.row(y)[3 * x + 2 - c];
    Bytes bytes;
    cv::imencode(kind, bgr, bytes);
    return bytes;
}

std::string complaint(const Bytes &bytes)
{
    try {
        image::decode(bytes);
    } catch (const base::BadPicture &fault) {
        return fault.what();
    }
    return "no complaint";
}

TEST(Decode, losslessFilesGiveTheirPixels)
{
    const auto picture = golden::formulaPicture("noise", 37, 21);
    for (const char *kind : {".png", ".tiff", ".bmp", ".ppm"})
        EXPECT_EQ(image::decode(encoded(picture, kind)), picture) << kind;
}

TEST(Decode, sixteenBitGreyIsScaledAndNotCutOff)
{
    cv::Mat grey(1, 3, CV_16U);
    grey.at<std::uint16_t>(0, 0) = 0;
    grey.at<std::uint16_t>(0, 1) = 128 * 257;
    grey.at<std::uint16_t>(0, 2) = 65535;
    for (const char *kind : {".png", ".tiff"}) {
        Bytes bytes;
        cv::imencode(kind, grey, bytes);
        EXPECT_EQ(image::decode(bytes).pixels, (Bytes{0, 0, 0, 128, 128, 128, 255, 255, 255})) << kind;
    }
}

TEST(Decode, fourInksBecomePillowsColours)
{
    const nlohmann::json tables
        = golden::readJson(std::string(TEST_DATA_DIR) + "/engine/golden/preprocess/tables.json");
    int compared = 0;
    for (const auto &row : tables.at("convert_rgb")) {
        if (row.at(0) != "CMYK")
            continue;
        Bytes inks = row.at(1).get<Bytes>();
        base::Rgb8Image picture(1, 1);
        image::inksToRgb(inks.data(), picture, false);
        EXPECT_EQ(picture.pixels, row.at(2).get<Bytes>()) << row;
        for (std::uint8_t &ink : inks)
            ink = static_cast<std::uint8_t>(255 - ink);
        image::inksToRgb(inks.data(), picture, true);
        EXPECT_EQ(picture.pixels, row.at(2).get<Bytes>()) << row;
        ++compared;
    }
    EXPECT_EQ(compared, 5);
}

TEST(Decode, alphaIsDropped)
{
    cv::Mat pixels(1, 1, CV_8UC4, cv::Scalar(30, 20, 10, 0));
    for (const char *kind : {".png", ".tiff"}) {
        Bytes bytes;
        cv::imencode(kind, pixels, bytes);
        EXPECT_EQ(image::decode(bytes).pixels, (Bytes{10, 20, 30})) << kind;
    }
}

/// Files that Pillow 11.1 wrote: the colour of (x, y) has the number (x + k * y) % 4.
Bytes gifOf(std::string_view hex)
{
    Bytes bytes;
    for (std::size_t i = 0; i + 1 < hex.size(); i += 2)
        bytes.push_back(static_cast<std::uint8_t>(std::stoi(std::string(hex.substr(i, 2)), nullptr, 16)));
    return bytes;
}

constexpr std::string_view interlacedGif // 16 x 19, k = 2
    = "474946383761100013008100000a141ec8000000c8000000c82c00000000100013004008390001041030402041830507263c"
      "a810a1c38610194a5c48f1e1448b152366bca811a3c78e20394e14b9b1e44792274d8654897265ca97200302003b";
constexpr std::string_view smallFrameGif // a frame of 3 x 2 at (1, 1) of 5 x 4, k = 1, colour 3 is transparent
    = "474946383961050004008100000a141ec8000000c8000000c821f90401000003002c01000100030002000008080001041030"
      "704040003b";
constexpr std::uint8_t gifColours[4][3] = {{10, 20, 30}, {200, 0, 0}, {0, 200, 0}, {0, 0, 200}};

TEST(Decode, aGifsRowsComeInOrderEvenWhenItIsInterlaced)
{
    const base::Rgb8Image picture = image::decode(gifOf(interlacedGif));
    ASSERT_EQ(picture.width, 16);
    ASSERT_EQ(picture.height, 19);
    for (int y = 0; y < picture.height; ++y)
        for (int x = 0; x < picture.width; ++x)
            for (int c = 0; c < 3; ++c)
                ASSERT_EQ(picture.row(y)[3 * x + c], gifColours[(x + 2 * y) % 4][c]) << x << ' ' << y;
}

TEST(Decode, aGifsFrameLiesOnItsScreenAsPillowHasIt)
{
    const base::Rgb8Image picture = image::decode(gifOf(smallFrameGif));
    ASSERT_EQ(picture.width, 5);
    ASSERT_EQ(picture.height, 4);
    for (int y = 0; y < 4; ++y) {
        for (int x = 0; x < 5; ++x) {
            const bool inFrame = x >= 1 && x < 4 && y >= 1 && y < 3;
            const int number = inFrame ? (x - 1 + y - 1) % 4 : 3;
            EXPECT_EQ(Bytes(picture.row(y) + 3 * x, picture.row(y) + 3 * x + 3),
                Bytes(gifColours[number], gifColours[number] + 3))
                << x << ' ' << y;
        }
    }
}

TEST(Decode, aBrokenGifIsRefusedAtEveryCutAndFlip)
{
    const Bytes whole = gifOf(interlacedGif);
    for (std::size_t length = 6; length + 4 < whole.size(); ++length)
        EXPECT_THAT(complaint(Bytes(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(length))),
            testing::HasSubstr("GIF cannot be read"))
            << length;
    for (std::size_t at = 6; at < whole.size(); ++at) { // whatever comes of it, nothing is read or written outside
        for (const int bit : {1, 16, 128}) {
            Bytes flipped = whole;
            flipped[at] = static_cast<std::uint8_t>(flipped[at] ^ bit);
            EXPECT_NE(complaint(flipped), "") << at;
        }
    }
    Bytes bomb = gifOf(smallFrameGif);
    for (const std::size_t at : {6U, 7U, 8U, 9U})
        bomb[at] = 255;
    EXPECT_THAT(complaint(bomb), testing::HasSubstr("at most 178 million"));
}

TEST(Decode, everyCutOfAFileIsRefusedOrRead)
{
    const auto picture = golden::formulaPicture("wave", 64, 48);
    for (const char *kind : {".png", ".jpg", ".tiff", ".bmp", ".webp", ".jp2", ".ppm"}) {
        const Bytes whole = encoded(picture, kind);
        ASSERT_EQ(complaint(whole), "no complaint") << kind;
        for (std::size_t length = 0; length < whole.size() / 2; length += 1 + length / 4)
            EXPECT_NE(complaint(Bytes(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(length))), "") << kind;
    }
}

TEST(Decode, aCutOffJpegIsRefused)
{
    Bytes bytes = encoded(golden::formulaPicture("noise", 64, 48), ".jpg");
    bytes.resize(bytes.size() / 2);
    EXPECT_THAT(complaint(bytes), testing::HasSubstr("cut off"));
}

TEST(Decode, aHugeAnnouncedSizeIsRefusedBeforeMemoryIsTaken)
{
    Bytes png = encoded(golden::formulaPicture("flat", 1, 1), ".bmp");
    for (const std::size_t at : {18, 22})
        for (std::size_t i = 0; i < 4; ++i)
            png[at + i] = static_cast<std::uint8_t>(3'000'000u >> (8 * i));
    EXPECT_THAT(complaint(png), testing::HasSubstr("at most 178 million"));
}

TEST(Decode, whatIsNoPictureIsSaidToBeNone)
{
    EXPECT_THAT(complaint({}), testing::HasSubstr("empty"));
    EXPECT_THAT(complaint({'h', 'e', 'l', 'l', 'o'}), testing::HasSubstr("not a picture of a kind"));
    EXPECT_THAT(complaint({'G', 'I', 'F', '8', '8', 'a', 255, 255}), testing::HasSubstr("not a picture of a kind"));
}

} // namespace
