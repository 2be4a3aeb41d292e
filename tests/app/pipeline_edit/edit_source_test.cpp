// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pipeline/edit_source.h"

#include "app/markdown/write_transcript.h"

#include <QRegularExpression>

#include <gtest/gtest.h>

#include <random>

using namespace document;
using namespace Qt::StringLiterals;

namespace {

/// A block of so many words "w0 w1 …", ten a line, each with a box of its own.
Block paragraph(int number, int words)
{
    Block block;
    block.id = u"p1-b%1"_s.arg(number);
    block.type = u"text"_s;
    QStringList texts;
    for (int i = 0; i < words; ++i) {
        const double x = 0.1 + 0.08 * (i % 10);
        const double y = 0.02 * number + 0.001 * (i / 10);
        texts.append(
            u"b%1w%2q%3"_s.arg(number).arg(i).arg(number * 7919 + i * 104729)); // no edit makes one word of another
        block.words.append({texts.last(), {x, y, x + 0.07, y + 0.0009}, 0.9});
    }
    block.markdown = block.text = texts.join(u' ');
    block.boxes = {{0.1, 0.02 * number, 0.9, 0.02 * number + 0.015}};
    return block;
}

Page pageOf(int blocks, int words)
{
    Page page;
    page.status = PageStatus::Ok;
    for (int i = 1; i <= blocks; ++i)
        page.blocks.append(paragraph(i, words));
    return page;
}

/// The word at this place of the block, as it stands in the source.
QString word(const Page &page, qsizetype block, qsizetype index)
{
    return page.blocks[block].words[index].text;
}

QString sourceOf(const Page &page)
{
    return markdown::writeMarkdown(page.blocks).text;
}

} // namespace

TEST(EditSource, anUnchangedSourceIsTheSamePage)
{
    const Page page = pageOf(3, 5);
    EXPECT_EQ(pipeline::editSource(page, sourceOf(page)), page);
}

TEST(EditSource, aCorrectedWordKeepsItsBoxAndLeavesEveryOtherBlockAlone)
{
    const Page page = pageOf(3, 5);
    const Page edited = pipeline::editSource(page, sourceOf(page).replace(word(page, 1, 3), u"mended"_s));
    ASSERT_EQ(edited.blocks.size(), 3);
    EXPECT_EQ(edited.blocks[0], page.blocks[0]);
    EXPECT_EQ(edited.blocks[2], page.blocks[2]);
    EXPECT_EQ(edited.blocks[1].id, u"p1-b2"_s);
    EXPECT_EQ(edited.blocks[1].boxes, page.blocks[1].boxes);
    EXPECT_EQ(edited.blocks[1].words[3].text, u"mended"_s);
    EXPECT_EQ(edited.blocks[1].words[3].box, page.blocks[1].words[3].box);
    EXPECT_EQ(edited.blocks[1].words[2], page.blocks[1].words[2]);
}

TEST(EditSource, twoWordsMergedIntoOneGetTheUnionOfTheirBoxes)
{
    const Page page = pageOf(1, 6);
    const Page edited = pipeline::editSource(page, sourceOf(page).replace(word(page, 0, 2) + u' ', word(page, 0, 2)));
    EXPECT_EQ(edited.blocks[0].words[2].box, page.blocks[0].words[2].box.united(page.blocks[0].words[3].box));
    EXPECT_EQ(edited.blocks[0].words[3], page.blocks[0].words[4]);
}

TEST(EditSource, aParagraphDividedInTwoKeepsItsWordsBoxes)
{
    const Page page = pageOf(2, 6);
    const Page edited
        = pipeline::editSource(page, sourceOf(page).replace(word(page, 0, 2) + u' ', word(page, 0, 2) + u"\n\n"_s));
    ASSERT_EQ(edited.blocks.size(), 3);
    EXPECT_EQ(edited.blocks[0].words, page.blocks[0].words.first(3));
    EXPECT_EQ(edited.blocks[1].words, page.blocks[0].words.mid(3));
    EXPECT_EQ(edited.blocks[2], page.blocks[1]);
    EXPECT_NE(edited.blocks[0].id, edited.blocks[1].id);
    EXPECT_NE(edited.blocks[1].id, edited.blocks[2].id);
}

TEST(EditSource, aDeletedParagraphIsGoneAndTheOthersStay)
{
    const Page page = pageOf(3, 4);
    QString source = sourceOf(page);
    source.remove(page.blocks[1].markdown + u"\n\n"_s);
    const Page edited = pipeline::editSource(page, source);
    ASSERT_EQ(edited.blocks.size(), 2);
    EXPECT_EQ(edited.blocks[0], page.blocks[0]);
    EXPECT_EQ(edited.blocks[1], page.blocks[2]);
}

/// I1: after 100 random edits at least 99 % of the words nobody touched have their box, and none has another's.
TEST(EditSource, afterAHundredRandomEditsUntouchedWordsStillLieOnTheirBoxes)
{
    std::mt19937 random(7);
    const Page page = pageOf(40, 12);
    Page edited = page;
    for (int i = 0; i < 100; ++i) {
        QString source = sourceOf(edited);
        const qsizetype at = std::uniform_int_distribution<qsizetype>(0, source.size() - 1)(random);
        switch (std::uniform_int_distribution(0, 4)(random)) {
        case 0:
            source.insert(at, u'x');
            break;
        case 1:
            source.remove(at, 1);
            break;
        case 2:
            source.insert(at, u"\n\n"_s);
            break;
        case 3:
            source.insert(at, u" pasted words "_s);
            break;
        default:
            if (const qsizetype gap = source.indexOf(u"\n\n"_s, at); gap >= 0)
                source.replace(gap, 2, u" "_s);
        }
        edited = pipeline::editSource(edited, source);
    }
    QHash<QString, base::NormalizedRect> boxes;
    for (const Block &block : page.blocks) {
        for (const Word &word : block.words)
            boxes.insert(word.text, word.box);
    }
    int there = 0;
    int right = 0;
    const QStringList left = sourceOf(edited).split(QRegularExpression(u"\\s+"_s), Qt::SkipEmptyParts);
    for (const Block &block : edited.blocks) {
        for (const Word &word : block.words) {
            if (!boxes.contains(word.text))
                continue;
            ++there;
            right += boxes.value(word.text) == word.box;
            EXPECT_LE(std::abs(boxes.value(word.text).y0 - word.box.y0), 0.02)
                << "a word points at another block's line";
        }
    }
    const auto untouched = std::ranges::count_if(left, [&](const QString &word) { return boxes.contains(word); });
    EXPECT_GT(untouched, 300);
    EXPECT_GE(right, 0.99 * double(untouched));
    EXPECT_EQ(there, untouched);
}
