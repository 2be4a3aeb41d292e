// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/readers/tesseract/paragraphs.h"

#include "tests/engine/readers/text_lines.h"

#include <gtest/gtest.h>

using namespace readers;

namespace {

/// The paragraphs' texts.
std::vector<std::string> split(const std::vector<TesseractLine> &lines)
{
    std::vector<LineShape> shapes;
    for (const TesseractLine &line : lines)
        shapes.push_back(line.shape);
    const Margins margins = marginsOf(shapes);
    std::vector<Paragraph> paragraphs;
    for (const TesseractLine &line : lines) {
        if (paragraphs.empty() || beginsParagraph(line, paragraphs.back().back(), margins))
            paragraphs.emplace_back();
        paragraphs.back().push_back(line);
    }
    std::vector<std::string> texts;
    for (const Paragraph &paragraph : paragraphs)
        texts.push_back(joinedText(paragraph));
    return texts;
}

using Texts = std::vector<std::string>;

} // namespace

TEST(Paragraphs, fullLinesAreOneParagraph)
{
    EXPECT_EQ(split({textLine("one two three", 0, 400, 100), textLine("four five six", 0, 398, 130),
                  textLine("seven eight nine.", 0, 401, 160)}),
        Texts{"one two three four five six seven eight nine."});
}

TEST(Paragraphs, anIndentedLineBeginsOne)
{
    EXPECT_EQ(split({textLine("full line here and", 0, 400, 100), textLine("still the first one", 0, 400, 130),
                  textLine("Second comes now", 30, 400, 160), textLine("and goes on here", 0, 400, 190)}),
        (Texts{"full line here and still the first one", "Second comes now and goes on here"}));
}

TEST(Paragraphs, aWiderGapBeginsOne)
{
    EXPECT_EQ(split({textLine("a a a a", 0, 400, 100), textLine("b b b b", 0, 400, 130),
                  textLine("c c c c", 0, 400, 175), textLine("d d d d", 0, 400, 205)}),
        (Texts{"a a a a b b b b", "c c c c d d d d"}));
}

TEST(Paragraphs, aLineThatEndsASentenceEarlyEndsOne)
{
    EXPECT_EQ(split({textLine("the first line is quite full", 0, 400, 100), textLine("and ends here.", 0, 200, 130),
                  textLine("Another begins on the left", 0, 400, 160)}),
        (Texts{"the first line is quite full and ends here.", "Another begins on the left"}));
}

TEST(Paragraphs, aRaggedMarginEndsNone)
{
    EXPECT_EQ(split({textLine("Ragged lines end where", 0, 400, 100), textLine("they please but", 0, 330, 130),
                        textLine("Berlin goes on all right", 0, 390, 160)})
                  .size(),
        1u);
}

TEST(Paragraphs, eachListMarkBeginsOne)
{
    EXPECT_EQ(split({textLine("• first thing to say", 0, 400, 100), textLine("goes on", 20, 120, 130),
                  textLine("© second, misread mark", 0, 400, 160), textLine("3. third", 0, 150, 190)}),
        (Texts{"• first thing to say goes on", "© second, misread mark", "3. third"}));
}

TEST(Paragraphs, anotherTypeSizeBeginsOne)
{
    EXPECT_EQ(split({textLine("Heading", 0, 200, 100, 30), textLine("body of the text", 0, 400, 130),
                        textLine("goes on here now", 0, 400, 160)})
                  .size(),
        2u);
}

TEST(Paragraphs, textOverNotesOfOneFlowFollowsItsOwnStep)
{
    std::vector<TesseractLine> lines;
    for (int i = 0; i < 5; ++i)
        lines.push_back(textLine("line of the text itself", 0, 400, 100 + 44 * i, 26));
    for (int i = 0; i < 7; ++i)
        lines.push_back(textLine("line of the notes below it", 0, 400, 340 + 30 * i));
    const Texts texts = split(lines);
    ASSERT_EQ(texts.size(), 2u);
    EXPECT_EQ(texts[0].substr(0, 30), "line of the text itself line o");
}

TEST(Paragraphs, aHeightMeasuredWrongWithinFullLinesEndsNone)
{
    EXPECT_EQ(split({textLine("full line here and", 0, 400, 100), textLine("much too high it seems", 0, 400, 130, 33),
                        textLine("but goes on as all do", 0, 400, 160), textLine("to its end.", 0, 150, 190, 31)})
                  .size(),
        1u);
}

TEST(Paragraphs, rightToLeftLinesAreIndentedOnTheRight)
{
    std::vector<TesseractLine> lines{textLine("אחת שתיים שלוש", 0, 400, 100), textLine("ארבע חמש שש", 0, 400, 130),
        textLine("פסקה חדשה כאן", 0, 370, 160), textLine("וממשיכה הלאה עוד", 0, 400, 190)};
    for (TesseractLine &line : lines)
        line.rightToLeft = true;
    EXPECT_EQ(split(lines).size(), 2u);
}

TEST(Paragraphs, aHyphenAtALinesEndGoesBeforeASmallLetterOnly)
{
    const auto joined = [](const std::string &first, const std::string &second) {
        return joinedText({textLine(first, 0, 400, 100), textLine(second, 0, 400, 130)});
    };
    EXPECT_EQ(joined("a docu-", "ment here"), "a document here");
    EXPECT_EQ(joined("a docu\u00AC", "ment"), "a document");
    EXPECT_EQ(joined("Marie-", "Antoinette"), "Marie- Antoinette");
    EXPECT_EQ(joined("pages 1-", "13"), "pages 1- 13");
    EXPECT_EQ(joined("it was - well -", "so"), "it was - well - so");
}

TEST(Paragraphs, chineseLinesAreJoinedWithoutABlankAndKoreanOnesWith)
{
    EXPECT_EQ(joinedText({textLine("漢字", 0, 400, 100), textLine("仮名", 0, 400, 130)}), "漢字仮名");
    EXPECT_EQ(joinedText({textLine("한국", 0, 400, 100), textLine("사람", 0, 400, 130)}), "한국 사람");
    EXPECT_EQ(lineText(textLine("中 文 and text", 0, 400, 100)), "中文 and text");
}

TEST(Paragraphs, noLinesHaveNoMargins)
{
    EXPECT_EQ(marginsOf({}).step, 0);
}
