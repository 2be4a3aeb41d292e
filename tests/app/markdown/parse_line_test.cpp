// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/markdown/grounding.h"
#include "app/markdown/transcript_parser.h"
#include "tests/app/markdown/block_notation.h"

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;
using base::NormalizedRect;
using document::Block;
using document::Region;
using markdown::BlockEvent;
using markdown::Grammar;
using markdown::parseLine;
using markdown::ParseState;
using markdown::parseTranscript;

namespace {

NormalizedRect box(double x0, double y0, double x1, double y1)
{
    return NormalizedRect::of(x0 / 999, y0 / 999, x1 / 999, y1 / 999);
}

QList<Block> blocksOf(QStringView text, Grammar grammar = Grammar::Labels)
{
    return parseTranscript(text, grammar, 1);
}

/// "type[boxes]: text" of each block, for tests about structure.
QStringList outline(const QList<Block> &blocks)
{
    QStringList lines;
    for (const Block &block : blocks)
        lines.append(u"%1[%2]: %3"_s.arg(block.type).arg(block.boxes.size()).arg(block.text));
    return lines;
}

} // namespace

TEST(Grounding, aBoxBecomesARegionOnThePage)
{
    const auto parsed = parseLine(u"<|ref|>title<|/ref|><|det|>[[0, 0, 999, 99]]<|/det|>", ParseState{});
    EXPECT_EQ(parsed.regions, (QList{Region{u"title"_s, {NormalizedRect{0.0, 0.0, 1.0, 99.0 / 999.0}}}}));
    ASSERT_EQ(parsed.events.size(), 1);
    EXPECT_EQ(parsed.events[0].kind, BlockEvent::Kind::Begin);
    EXPECT_TRUE(parsed.next.hasRegion);
}

TEST(Grounding, severalBoxesOfOneRefAreOneRegion)
{
    const auto boxes = markdown::readBoxes(u"[[10, 20, 30, 40], [50, 60, 70, 80]]");
    EXPECT_EQ(boxes, (QList{box(10, 20, 30, 40), box(50, 60, 70, 80)}));
}

TEST(Grounding, numbersAreClampedSortedAndMayBeDecimals)
{
    EXPECT_EQ(markdown::readBoxes(u"[[500.5, -3, 1000, 9800]]"), (QList{box(500.5, 0, 999, 999)}));
    EXPECT_EQ(markdown::readBoxes(u"[[99, 996, 59, 994]]"), (QList{box(59, 994, 99, 996)}));
    EXPECT_EQ(markdown::readBoxes(u"[[1,2,3,99999999999999999999999999]]"), (QList{box(1, 2, 3, 999)}));
}

TEST(Grounding, whatIsNotFourNumbersIsNoBox)
{
    for (const QStringView inside : {QStringView(u" [["), QStringView(u"[[44, raw 666, 501, 707]]"),
             QStringView(u"[[384, 7850) 7850]]"), QStringView(u"[[144, - 383, 896, 398]]"), QStringView(u"[[1, 2, 3]]"),
             QStringView(u"[[1, 2, 3, 4, 5]]"), QStringView(u"{{2000 2000"), QStringView(u"")})
        EXPECT_EQ(markdown::readBoxes(inside), QList<NormalizedRect>{}) << inside.toString().toStdString();
}

TEST(Grounding, oneBadBoxDoesNotTakeTheOthersAlong)
{
    EXPECT_EQ(markdown::readBoxes(u"[[1, x, 3, 4], [10, 20, 30, 40]]"), (QList{box(10, 20, 30, 40)}));
}

TEST(ParseLine, aBlockHasLabelBoxAndText)
{
    const auto blocks = blocksOf(u"<|ref|>text<|/ref|><|det|>[[1, 2, 3, 4]]<|/det|>\nHello.  \n\n");
    ASSERT_EQ(blocks.size(), 1);
    EXPECT_EQ(blocks[0].id, u"p1-b1");
    EXPECT_EQ(blocks[0].type, u"text");
    EXPECT_EQ(blocks[0].text, u"Hello.");
    EXPECT_EQ(blocks[0].boxes, (QList{box(1, 2, 3, 4)}));
}

TEST(ParseLine, everyLabelIsKeptVerbatim)
{
    for (const QString &label : {u"title"_s, u"sub_title"_s, u"image_footnote"_s, u"table_footnote"_s, u"page_number"_s,
             u"aside_text"_s, u"figure_title"_s, u"text_begin"_s, u"text_1"_s, u"never_seen"_s}) {
        const auto blocks = blocksOf(u"<|ref|>%1<|/ref|><|det|>[[1, 2, 3, 4]]<|/det|>\nWords"_s.arg(label));
        ASSERT_EQ(blocks.size(), 1) << label.toStdString();
        EXPECT_EQ(blocks[0].type, label);
        EXPECT_EQ(blocks[0].text, u"Words");
    }
}

TEST(ParseLine, theHashesGiveTheLevelNotTheLabel)
{
    const auto level = [](QStringView label, QStringView line) {
        return blocksOf(u"<|ref|>%1<|/ref|><|det|>[[1, 2, 3, 4]]<|/det|>\n%2"_s.arg(label, line)).first().level;
    };
    EXPECT_EQ(level(u"title", u"#### A"), 4);
    EXPECT_EQ(level(u"sub_title", u"# A"), 1);
    EXPECT_EQ(level(u"title", u"A"), 1);
    EXPECT_EQ(level(u"sub_title", u"A"), 2);
    EXPECT_EQ(level(u"text", u"### A"), 3);
    EXPECT_EQ(level(u"text", u"A # B"), 0);
}

TEST(ParseLine, commentsInProgramTextAreNoHeading)
{
    const auto block
        = blocksOf(u"<|ref|>text<|/ref|><|det|>[[1, 2, 3, 4]]<|/det|>\n# Parameter:\nf=6*x**2-8*x**3+1;").first();
    EXPECT_EQ(block.level, 0);
    EXPECT_EQ(block.text, u"# Parameter:\nf=6*x**2-8*x**3+1;");
}

TEST(ParseLine, anEmptyLineDoesNotEndABlock)
{
    const auto blocks
        = blocksOf(u"<|ref|>text<|/ref|><|det|>[[1, 2, 3, 4]]<|/det|>\none\n\ntwo\n\n<|ref|>image<|/ref|>");
    EXPECT_EQ(outline(blocks), (QStringList{u"text[1]: one\ntwo"_s, u"image[0]: "_s}));
    EXPECT_EQ(blocks[0].markdown, u"one\n\ntwo");
}

TEST(ParseLine, tableHtmlAfterTheCaptionBelongsToTheTable)
{
    const auto blocks = blocksOf(u"<|ref|>table<|/ref|><|det|>[[1, 2, 3, 4]]<|/det|>\n"
                                 u"<|ref|>table_caption<|/ref|><|det|>[[5, 6, 7, 8]]<|/det|>\nTable 1. HPO  \n\n"
                                 u"<table><tr><td>a</td><td>b</td></tr></table>\n\n"
                                 u"<|ref|>text<|/ref|><|det|>[[1, 2, 3, 4]]<|/det|>\nafter");
    EXPECT_EQ(
        outline(blocks), (QStringList{u"table[1]: a\tb"_s, u"table_caption[1]: Table 1. HPO"_s, u"text[1]: after"_s}));
    EXPECT_EQ(blocks[0].html, u"<table><tr><td>a</td><td>b</td></tr></table>");
}

TEST(ParseLine, aTableThatHasItsHtmlDoesNotTakeTheNext)
{
    const auto blocks = blocksOf(u"<|ref|>table<|/ref|>\n<table><tr><td>a</td></tr></table>\n"
                                 u"<|ref|>table_footnote<|/ref|>\n<table><tr><td>b</td></tr></table>");
    EXPECT_EQ(outline(blocks), (QStringList{u"table[0]: a"_s, u"table_footnote[0]: b"_s}));
}

TEST(ParseLine, barsAfterATableAreItsRows)
{
    const auto blocks = blocksOf(u"<|ref|>table<|/ref|>\n<table><tr><td>a</td><td>b</td></tr></table>\nSDQ | 17.5\n");
    EXPECT_EQ(blocks[0].html, u"<table><tr><td>a</td><td>b</td></tr><tr><td>SDQ</td><td>17.5</td></tr></table>");
}

TEST(ParseLine, aTableCutOffIsClosed)
{
    const auto blocks
        = blocksOf(u"<|ref|>table<|/ref|>\n<table><tr><td rowspan=\"2\">a</td><td>b</td></tr><tr><td>1.1");
    EXPECT_EQ(blocks[0].html, u"<table><tr><td rowspan=\"2\">a</td><td>b</td></tr><tr><td>1.1</td></tr></table>");
}

TEST(ParseLine, centreMarksOfCaptionsGo)
{
    const auto blocks
        = blocksOf(u"<|ref|>image<|/ref|><|det|>[[1, 2, 3, 4]]<|/det|>\n"
                   u"<|ref|>image_caption<|/ref|><|det|>[[1, 2, 3, 4]]<|/det|>\n<center>Figure 1 </center>  \n"
                   u"<|ref|>image_footnote<|/ref|><|det|>[[1, 2, 3, 4]]<|/det|>\n<center>Source</center>");
    EXPECT_EQ(outline(blocks),
        (QStringList{u"image[1]: "_s, u"image_caption[1]: Figure 1"_s, u"image_footnote[1]: Source"_s}));
}

TEST(ParseLine, formulasOverLinesStayWhole)
{
    const auto block = blocksOf(u"<|ref|>equation<|/ref|><|det|>[[1, 2, 3, 4]]<|/det|>\n\\[\n\\begin{align*}\na_1 &= b "
                                u"\\\\\n&= c\n\\end{align*}\n\\]\n")
                           .first();
    EXPECT_EQ(block.markdown, u"\\[\n\\begin{align*}\na_1 &= b \\\\\n&= c\n\\end{align*}\n\\]");
    EXPECT_EQ(block.text, block.markdown);
}

// The shapes that GRAMMAR-NOTES.md of the samples lists, in words of our own.
TEST(ParseLine, aRefWithoutADetIsABlockWithoutABox)
{
    EXPECT_EQ(outline(blocksOf(u"<|ref|>text<|/ref|>\nwords")), (QStringList{u"text[0]: words"_s}));
    EXPECT_EQ(outline(blocksOf(u"<|ref|>equation<|/ref|><|/det|>\nwords")), (QStringList{u"equation[0]: words"_s}));
}

TEST(ParseLine, wordsInPlaceOfADetAreText)
{
    EXPECT_EQ(outline(blocksOf(u"<|ref|>text_begin<|/ref|>мощь 2000 \n\n<|ref|>text<|/ref|> rightset\nmore")),
        (QStringList{u"text_begin[0]: мощь 2000"_s, u"text[0]: rightset\nmore"_s}));
}

TEST(ParseLine, aMissingOpeningDetIsForgiven)
{
    const auto blocks = blocksOf(u"<|ref|>equation<|/ref|>[150, 533, 789, 620]]<|/det|>\nx\n<|ref|>text<|/ref|><|det|> "
                                 u"[[1, 2, 3, 4]]<|/det|>\ny");
    EXPECT_EQ(outline(blocks), (QStringList{u"equation[1]: x"_s, u"text[1]: y"_s}));
    EXPECT_EQ(blocks[0].boxes, (QList{box(150, 533, 789, 620)}));
}

TEST(ParseLine, aDetThatNeverClosesStopsAtTheLineEnd)
{
    EXPECT_EQ(outline(blocksOf(
                  u"<|ref|>text<|/ref|><|det|>[[150, talk=\"0\" style=\"font-size: 0.8em\">I = 51.\">\nwords\n")),
        (QStringList{u"text[0]: words"_s}));
    EXPECT_EQ(outline(blocksOf(u"<|ref|>text<|/ref|><|det|>[[1, 2, <|ref|>image<|/ref|><|det|>[[1, 2, 3, 4]]<|/det|>")),
        (QStringList{u"text[0]: "_s, u"image[1]: "_s}));
}

TEST(ParseLine, aSecondOpeningTagClosesTheRef)
{
    EXPECT_EQ(outline(blocksOf(u"<|ref|>equation<|ref|>text<|/ref|><|det|>[[1, 2, 3, 4]]<|/det|>\nx")),
        (QStringList{u"text[1]: x"_s}));
    EXPECT_EQ(outline(blocksOf(u"<|ref|>equation<|ref|><|det|>[[1, 2, 3, 4]]<|/det|>\nx")),
        (QStringList{u"equation[1]: x"_s}));
}

TEST(ParseLine, tornTagsAtTheEndLeaveNoLetters)
{
    for (const QStringView torn : {QStringView(u"<"), QStringView(u"<|"), QStringView(u"<|re"), QStringView(u"<|ref|"),
             QStringView(u"<|ref|>"), QStringView(u"<|ref|>te"), QStringView(u"<|ref|>sub_")}) {
        const auto blocks = blocksOf(u"<|ref|>text<|/ref|><|det|>[[1, 2, 3, 4]]<|/det|>\nwords\n\n%1"_s.arg(torn));
        EXPECT_EQ(outline(blocks), (QStringList{torn == u"<" ? u"text[1]: words\n<"_s : u"text[1]: words"_s}))
            << torn.toString().toStdString();
    }
    for (const QStringView torn : {QStringView(u"<|ref|>image<|/r"), QStringView(u"<|ref|>image<|/ref|>"),
             QStringView(u"<|ref|>image<|/ref|><|d"), QStringView(u"<|ref|>image<|/ref|><|det|>"),
             QStringView(u"<|ref|>image<|/ref|><|det|>[[12, 3"),
             QStringView(u"<|ref|>image<|/ref|><|det|>[[12, 3, 4, 5]]<|/de")}) {
        const auto blocks = blocksOf(torn);
        ASSERT_EQ(blocks.size(), 1) << torn.toString().toStdString();
        EXPECT_EQ(blocks[0].type, u"image") << torn.toString().toStdString();
        EXPECT_EQ(blocks[0].text, u"") << torn.toString().toStdString();
    }
}

TEST(ParseLine, strayTagsAreNoText)
{
    EXPECT_EQ(outline(blocksOf(u"<|ref|>image<|/ref|>aniem<|/ref|><|det|>[[384, 7850) 7850]]<|/det|>\n")),
        (QStringList{u"image[0]: aniem"_s}));
    EXPECT_EQ(outline(blocksOf(u"<|ref|>text<|/ref|>\na <|/det|>b")), (QStringList{u"text[0]: a b"_s}));
}

TEST(ParseLine, textBeforeTheFirstTagIsKept)
{
    EXPECT_EQ(outline(blocksOf(u"order to compute\n\n<|ref|>text<|/ref|><|det|>[[1, 2, 3, 4]]<|/det|>\nnext")),
        (QStringList{u"text[0]: order to compute"_s, u"text[1]: next"_s}));
}

TEST(ParseLine, inOcrThisImageTheRefHoldsTheText)
{
    const auto blocks = blocksOf(
        u"<|ref|>32<|/ref|><|det|>[[78, 37, 104, 49]]<|/det|>\n<|ref|>增值税*新<|/ref|><|det|>[[1, 2, 3, 4]]<|/det|>\n",
        Grammar::TextInRefs);
    EXPECT_EQ(outline(blocks), (QStringList{u"text[1]: 32"_s, u"text[1]: 增值税*新"_s}));
    EXPECT_EQ(outline(blocksOf(u"<|ref|>title<|/ref|><|det|>[[1, 2, 3, 4]]<|/det|>\n# A", Grammar::TextInRefs)),
        (QStringList{u"title[1]: A"_s}));
}

TEST(ParseLine, aRefThatIsNoLabelIsTextInAnyGrammar)
{
    EXPECT_EQ(outline(blocksOf(u"<|ref|>Total: 12 €<|/ref|><|det|>[[1, 2, 3, 4]]<|/det|>\n")),
        (QStringList{u"text[1]: Total: 12 €"_s}));
}

TEST(ParseLine, untaggedMarkdownFallsIntoBlocksByForm)
{
    const auto blocks = blocksOf(u"# Head\npara one\ngoes on\n\n- a\n- b\n\n| x | y |\n|---|---|\n| 1 | 2 "
                                 u"|\n\n\\[\na\n\\]\n<table><tr><td>c</td></tr></table>\n```\n# code\n\n```\n## Two",
        Grammar::Plain);
    EXPECT_EQ(outline(blocks),
        (QStringList{u"title[0]: Head"_s, u"text[0]: para one\ngoes on"_s, u"text[0]: - a\n- b"_s,
            u"table[0]: x\ty\n1\t2"_s, u"equation[0]: \\[\na\n\\]"_s, u"table[0]: c"_s, u"text[0]: # code"_s,
            u"sub_title[0]: Two"_s}));
}

TEST(ParseLine, thePromptTellsTheGrammar)
{
    EXPECT_EQ(markdown::grammarFor(u"<|grounding|>Convert the document to markdown."), Grammar::Labels);
    EXPECT_EQ(markdown::grammarFor(u"<|grounding|>OCR this image."), Grammar::TextInRefs);
    EXPECT_EQ(markdown::grammarFor(u"Locate <|ref|>xxxx<|/ref|> in the image."), Grammar::TextInRefs);
    EXPECT_EQ(markdown::grammarFor(u"<|grounding|>OCR the images."), Grammar::TextInRefs);
    EXPECT_EQ(markdown::grammarFor(u"Identify all objects in the image and output them in bounding boxes."),
        Grammar::TextInRefs);
    EXPECT_EQ(markdown::grammarFor(u"Free OCR."), Grammar::Plain);
}

TEST(ParseLine, anEditIsReadAgainOnlyUntilTheStateAgrees)
{
    const QStringList lines
        = u"<|ref|>text<|/ref|>\none\n<|ref|>table<|/ref|>\ntwo\n<|ref|>text<|/ref|>\nthree"_s.split(u'\n');
    QList<ParseState> states{ParseState{}};
    for (const QString &line : lines)
        states.append(parseLine(line, states.last()).next);
    const ParseState edited = parseLine(u"ONE", states[1]).next;
    EXPECT_EQ(edited, states[2]);
    EXPECT_NE(states[3], states[2]);
}
