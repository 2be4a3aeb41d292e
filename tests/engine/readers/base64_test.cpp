// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/readers/base64.h"
#include "engine/readers/sha256.h"

#include <gtest/gtest.h>

using namespace readers;

TEST(Base64, everyLengthComesBackAsItWent)
{
    std::string bytes;
    for (int length = 0; length < 300; ++length) {
        EXPECT_EQ(decodeBase64(encodeBase64(bytes)), bytes);
        bytes += static_cast<char>(length * 7);
    }
}

TEST(Base64, theVectorsOfRfc4648Hold)
{
    EXPECT_EQ(encodeBase64(""), "");
    EXPECT_EQ(encodeBase64("f"), "Zg==");
    EXPECT_EQ(encodeBase64("fo"), "Zm8=");
    EXPECT_EQ(encodeBase64("foobar"), "Zm9vYmFy");
}

TEST(Base64, paddingAndLineBreaksDoNotMatter)
{
    EXPECT_EQ(decodeBase64("Zm9v\r\nYg"), "foob");
    EXPECT_EQ(decodeBase64(" Zm9vYg== \n"), "foob");
}

TEST(Base64, whatIsNoBase64IsRefused)
{
    for (const char *text : {"Zm9v!", "Zg=x", "A", "Zm9vY", "\xff\xff", "Zm-_"})
        EXPECT_EQ(decodeBase64(text), std::nullopt) << text;
}

TEST(Sha256, theVectorOfTheStandardHolds)
{
    EXPECT_EQ(sha256("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}
