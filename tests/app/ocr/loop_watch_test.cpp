// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ocr/loop_watch.h"

#include <gtest/gtest.h>

#include <chrono>

using namespace Qt::StringLiterals;
using ocr::LoopWatch;

namespace {

LoopWatch watching(const QString &text)
{
    LoopWatch watch;
    watch.take(text);
    return watch;
}

} // namespace

TEST(LoopWatch, aSentenceThatGoesRoundIsALoopThatKeepsItsFirstRound)
{
    const QString before = u"The report begins.\n\n"_s;
    const QString round = u"And so on and so forth, as it was said. "_s;
    LoopWatch watch;
    EXPECT_FALSE(watch.take(before + round.repeated(7)));
    EXPECT_TRUE(watch.take(round.repeated(40)));
    const auto loop = watch.loop();
    ASSERT_TRUE(loop);
    EXPECT_EQ(loop->period, round.size());
    EXPECT_EQ(before + round, (before + round.repeated(2)).first(loop->kept()));
}

TEST(LoopWatch, tableCellsLoopAfterAHundredOrTwo)
{
    const QString cell = u"<td></td>"_s;
    EXPECT_FALSE(watching(u"<table><tr>"_s + cell.repeated(100)).loop()); // 200 tokens
    EXPECT_TRUE(watching(u"<table><tr>"_s + cell.repeated(140)).loop());
}

TEST(LoopWatch, honestTablesAndLeadersAreNotCut)
{
    const QString row = u"<tr><td>yes</td><td>0</td><td></td><td>no</td></tr>"_s;
    EXPECT_FALSE(watching(u"<table>"_s + row.repeated(15)).loop());
    EXPECT_FALSE(watching(u"Contents "_s + QString(300, u'.') + u" 12"_s).loop());
    QString counted;
    for (int i = 0; i < 200; ++i)
        counted += u"<tr><td>Item</td><td>%1</td></tr>"_s.arg(i * 37);
    EXPECT_FALSE(watching(counted).loop());
}

TEST(LoopWatch, threeEqualRowsAtTheEndAreSuspected)
{
    const QString row = u"<tr><td>yes</td><td>0</td></tr>"_s;
    EXPECT_FALSE(watching(u"<table><tr><td>a</td></tr>"_s + row.repeated(2)).suspected());
    const auto suspected = watching(u"<table><tr><td>a</td></tr>"_s + row.repeated(3)).suspected();
    ASSERT_TRUE(suspected);
    EXPECT_EQ(suspected->rounds, 3);
    EXPECT_FALSE(watching(u"and so on..."_s).suspected());
    EXPECT_FALSE(watching(u"an ordinary end.\n\n\n\n"_s).suspected());
    EXPECT_FALSE(watching(u""_s).suspected());
}

TEST(LoopWatch, aLoopIsFoundWhereverTheTextIsCutIntoPieces)
{
    const QString round = u"漢字の表 "_s;
    LoopWatch watch;
    int letters = 0;
    while (letters < 4000 && !watch.take(QStringView(round).sliced(letters % round.size(), 1)))
        ++letters;
    EXPECT_LT(letters, 700);
}

TEST(LoopWatch, aLongAnswerCostsLittle)
{
    QString text;
    for (qint64 i = 0; i < 4000; ++i)
        text += QString::number(i * i * 7919 % 1000003) + u' ';
    const auto begin = std::chrono::steady_clock::now();
    EXPECT_FALSE(watching(text).loop());
    EXPECT_LT(
        std::chrono::steady_clock::now() - begin, std::chrono::seconds(2)); // 30,000 letters; 30 ms on a free machine
}
