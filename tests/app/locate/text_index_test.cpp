// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/locate/text_index.h"

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;
using locate::MatchKind;
using locate::TextIndex;

namespace {

/// A block of printed lines, a word each tenth of the width, a line each tenth of the height.
document::Block printed(const QString &id, const QStringList &lines)
{
    document::Block block;
    block.id = id;
    block.type = u"text"_s;
    double y = 0.1;
    for (const QString &line : lines) {
        double x = 0.1;
        for (const QString &word : line.split(u' ')) {
            block.words.append({word, {x, y, x + 0.08, y + 0.05}, -1});
            x += 0.1;
        }
        y += 0.1;
    }
    block.text = lines.join(u' ');
    block.boxes = {{0.1, 0.1, 0.9, y}};
    return block;
}

TextIndex indexOf(const QList<document::Block> &blocks)
{
    TextIndex index;
    document::Page page;
    page.blocks = blocks;
    index.setPage(0, page);
    return index;
}

} // namespace

TEST(TextIndex, aWordIsFoundWithItsBoxAndItsSurroundings)
{
    const TextIndex index = indexOf({printed(u"p1-b1"_s, {u"the invoice total is small"_s})});
    const locate::Places places = index.find(u"invoice total"_s);
    ASSERT_EQ(places.list.size(), 1);
    const locate::Place &place = places.list.first();
    EXPECT_EQ(place.kind, MatchKind::Exact);
    EXPECT_EQ(place.blockId, u"p1-b1"_s);
    ASSERT_EQ(place.boxes.size(), 1);
    EXPECT_DOUBLE_EQ(place.boxes.first().x0, 0.2);
    EXPECT_DOUBLE_EQ(place.boxes.first().x1, 0.38);
    EXPECT_EQ(place.precision, locate::Precision::Words);
    EXPECT_EQ(place.snippet(), u"the invoice total is small"_s);
    EXPECT_EQ(place.score, 1);
}

TEST(TextIndex, aFindOverTwoLinesHasABoxForEach)
{
    const TextIndex index = indexOf({printed(u"b"_s, {u"so the invoice"_s, u"total is small"_s})});
    const auto places = index.find(u"invoice total"_s).list;
    ASSERT_EQ(places.size(), 1);
    ASSERT_EQ(places.first().boxes.size(), 2);
    EXPECT_LT(places.first().boxes[1].x0, places.first().boxes[0].x0);
    EXPECT_EQ(places.first().snippet(), u"so the invoice total is small"_s);
}

TEST(TextIndex, aWordPartedAtALineEndIsFoundWhole)
{
    const TextIndex index = indexOf({printed(u"b"_s, {u"of hyphen-"_s, u"ation in print"_s})});
    const auto places = index.find(u"hyphenation"_s).list;
    ASSERT_EQ(places.size(), 1);
    EXPECT_EQ(places.first().boxes.size(), 2);
    EXPECT_EQ(places.first().text, u"hyphenation"_s);
    EXPECT_EQ(places.first().kind, MatchKind::Exact);
}

TEST(TextIndex, kindsComeInTheOrderOfThePage)
{
    const TextIndex index = indexOf({printed(u"b"_s, {u"TOTAL total tota1 Tótal"_s})});
    QStringList kinds;
    for (const locate::Place &place : index.find(u"total"_s).list)
        kinds.append(locate::matchKindName(place.kind));
    EXPECT_EQ(kinds, (QStringList{u"folded"_s, u"exact"_s, u"fuzzy"_s, u"folded"_s}));
}

TEST(TextIndex, aBlockWithoutWordsGivesItsOwnBox)
{
    document::Block block;
    block.text = u"Rechnung über 12 €"_s;
    block.boxes = {{0.1, 0.2, 0.3, 0.4}};
    const auto places = indexOf({block}).find(u"rechnung uber"_s).list;
    ASSERT_EQ(places.size(), 1);
    EXPECT_EQ(places.first().precision, locate::Precision::Block);
    EXPECT_EQ(places.first().boxes, block.boxes);
    EXPECT_EQ(places.first().text, u"Rechnung über"_s);
}

TEST(TextIndex, nothingIsFoundAcrossBlocksNorForBlanks)
{
    const TextIndex index = indexOf({printed(u"a"_s, {u"invoice"_s}), printed(u"b"_s, {u"total"_s})});
    EXPECT_TRUE(index.find(u"invoice total"_s).list.isEmpty());
    EXPECT_TRUE(index.find(u"  "_s).list.isEmpty());
    EXPECT_TRUE(TextIndex().find(u"x"_s).list.isEmpty());
}

TEST(TextIndex, aPageThatChangesIsSearchedAsItIsNow)
{
    TextIndex index = indexOf({printed(u"a"_s, {u"old words"_s})});
    document::Page page;
    page.blocks = {printed(u"a"_s, {u"new words"_s})};
    index.setPage(0, page);
    EXPECT_TRUE(index.find(u"old"_s).list.isEmpty());
    EXPECT_EQ(index.find(u"new"_s).total, 1);
}

TEST(TextIndex, placesBeyondTheLimitAreCounted)
{
    const TextIndex index = indexOf({printed(u"a"_s, {u"no no no no no"_s})});
    const auto places = index.find(u"no"_s, 2);
    EXPECT_EQ(places.list.size(), 2);
    EXPECT_EQ(places.total, 5);
}

TEST(TextIndex, chineseIsFoundWhateverItsBlanks)
{
    const TextIndex index = indexOf({printed(u"a"_s, {u"本 公司 的 发 票 总额"_s})});
    const auto places = index.find(u"发票总额"_s).list;
    ASSERT_EQ(places.size(), 1);
    EXPECT_EQ(places.first().text, u"发票总额"_s);
}

TEST(TextIndex, aMisreadPlaceIsFoundAmongAThousandPages)
{
    // 400 words a page in 40 blocks, as a dense book has.
    TextIndex index;
    quint32 seed = 1;
    const auto next = [&seed] { return seed = seed * 1664525U + 1013904223U; };
    for (int pageIndex = 0; pageIndex < 1000; ++pageIndex) {
        document::Page page;
        for (int block = 0; block < 40; ++block) {
            QStringList words;
            for (int word = 0; word < 10; ++word) {
                QString text;
                for (quint32 letters = 2 + next() % 9; letters > 0; --letters)
                    text += QChar(u'a' + char16_t((next() >> 16) % 26));
                words.append(text);
            }
            page.blocks.append(printed(u"b%1"_s.arg(block), {words.join(u' ')}));
        }
        if (pageIndex == 612)
            page.blocks.append(printed(u"here"_s, {u"the lnvoice tota1"_s}));
        index.setPage(pageIndex, page);
    }
    const auto places = index.find(u"invoice total"_s);
    ASSERT_EQ(places.list.size(), 1);
    EXPECT_EQ(places.list.first().pageIndex, 612);
}
