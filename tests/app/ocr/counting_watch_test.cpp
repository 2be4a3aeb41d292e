// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ocr/counting_watch.h"
#include "app/ocr/loop_watch.h"

#include <QDate>
#include <QDir>
#include <QFile>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;
using ocr::LoopWatch;

namespace {

/// The letters after which a text is found to loop, taken one by one as a slow reader would; -1: never.
qsizetype foundAfter(const QString &text)
{
    LoopWatch watch;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (watch.take(QStringView(text).sliced(i, 1)))
            return i + 1;
    }
    return -1;
}

QString counted(int rounds, const QString &form, int first, int step)
{
    QString text;
    for (int i = 0; i < rounds; ++i)
        text += form.arg(first + i * step);
    return text;
}

} // namespace

TEST(CountingWatch, countingWithoutEndIsALoopThatKeepsItsFirstRound)
{
    const QString before = u"One line by hand: "_s;
    const QString text = before + counted(2000, u"Col%1|"_s, 1, 1);
    const qsizetype found = foundAfter(text);
    const QString honest = before + counted(256, u"Col%1|"_s, 1, 1);
    EXPECT_GT(found, honest.size() - 8);
    EXPECT_LE(
        found, honest.size() + 32); // 16 letters from look to look, some for the number after: no second of any reader
    LoopWatch watch;
    watch.take(text);
    ASSERT_TRUE(watch.likeliest());
    EXPECT_EQ(text.first(watch.likeliest()->kept()), before + u"Col1|Col"_s);
}

TEST(CountingWatch, countingIsSeenAmongNumbersThatStay)
{
    EXPECT_GT(foundAfter(counted(400, u" 1 1 1 1 1 1 1 1 1 %1"_s, 1, 1)), 0);
    EXPECT_GT(foundAfter(counted(600, u"%1 "_s, 100, 100)), 0);
    EXPECT_GT(foundAfter(counted(400, u"<td>3.%1</td>"_s, 100, 1)), 0);
    EXPECT_GT(foundAfter(counted(400, u"%1\n"_s, 9000, -7)), 0);
}

TEST(CountingWatch, formsAndListsThatCountAreNotCut)
{
    EXPECT_EQ(foundAfter(counted(200, u"%1 A B C D\n"_s, 1, 1)), -1); // an answer sheet
    EXPECT_EQ(foundAfter(counted(120, u"<tr><td>%1</td><td></td><td></td></tr>"_s, 1, 1)), -1); // a form not filled in
    QString list;
    for (int i = 1; i <= 1000; ++i)
        list += u"%1. Item of %2 words\n"_s.arg(i).arg(i * i % 17);
    EXPECT_EQ(foundAfter(list), -1);
    QString days;
    for (int month = 1; month <= 12; ++month)
        days += QDate(2026, month, 1).toString(u"MMMM"_s) + u": "_s + counted(30, u"%1 "_s, 1, 1) + u"\n"_s;
    EXPECT_EQ(foundAfter(days), -1);
    EXPECT_EQ(foundAfter(counted(90, u"12345678901234567890%1 "_s, 1, 1)), -1); // past all counting
}

TEST(CountingWatch, noHonestTranscriptIsCutAtAnyLetter)
{
    const QStringList loops{u"chart-table-without-cells.txt"_s, u"prompt-for-json.txt"_s};
    const QDir folder(QStringLiteral(TEST_DATA_DIR "/transcripts"));
    int looked = 0;
    for (const QString &name : folder.entryList({u"*.txt"_s}, QDir::Files)) {
        if (loops.contains(name))
            continue;
        QFile file(folder.filePath(name));
        ASSERT_TRUE(file.open(QIODevice::ReadOnly));
        EXPECT_EQ(foundAfter(QString::fromUtf8(file.readAll())), -1) << qPrintable(name);
        ++looked;
    }
    EXPECT_GT(looked, 20);
}
