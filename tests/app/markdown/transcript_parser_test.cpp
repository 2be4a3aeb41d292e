// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/markdown/transcript_parser.h"
#include "app/markdown/write_transcript.h"
#include "tests/app/markdown/block_notation.h"

#include <gtest/gtest.h>

#include <ctime>

using namespace Qt::StringLiterals;
using markdown::Content;
using markdown::Grammar;
using markdown::parseTranscript;
using markdown::TranscriptParser;

TEST(TranscriptParser, blocksGrowWhileTheTextArrives)
{
    TranscriptParser parser(Grammar::Labels, 3);
    parser.append(u"<|ref|>text<|/ref|><|det|>[[1, 2, 3, 4]]<|/det|>\nHel");
    ASSERT_EQ(parser.blocks().size(), 1);
    EXPECT_EQ(parser.blocks()[0].text, u"Hel");
    parser.append(u"lo.\n\n<|ref|>title<|/ref|><|det|>[[5, 6, 7, 8]]<|/det|>\n# A");
    ASSERT_EQ(parser.blocks().size(), 2);
    EXPECT_EQ(parser.blocks()[0].text, u"Hello.");
    EXPECT_EQ(parser.blocks()[1].id, u"p3-b2");
}

TEST(TranscriptParser, onlyWhatChangedIsReported)
{
    TranscriptParser parser(Grammar::Labels, 1);
    parser.append(u"<|ref|>text<|/ref|>\na\n<|ref|>text<|/ref|>\nb\n");
    (void)parser.blocks();
    EXPECT_EQ(parser.firstChanged(), 0);
    parser.append(u"c");
    (void)parser.blocks();
    EXPECT_EQ(parser.firstChanged(), 1);
    (void)parser.blocks();
    EXPECT_EQ(parser.firstChanged(), 2) << "nothing arrived since";
    parser.append(u"\n<|ref|>image<|/ref|><|det|>[[1, 2, 3, 4]]<|/det|>\n");
    (void)parser.blocks();
    EXPECT_EQ(parser.firstChanged(), 1) << "the line c ended, and a block came";
}

TEST(TranscriptParser, aTagThatIsNotWholeIsHeldBack)
{
    const QString tag = u"<|ref|>image<|/ref|><|det|>[[1, 2, 3, 4]]<|/det|>"_s;
    for (qsizetype cut = 1; cut < tag.size(); ++cut) {
        TranscriptParser parser(Grammar::Labels, 1);
        parser.append(u"<|ref|>text<|/ref|>\nwords\n"_s + tag.first(cut));
        ASSERT_EQ(parser.blocks().size(), 1) << cut;
        EXPECT_EQ(parser.blocks()[0].text, u"words") << cut;
    }
}

TEST(TranscriptParser, lettersAsPrintedAreEscaped)
{
    const auto blocks = parseTranscript(
        u"<|ref|>text<|/ref|>\n*5_ & <b> \\(x\\) # 1. [a](b)", Grammar::Labels, 1, Content::PlainText);
    EXPECT_EQ(blocks[0].text, u"*5_ & <b> \\(x\\) # 1. [a](b)");
    EXPECT_EQ(blocks[0].level, 0);
}

TEST(TranscriptParser, blocksWrittenAsATranscriptReadTheSame)
{
    const QString text
        = u"<|ref|>title<|/ref|><|det|>[[1, 2, 3, 4]]<|/det|>\n## A *b*\n\n"
          u"<|ref|>image<|/ref|><|det|>[[10, 20, 30, 40], [50, 60, 70, 80]]<|/det|>\n"
          u"<|ref|>image_caption<|/ref|><|det|>[[1, 2, 3, 4]]<|/det|>\n<center>Fig. 1</center>\n\n"
          u"<|ref|>table<|/ref|><|det|>[[1, 2, 3, 4]]<|/det|>\n<table><tr><td colspan=\"2\">x | y</td></tr></table>\n\n"
          u"<|ref|>text<|/ref|><|det|>[[1, 2, 3, 4]]<|/det|>\none\ntwo \\(a_b\\)\n\nthree\n\n"
          u"<|ref|>equation<|/ref|><|det|>[[1, 2, 3, 4]]<|/det|>\n\\[\na\n\\]\n\n"_s;
    const auto blocks = parseTranscript(text, Grammar::Labels, 1);
    EXPECT_EQ(parseTranscript(markdown::writeTranscript(blocks), Grammar::Labels, 1), blocks);
}

TEST(TranscriptParser, markdownSourceTellsWhereEachBlockBegins)
{
    const auto blocks = parseTranscript(u"# A\n\none\ntwo\n\n- x\n- y\n\n\\[ z \\]\n", Grammar::Plain, 1);
    const auto source = markdown::writeMarkdown(blocks);
    EXPECT_EQ(source.firstLines, (QList<qsizetype>{0, 2, 5, 8}));
    EXPECT_EQ(source.text, u"# A\n\none\\\ntwo\n\n- x\n- y\n\n\\[ z \\]\n\n");
    EXPECT_EQ(parseTranscript(source.text, Grammar::Plain, 1), blocks);
}

TEST(TranscriptParser, aMegabyteOfMaliceIsReadInASecond)
{
    const qsizetype size = 1'000'000;
    const auto repeated = [&](QStringView piece) -> QString { return piece.toString().repeated(size / piece.size()); };
    const QString table = u"<|ref|>table<|/ref|>\n"_s;
    const QStringList hostile{repeated(u"<|ref|>"), repeated(u"<|ref|>a<|/ref|>"),
        repeated(u"<|ref|>text<|/ref|><|det|>[["), repeated(u"<|det|>"), repeated(u"["), repeated(u"\\["),
        repeated(u"\\("), repeated(u"`"), repeated(u"``` "), repeated(u"*a "), repeated(u"**a_"), repeated(u"<b>"),
        repeated(u"<"), repeated(u"<table>"), repeated(u"- "), repeated(u"> "), repeated(u"1. "), repeated(u"![a]("),
        repeated(u"[a]("), repeated(u"&amp;"), repeated(u"&thorn;"), repeated(u"- a\n"), repeated(u"|a"),
        repeated(u"| a |\n"), table + repeated(u"<table>"), table + u"<table>"_s + repeated(u"<td>"),
        table + u"<table>"_s + repeated(u"x<tr>"), table + u"<table><tr><td>"_s + repeated(u"<b><p>"),
        table + u"<table>"_s + repeated(u"<div><i>"), table + u"<table>"_s + repeated(u"<!--"),
        table + u"<table>"_s + repeated(u"<td a=\""), table + u"<table>"_s + repeated(u"<tr><td>\\("),
        table + u"<table><tr><td>"_s + repeated(u"<ul><li>"), repeated(u"a\n\n"), repeated(u"a- b"), repeated(u"\n"),
        repeated(u"#"), repeated(u"# a\n"), repeated(u"a <|"), repeated(u"]("), repeated(u"[a]: b\n"), repeated(u"~a~"),
        repeated(u"<table><tr><td>1</td></tr></table>"), repeated(u"\\"), repeated(u"_a_ "),
        table + u"|a|b|\n|-|-|\n"_s + repeated(u"|1|2|\n")};
    for (const QString &text : hostile) {
        const std::clock_t start = std::clock(); // this process's own time: other work on the machine does not count
        const auto blocks = parseTranscript(text, Grammar::Labels, 1);
        EXPECT_LT(static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC, 1.0)
            << text.left(60).simplified().toStdString();
    }
}
