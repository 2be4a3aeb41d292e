// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout/inline_text.h"
#include "app/layout/read_text_layer.h"
#include "app/layout/script.h"
#include "page_builder.h"

#include <gtest/gtest.h>

using namespace layout;
using namespace layout_test;
using namespace Qt::StringLiterals;

TEST(InlineText, aHyphenGoesBeforeASmallLetterAndStaysBeforeACapitalOrANumber)
{
    EXPECT_EQ(lineEnd(u"organi-", u"sations", {}), LineEnd::Hyphen);
    EXPECT_EQ(lineEnd(u"Anglo-", u"American", {}), LineEnd::Nothing);
    EXPECT_EQ(lineEnd(u"1939-", u"1945", {}), LineEnd::Nothing);
    EXPECT_EQ(lineEnd(u"word", u"next", {}), LineEnd::Space);
    EXPECT_EQ(lineEnd(u"-", u"next", {}), LineEnd::Space);
}

TEST(InlineText, aRealHyphenStaysWhenThePageOrTheWordSaysSo)
{
    EXPECT_EQ(lineEnd(u"dynamically-", u"typed", HyphenEvidence{{}, {u"dynamically-typed"_s}}), LineEnd::Nothing);
    EXPECT_EQ(lineEnd(u"self-", u"made", {}), LineEnd::Nothing);
    EXPECT_EQ(lineEnd(u"self-", u"made", HyphenEvidence{{u"selfmade"_s}, {}}), LineEnd::Hyphen);
    EXPECT_EQ(lineEnd(u"state-of-the-", u"art", {}), LineEnd::Nothing);
}

TEST(InlineText, ideographsAreJoinedWithoutASpace)
{
    EXPECT_EQ(lineEnd(u"\u65E5\u672C", u"\u8A9E", {}), LineEnd::Nothing);
}

TEST(InlineText, linksAndSuperscriptsAreMarkedAndMarkupIsEscaped)
{
    PageBuilder page;
    page.line(60, 120, u"See the site for 2*3 and more of"_s);
    page.layer.words[2].link = u"https://example.com/a b"_s;
    document::TextLayerWord mark = page.layer.words.last();
    mark.text = u"1"_s;
    mark.font.size = 6;
    const QRectF box = page.layer.words.last().box.on(page.layer.size);
    mark.box = base::NormalizedRect::of(QRectF(box.right(), box.top() - 1, 3, 6), page.layer.size);
    page.layer.words.last().spaceAfter = false;
    page.layer.words.append(mark);
    const auto blocks = readTextLayer(page.layer, 1);
    ASSERT_EQ(blocks.size(), 1);
    EXPECT_EQ(blocks[0].markdown, u"See the [site](<https://example.com/a%20b>) for 2\\*3 and more of<sup>1</sup>"_s);
    EXPECT_EQ(blocks[0].text, u"See the site for 2*3 and more of1"_s);
}

TEST(Script, aRightToLeftWordIsTurnedRoundButItsNumbersAreNot)
{
    EXPECT_EQ(logicalOrder(u"\u05DD\u05D5\u05DC\u05E9"_s), u"\u05E9\u05DC\u05D5\u05DD"_s);
    EXPECT_EQ(logicalOrder(u"12.5\u05D0\u05D1"_s), u"\u05D1\u05D012.5"_s);
    EXPECT_EQ(logicalOrder(u"plain (text)"_s), u"plain (text)"_s);
}

TEST(Script, presentationFormsBecomeLetters)
{
    EXPECT_EQ(logicalOrder(u"\uFEFB"_s), u"\u0644\u0627"_s);
}

TEST(Script, aLamAlefBehindAnAlefIsPutInOrder)
{
    // "al-adawat" as Poppler lays it out: the ligature's letters in reading order inside a word from left to right.
    EXPECT_EQ(
        logicalOrder(u"\u062A\u0627\u0648\u062F\u0644\u0623\u0627"_s), u"\u0627\u0644\u0623\u062F\u0648\u0627\u062A"_s);
}
