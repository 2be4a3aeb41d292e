// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pipeline/edit_source.h"

#include "app/markdown/transcript_parser.h"
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

/// The same text without what a person may type between blocks and the page does not keep.
QString asWritten(const QString &text)
{
    return markdown::writeMarkdown(markdown::parseTranscript(text, markdown::Grammar::Plain, 1)).text;
}

/// A page under a person's hands: each text is laid against the one before.
struct Typing {
    explicit Typing(const Page &begun)
        : page(begun)
        , seen(pipeline::writtenSource(begun))
    {
    }
    [[nodiscard]] QString text() const { return seen.lines.join(u'\n'); }
    void type(const QString &text)
    {
        pipeline::EditedSource edited = pipeline::editSource(page, seen, text);
        page = edited.page;
        seen = edited.seen;
    }
    /// Undo, redo, another page: the source is written anew.
    void show(const Page &shown) { *this = Typing(shown); }

    Page page;
    pipeline::SeenSource seen;
};

/// Every block stands on the lines it is said to, and no other line says anything.
void expectBlocksOnTheirLines(const Typing &typing)
{
    const auto &[lines, ids, firstLines] = typing.seen;
    ASSERT_EQ(firstLines.size(), typing.page.blocks.size());
    EXPECT_TRUE(lines.first(firstLines.value(0, lines.size())).join(QString()).trimmed().isEmpty());
    for (qsizetype i = 0; i < firstLines.size(); ++i) {
        const qsizetype end = firstLines.value(i + 1, lines.size());
        const QString text = lines.mid(firstLines[i], end - firstLines[i]).join(u'\n');
        const QList<Block> parsed = markdown::parseTranscript(text, markdown::Grammar::Plain, 1);
        ASSERT_EQ(parsed.size(), 1) << text.toStdString();
        EXPECT_EQ(parsed[0].markdown, typing.page.blocks[i].markdown);
        EXPECT_EQ(parsed[0].level, typing.page.blocks[i].level);
        EXPECT_FALSE(lines[firstLines[i]].trimmed().isEmpty());
        EXPECT_EQ(ids[i], typing.page.blocks[i].id);
    }
}

/// One of the things people do to a text, before the position @p end of it.
QString randomEdit(QString text, qsizetype end, std::mt19937 &random)
{
    const auto below = [&](qsizetype bound) { return std::uniform_int_distribution<qsizetype>(0, bound - 1)(random); };
    const qsizetype at = below(end);
    const qsizetype lineStart = at == 0 ? 0 : text.lastIndexOf(u'\n', at - 1) + 1;
    const qsizetype lineEnd = text.indexOf(u'\n', at);
    switch (below(9)) {
    case 0:
        return text.insert(at, u'x');
    case 1:
        return text.remove(at, 1);
    case 2:
        return text.insert(at, u"\n\n"_s);
    case 3:
        return text.insert(at, u" pasted words "_s);
    case 4: // an empty line more
        return text.insert(lineStart, u'\n');
    case 5: // a run of them
        return text.insert(lineEnd, QString(2 + below(4), u'\n'));
    case 6: // a line of its own, somewhere between
        return text.insert(lineEnd, u"\n\n\nnew line %1\n\n"_s.arg(below(1'000'000)));
    case 7: // a whole line goes, empty or not
        return text.remove(lineStart, lineEnd + 1 - lineStart);
    default:
        if (const qsizetype gap = text.indexOf(u"\n\n"_s, at); gap >= 0 && gap + 2 < end)
            text.replace(gap, 2, u" "_s);
        return text;
    }
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

TEST(EditSource, emptyLinesThatWereTypedAreNoChangeOfThePageAndMoveItsBlocksDown)
{
    Typing typing(pageOf(3, 4));
    const Page page = typing.page;
    typing.type(u"\n\n"_s + typing.text().replace(u"\n\n"_s, u"\n\n\n\n"_s));
    EXPECT_EQ(typing.page, page);
    EXPECT_EQ(typing.seen.firstLines, (QList<qsizetype>{2, 6, 10}));
}

TEST(EditSource, aParagraphDividedBehindTypedEmptyLinesLeavesThoseBeforeItAlone)
{
    Typing typing(pageOf(4, 6));
    const Page page = typing.page;
    typing.type(typing.text().replace(typing.text().indexOf(u"\n\n"_s), 2, u"\n\n\n"_s));
    typing.type(typing.text().replace(word(page, 3, 2) + u' ', word(page, 3, 2) + u"\n\n"_s));
    ASSERT_EQ(typing.page.blocks.size(), 5);
    EXPECT_EQ(typing.page.blocks.first(3), page.blocks.first(3));
}

TEST(EditSource, blocksThatCameBehindTheTextAsSeenStay)
{
    Typing typing(pageOf(2, 4));
    const Page grown = pageOf(3, 4);
    typing.page = grown;
    typing.type(typing.text().replace(word(grown, 0, 1), u"mended"_s));
    ASSERT_EQ(typing.page.blocks.size(), 3);
    EXPECT_EQ(typing.page.blocks[0].words[1].text, u"mended"_s);
    EXPECT_EQ(typing.page.blocks[2], grown.blocks[2]);
    EXPECT_EQ(typing.seen.firstLines.size(), 2);
}

TEST(EditSource, aTextSeenOfAnotherPageIsComparedWithThisPageAsWritten)
{
    const Page page = pageOf(3, 4);
    Page other = page;
    other.blocks[0].id = u"p1-b9"_s;
    const QString text = sourceOf(page).replace(word(page, 1, 1), u"mended"_s);
    const pipeline::EditedSource edited = pipeline::editSource(page, pipeline::writtenSource(other), text);
    EXPECT_EQ(edited.page, pipeline::editSource(page, text));
    EXPECT_EQ(edited.seen.blockIds, pipeline::writtenSource(page).blockIds);
}

/// The written source ends with two empty lines, and both are the last paragraph's.
TEST(EditSource, aParagraphTypedOnTheLastLineSharesTheBoxOfTheOneBeforeAndFurtherDownItHasNone)
{
    const Page page = pageOf(2, 4);
    Typing near(page);
    near.type(near.text() + u"new"_s);
    ASSERT_EQ(near.page.blocks.size(), 3);
    EXPECT_EQ(near.page.blocks[2].boxes, page.blocks[1].boxes);
    Typing far(page);
    far.type(far.text() + u'\n');
    far.type(far.text() + u"new"_s);
    ASSERT_EQ(far.page.blocks.size(), 3);
    EXPECT_TRUE(far.page.blocks[2].boxes.isEmpty());
    EXPECT_EQ(far.page.blocks.first(2), page.blocks);
}

TEST(EditSource, allOfItMayGoAndBeginAgainBehindEmptyLines)
{
    Typing typing(pageOf(2, 4));
    typing.type(u"\n\n\n"_s);
    EXPECT_TRUE(typing.page.blocks.isEmpty());
    typing.type(u"\nx\n\n"_s);
    ASSERT_EQ(typing.page.blocks.size(), 1);
    EXPECT_EQ(typing.page.blocks[0].text, u"x"_s);
    expectBlocksOnTheirLines(typing);
}

/// However the text before an edit was typed, the edit makes of the page what it makes of the source as written.
TEST(EditSource, aHundredEditsOfTheTextAsTypedMakeThePageThatEditsOfTheWrittenSourceMake)
{
    for (unsigned seed = 1; seed <= 20; ++seed) {
        SCOPED_TRACE(seed);
        std::mt19937 random(seed);
        const Page begun = pageOf(15, 8);
        Typing typing(begun);
        QList<Page> history;
        for (int i = 0; i < 100; ++i) {
            SCOPED_TRACE(i);
            // The last paragraph stays: how many empty lines end the text decides whether words behind it are the paragraph's own.
            const QString text = randomEdit(typing.text(), typing.text().indexOf(word(begun, 14, 0)), random);
            const Page before = typing.page;
            typing.type(text);
            ASSERT_EQ(typing.page, pipeline::editSource(before, asWritten(text)));
            ASSERT_EQ(sourceOf(typing.page), asWritten(text)); // nothing lost, nothing made up
            ASSERT_NO_FATAL_FAILURE(expectBlocksOnTheirLines(typing));
            history.append(before);
            if (random() % 10 == 0)
                typing.show(history[qsizetype(random() % size_t(history.size()))]);
        }
    }
}

/// Headings need no empty line around them, and their lines become paragraphs and back.
TEST(EditSource, aHundredEditsAmongHeadingsLoseNoWordAndNoLine)
{
    for (unsigned seed = 1; seed <= 20; ++seed) {
        SCOPED_TRACE(seed);
        std::mt19937 random(seed);
        Typing typing(pageOf(10, 4));
        for (int i = 0; i < 100; ++i) {
            SCOPED_TRACE(i);
            QString text = typing.text();
            const qsizetype at = std::uniform_int_distribution<qsizetype>(0, text.size() - 1)(random);
            const qsizetype lineStart = at == 0 ? 0 : text.lastIndexOf(u'\n', at - 1) + 1;
            if (random() % 3 == 0)
                text.insert(lineStart, u"## "_s);
            else if (random() % 3 == 0)
                text.insert(at, u'\n');
            else
                text = randomEdit(text, text.size() - 1, random);
            typing.type(text);
            ASSERT_EQ(sourceOf(typing.page), asWritten(text));
            ASSERT_NO_FATAL_FAILURE(expectBlocksOnTheirLines(typing));
        }
    }
}
