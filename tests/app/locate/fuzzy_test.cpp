// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/locate/fuzzy.h"

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;
using locate::NearText;

namespace {

/// What is found of @p wanted in @p text, both folded; "" for nothing.
std::string found(const QString &wanted, const QString &text)
{
    const auto matches = NearText(wanted).find(text);
    return matches.isEmpty()
        ? std::string()
        : text.sliced(matches.first().begin, matches.first().end - matches.first().begin).toStdString();
}

} // namespace

TEST(Fuzzy, theUsualConfusionsOfReadersAreFound)
{
    EXPECT_EQ(found(u"modern"_s, u"the modem age"_s), "modem");
    EXPECT_EQ(found(u"modem"_s, u"a modern thing"_s), "modern");
    EXPECT_EQ(found(u"total"_s, u"the tota1 is"_s), "tota1");
    EXPECT_EQ(found(u"2010"_s, u"in 2o1o it"_s), "2o1o");
    EXPECT_EQ(found(u"clear"_s, u"it is dear to"_s), "dear");
    EXPECT_EQ(found(u"verstand"_s, u"der verftand ift"_s), "verftand");
    EXPECT_EQ(found(u"invoice total"_s, u"the lnvoiee tota1 due"_s), "lnvoiee tota1");
}

TEST(Fuzzy, aLostOrASpareBlankIsSmall)
{
    EXPECT_EQ(found(u"invoice total"_s, u"the invoicetotal due"_s), "invoicetotal");
    EXPECT_EQ(found(u"invoice total"_s, u"the invo ice total due"_s), "invo ice total");
}

TEST(Fuzzy, anotherWordOfTheSameLengthIsNot)
{
    EXPECT_EQ(found(u"form"_s, u"from a farm in front"_s), "");
    EXPECT_EQ(found(u"total"_s, u"the metal rod"_s), "");
    EXPECT_EQ(found(u"invoice"_s, u"by her voice alone"_s), "");
}

TEST(Fuzzy, anotherNumberIsAnotherThing)
{
    EXPECT_EQ(found(u"page 12 of 40"_s, u"page 13 of 40"_s), "");
    EXPECT_EQ(found(u"page 12 of 40"_s, u"page l2 of 4O"_s.toLower()), "page l2 of 4o");
    EXPECT_EQ(found(u"line 12"_s, u"line 1 of"_s), "");
}

TEST(Fuzzy, aMatchBeginsWhereAWordBegins)
{
    EXPECT_EQ(found(u"tota1"_s, u"subtotal"_s), "");
}

TEST(Fuzzy, theTextItselfIsNoNearMatch)
{
    EXPECT_TRUE(NearText(u"invoice"_s).find(u"the invoice is an invoice"_s).isEmpty());
    EXPECT_TRUE(NearText(u"in"_s).isEmpty());
    EXPECT_TRUE(NearText(u"..."_s).isEmpty());
}

TEST(Fuzzy, everyMisreadPlaceIsFoundOnce)
{
    const auto matches = NearText(u"invoice"_s).find(u"lnvoice, lnvoice lnvoice; invoice"_s);
    EXPECT_EQ(matches.size(), 3);
}

TEST(Fuzzy, aTextLongerThanAMachineWordIsFoundToo)
{
    const QString long_ = u"the quick brown fox jumps over the lazy dog and then walks home along the river bank"_s;
    QString misread = long_;
    misread.replace(u"brown"_s, u"brovvn"_s);
    EXPECT_EQ(found(long_, u"so "_s + misread + u" again"_s), misread.toStdString());
}
