// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/intake/password.h"

#include <gtest/gtest.h>

using namespace intake;

TEST(Password, nothingTypedIsNothingTried)
{
    EXPECT_TRUE(passwordCandidates({}).isEmpty());
}

TEST(Password, plainLettersAreTriedOnce)
{
    EXPECT_EQ(passwordCandidates(QStringLiteral("secret")), QList<QByteArray>{"secret"});
}

TEST(Password, theSaslPreparedFormIsTriedFirstAndTheTypedOneNext)
{
    // RFC 4013, section 3: U+00AA becomes a, a soft hyphen vanishes, U+2168 becomes IX.
    const QList<QByteArray> candidates = passwordCandidates(QStringLiteral("\u00AAI\u00ADX\u2168"));
    ASSERT_GE(candidates.size(), 2);
    EXPECT_EQ(candidates[0], "aIXIX");
    EXPECT_EQ(candidates[1], QStringLiteral("\u00AAI\u00ADX\u2168").toUtf8());
}

TEST(Password, accentsTypedInTwoPartsAreTriedAsOneLetterInOldEncodings)
{
    EXPECT_TRUE(passwordCandidates(QStringLiteral("e\u0301")).contains("\xe9"));
}

TEST(Password, signsOfPdfDocEncodingAreTriedInIt)
{
    EXPECT_TRUE(passwordCandidates(QStringLiteral("5\u20AC")).contains("5\xa0"));
}
