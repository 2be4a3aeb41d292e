// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pipeline/splice_area.h"

#include "app/document/block_markdown.h"

#include <gtest/gtest.h>

#include <random>

using namespace Qt::StringLiterals;
using pipeline::DiffWord;

namespace {

document::Block blockOf(const QString &id, const QList<document::Word> &words)
{
    document::Block block;
    block.id = id;
    block.type = u"text"_s;
    for (const document::Word &word : words) {
        block.markdown += (block.markdown.isEmpty() ? u""_s : u" "_s) + document::escapedMarkdown(word.text);
        block.boxes = {block.boxes.value(0).united(word.box)};
    }
    block.words = words;
    block.text = document::plainText(block.markdown);
    return block;
}

/// Lines of words on a grid: @p columns words across, each line 0.04 high.
QList<document::Word> grid(const QStringList &texts, int columns, double top)
{
    QList<document::Word> words;
    for (int index = 0; index < texts.size(); ++index) {
        const double x = 0.1 + 0.8 * (index % columns) / columns;
        const double y = top + 0.04 * (index / columns);
        words.append({texts[index], {x, y, x + 0.7 / columns, y + 0.03}, 0.9});
    }
    return words;
}

pipeline::AreaReading readingOf(const QList<document::Word> &words)
{
    pipeline::AreaReading reading;
    reading.blocks = {blockOf(u"p1-b1"_s, words)};
    reading.reader = u"tesseract"_s;
    return reading;
}

document::Page pageOf(const QList<document::Block> &blocks)
{
    document::Page page;
    page.blocks = blocks;
    return page;
}

bool isInside(const document::Word &word, const base::NormalizedRect &area)
{
    const double x = (word.box.x0 + word.box.x1) / 2;
    const double y = (word.box.y0 + word.box.y1) / 2;
    return x >= area.x0 && x <= area.x1 && y >= area.y0 && y <= area.y1;
}

} // namespace

TEST(SpliceArea, theWordsInTheRectangleAreReplacedAndNoOthers)
{
    const document::Page page = pageOf({blockOf(u"b"_s, grid({u"the"_s, u"lnvoice"_s, u"total"_s, u"due"_s}, 4, 0.1))});
    const base::NormalizedRect area = page.blocks[0].words[1].box;
    const document::Page after = spliceArea(page, area, readingOf({{u"invoice"_s, area, 0.99}}));
    EXPECT_EQ(after.blocks[0].markdown, u"the invoice total due"_s);
    EXPECT_EQ(after.blocks[0].text, u"the invoice total due"_s);
    EXPECT_EQ(after.blocks[0].words[1].confidence, 0.99);
    EXPECT_EQ(after.blocks[0].words[0], page.blocks[0].words[0]);
}

TEST(SpliceArea, aColumnOfAParagraphIsReplacedLineByLine)
{
    const QList<document::Word> words = grid({u"a1"_s, u"a2"_s, u"b1"_s, u"b2"_s, u"c1"_s, u"c2"_s}, 2, 0.1);
    const document::Page page = pageOf({blockOf(u"b"_s, words)});
    QList<document::Word> fresh = {words[1], words[3], words[5]};
    for (document::Word &word : fresh)
        word.text = word.text.toUpper();
    const document::Page after = spliceArea(page, {0.5, 0, 1, 1}, readingOf(fresh));
    EXPECT_EQ(after.blocks[0].text, u"a1 A2 b1 B2 c1 C2"_s);
}

TEST(SpliceArea, marksOfAWordGoWithItAndMarkupStays)
{
    document::Block block = blockOf(u"b"_s, grid({u"see"_s, u"(lnvoice),"_s, u"page"_s}, 3, 0.1));
    block.markdown = u"**see** (lnvoice), *page*"_s;
    const base::NormalizedRect area = block.words[1].box;
    const document::Page after = spliceArea(pageOf({block}), area, readingOf({{u"(invoice);"_s, area, 1}}));
    EXPECT_EQ(after.blocks[0].markdown, u"**see** (invoice); *page*"_s);
}

TEST(SpliceArea, aBlockThatLiesInItWholeBecomesTheReadingsBlocks)
{
    const document::Page page = pageOf({blockOf(u"p1-b1"_s, grid({u"one"_s}, 1, 0.1)),
        blockOf(u"p1-b2"_s, grid({u"two"_s}, 1, 0.3)), blockOf(u"p1-b3"_s, grid({u"three"_s}, 1, 0.5))});
    pipeline::AreaReading reading;
    reading.blocks = {blockOf(u"x"_s, grid({u"zwei"_s}, 1, 0.3)), blockOf(u"y"_s, grid({u"und"_s}, 1, 0.34))};
    const document::Page after = spliceArea(page, {0, 0.28, 1, 0.4}, reading);
    ASSERT_EQ(after.blocks.size(), 4);
    EXPECT_EQ(after.blocks[0], page.blocks[0]);
    EXPECT_EQ(after.blocks[1].id, u"p1-b2"_s);
    EXPECT_EQ(after.blocks[1].text, u"zwei"_s);
    EXPECT_EQ(after.blocks[2].text, u"und"_s);
    EXPECT_EQ(after.blocks[3], page.blocks[2]);
}

TEST(SpliceArea, aTableIsReplacedWholeOrNotAtAll)
{
    document::Block table = blockOf(u"t"_s, grid({u"1"_s, u"2"_s, u"3"_s, u"4"_s}, 2, 0.1));
    table.html = u"<table></table>"_s;
    const document::Page page = pageOf({table});
    const base::NormalizedRect cell = table.words[0].box;
    EXPECT_EQ(spliceArea(page, cell, readingOf({{u"9"_s, cell, 1}})).blocks[0], table);
}

TEST(SpliceArea, whereNothingWasReadTheReadingStandsByItself)
{
    const document::Page page
        = pageOf({blockOf(u"p1-b1"_s, grid({u"one"_s}, 1, 0.1)), blockOf(u"p1-b2"_s, grid({u"two"_s}, 1, 0.6))});
    const document::Page after = spliceArea(page, {0.1, 0.3, 0.9, 0.5}, readingOf(grid({u"new"_s}, 1, 0.35)));
    ASSERT_EQ(after.blocks.size(), 3);
    EXPECT_EQ(after.blocks[1].text, u"new"_s);
    EXPECT_EQ(after.blocks[0], page.blocks[0]);
    EXPECT_EQ(after.blocks[2], page.blocks[1]);
}

TEST(SpliceArea, nothingOutsideChangesByACharacterIn500RandomRectangles)
{
    std::mt19937 random(612);
    const auto between = [&random](int least, int most) { return std::uniform_int_distribution(least, most)(random); };
    const auto share = [&random] { return std::uniform_real_distribution(0.0, 1.0)(random); };
    for (int round = 0; round < 500; ++round) {
        document::Page page;
        int serial = 0;
        for (int block = 0; block < 5; ++block) {
            QStringList texts;
            for (int count = between(1, 24); count > 0; --count) {
                static const QStringList forms{
                    u"w%1"_s, u"(w%1)"_s, u"w%1,"_s, u"*w%1*"_s, u"“w%1”"_s, u"—"_s, u"w%1-"_s};
                const QString form = forms[between(0, int(forms.size()) - 1)];
                texts.append(form.contains(u'%') ? form.arg(QString::number(1000 + ++serial)) : form);
            }
            page.blocks.append(blockOf(u"p1-b%1"_s.arg(block + 1), grid(texts, 6, 0.05 + 0.18 * block)));
        }
        const auto area = base::NormalizedRect::of(share(), share(), share(), share());
        QList<document::Word> fresh;
        for (int count = between(0, 9); count > 0; --count) {
            const double x = area.x0 + share() * area.width() * 0.9;
            const double y = area.y0 + share() * area.height() * 0.9;
            fresh.append({u"N%1"_s.arg(count), {x, y, x + 0.02, y + 0.01}, 1});
        }
        const document::Page after
            = spliceArea(page, area, fresh.isEmpty() ? pipeline::AreaReading() : readingOf(fresh));

        // Words outside: the same, in the same order, each with its box; what stands between two neighbours of them is the same too.
        QList<document::Word> outside;
        for (const document::Block &block : page.blocks) {
            const bool isTouched
                = std::ranges::any_of(block.words, [&](const document::Word &word) { return isInside(word, area); });
            if (!isTouched) {
                EXPECT_TRUE(after.blocks.contains(block)) << "round " << round;
            }
            for (qsizetype index = 0; index < block.words.size(); ++index) {
                if (isInside(block.words[index], area))
                    continue;
                outside.append(block.words[index]);
                if (index > 0 && !isInside(block.words[index - 1], area)) {
                    const QString pair = document::escapedMarkdown(block.words[index - 1].text) + u' '
                        + document::escapedMarkdown(block.words[index].text);
                    const bool stands = std::ranges::any_of(
                        after.blocks, [&](const document::Block &other) { return other.markdown.contains(pair); });
                    EXPECT_TRUE(stands) << "round " << round << ": " << pair.toStdString();
                }
            }
        }
        QList<document::Word> kept;
        for (const document::Block &block : after.blocks) {
            for (const document::Word &word : block.words) {
                if (!word.text.startsWith(u'N'))
                    kept.append(word);
            }
        }
        EXPECT_EQ(kept, outside) << "round " << round;
        if (HasFailure())
            break;
    }
}

TEST(WordDiff, aReplacedWordIsRemovedAndAdded)
{
    EXPECT_EQ(pipeline::wordDiff(u"the lnvoice total"_s, u"the invoice total due"_s),
        (QList<DiffWord>{{DiffWord::Kind::Kept, u"the"_s}, {DiffWord::Kind::Removed, u"lnvoice"_s},
            {DiffWord::Kind::Added, u"invoice"_s}, {DiffWord::Kind::Kept, u"total"_s},
            {DiffWord::Kind::Added, u"due"_s}}));
}

TEST(WordDiff, nothingBeforeOrAfterIsAllAddedOrAllRemoved)
{
    EXPECT_EQ(pipeline::wordDiff({}, u"a b"_s).size(), 2);
    EXPECT_EQ(pipeline::wordDiff(u"a b"_s, {}).first().kind, DiffWord::Kind::Removed);
    EXPECT_TRUE(pipeline::wordDiff({}, {}).isEmpty());
}
