// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/readers/tesseract/page_composer.h"

#include "tests/engine/readers/text_lines.h"

#include <gmock/gmock.h>

using namespace readers;
using testing::HasSubstr;

namespace {

/// Composes blocks on a page of 1000 x 1000 pixels whose body is 20 high.
class Page {
public:
    void text(std::vector<TesseractLine> lines)
    {
        LaidBlock block;
        block.kind = BlockKind::Text;
        for (const TesseractLine &line : lines) {
            block.lines.push_back(line.shape);
            block.box.add(line.shape.box);
        }
        m_blocks.push_back(block);
        m_lines.push_back(std::move(lines));
    }
    void picture(PixelBox box)
    {
        LaidBlock block;
        block.kind = BlockKind::Image;
        block.box = box;
        m_blocks.push_back(block);
        m_lines.emplace_back();
    }
    std::string compose()
    {
        PageLayout layout;
        layout.blocks = m_blocks;
        layout.bodyHeight = 20;
        joinFlows(layout.blocks);
        PageComposer composer(std::move(layout), 1000, 1000);
        std::string text;
        for (std::size_t i = 0; i < m_lines.size(); ++i)
            text += composer.compose(i, m_lines[i]);
        return text + composer.finish();
    }

private:
    std::vector<LaidBlock> m_blocks;
    std::vector<std::vector<TesseractLine>> m_lines;
};

} // namespace

TEST(PageComposer, aParagraphIsATextWithItsBox)
{
    Page page;
    page.text({textLine("Hello there", 100, 500, 116), textLine("world.", 100, 200, 146)});
    EXPECT_EQ(page.compose(), "<|ref|>text<|/ref|><|det|>[[100, 100, 500, 150]]<|/det|>\nHello there world.\n\n");
}

TEST(PageComposer, largeTypeIsATitleAndLargerTypeASubTitle)
{
    Page page;
    page.text({textLine("The Great Title", 100, 800, 100, 40)});
    page.text({textLine("A section", 100, 400, 300, 24)});
    page.text({textLine("Body text of this section goes on", 100, 900, 400)});
    EXPECT_THAT(
        page.compose(), HasSubstr("<|ref|>title<|/ref|><|det|>[[100, 68, 799, 108]]<|/det|>\n# The Great Title\n\n"));
    EXPECT_THAT(page.compose(), HasSubstr("\n## A section\n\n"));
    EXPECT_THAT(page.compose(), HasSubstr("<|/det|>\nBody text"));
}

TEST(PageComposer, aLargeSentenceIsNoHeading)
{
    Page page;
    page.text({textLine("This is only set a bit larger.", 100, 800, 100, 24)});
    EXPECT_THAT(page.compose(), testing::StartsWith("<|ref|>text<|/ref|>"));
}

TEST(PageComposer, aPictureIsAnImageBlockAndTheTextUnderItItsCaption)
{
    Page page;
    page.picture({100, 100, 600, 500});
    page.text({textLine("Figure 1: A picture", 150, 500, 525)});
    page.text({textLine("Far below goes the text", 100, 900, 800)});
    EXPECT_THAT(page.compose(),
        HasSubstr("<|ref|>image<|/ref|><|det|>[[100, 100, 599, 500]]<|/det|>\n\n<|ref|>image_caption<|/ref|>"));
    EXPECT_THAT(page.compose(), HasSubstr("<center>Figure 1: A picture</center>"));
    EXPECT_THAT(page.compose(), HasSubstr("<|/det|>\nFar below"));
}

TEST(PageComposer, aParagraphCutIntoTwoBlocksIsOneAgain)
{
    Page page;
    page.text({textLine("the words go on over", 100, 500, 100)});
    page.text({textLine("the border of blocks", 100, 500, 130)});
    EXPECT_THAT(page.compose(), HasSubstr("the words go on over the border of blocks"));
}

TEST(PageComposer, theNextColumnIsNotJoined)
{
    Page page;
    page.text({textLine("left column ends", 100, 450, 900)});
    page.text({textLine("right column begins", 550, 900, 100)});
    EXPECT_THAT(page.compose(), HasSubstr("left column ends\n\n"));
}

TEST(PageComposer, tagsThatStandOnThePageAreNoTags)
{
    Page page;
    page.text({textLine("see <|ref|>text<|/ref|> there", 100, 500, 100)});
    const std::string text = page.compose();
    EXPECT_EQ(text.find("<|ref|>", 7), std::string::npos) << text;
}

TEST(PageComposer, wordsKeepTheirHyphensAndBoxes)
{
    LaidBlock block;
    block.kind = BlockKind::Text;
    PageLayout layout;
    layout.blocks = {block};
    PageComposer composer(layout, 1000, 500);
    composer.compose(0, {textLine("docu-", 100, 200, 116), textLine("ment", 100, 180, 146)});
    const std::vector<ReadWord> words = composer.takeWords();
    ASSERT_EQ(words.size(), 2u);
    EXPECT_EQ(words[0].text, "docu-");
    EXPECT_DOUBLE_EQ(words[0].box[0], 0.1);
    EXPECT_DOUBLE_EQ(words[0].box[1], 0.2);
    EXPECT_NEAR(words[0].confidence, 0.9, 1e-6);
}

TEST(PageComposer, boxesStayWithinTheGrid)
{
    EXPECT_EQ(
        groundedHead("text", {-5, 0, 2000, 700}, 1000, 500), "<|ref|>text<|/ref|><|det|>[[0, 0, 999, 999]]<|/det|>\n");
}
