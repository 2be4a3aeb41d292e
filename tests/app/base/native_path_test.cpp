// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/native_path.h"

#include <gtest/gtest.h>

using namespace base;

TEST(NativePath, anyBytesSurviveTheWayThroughAQString)
{
    std::string bytes;
    for (int c = 1; c < 256; ++c)
        bytes += static_cast<char>(c);
    bytes += "\xE2\x82\xAC \xF0\x9F\x98\x80 \xE2\x82 \xED\xB2\x80"; // euro, emoji, torn euro, an encoded surrogate
    EXPECT_EQ(encodeNative(decodeNative(bytes)), bytes);
}

TEST(NativePath, aNewlineInANameIsShownOnOneLine)
{
    EXPECT_EQ(displayName(NativePath("a\nb\x01.pdf")), QStringLiteral("a\\nb\\x01.pdf"));
}
