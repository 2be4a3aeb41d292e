// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/cli/transcript.h"

#include "tests/engine/golden/golden.h"

#include <gtest/gtest.h>

namespace {

using cli::cleanTranscript;
using cli::PixelBox;
using cli::TranscriptFormat;

TEST(Transcript, agreesWithTheGoldenPagesWhereTheOfficialScriptsAreRight)
{
    golden::Tally tally;
    golden::checkPostprocess(std::string(TEST_DATA_DIR) + "/engine/golden", tally);
    EXPECT_EQ(tally.allEqual("postprocess hf: text"), 43);
    EXPECT_EQ(tally.allEqual("postprocess hf: crops"), 43);
    EXPECT_EQ(tally.allEqual("postprocess hf: known bugs"), 33);
    EXPECT_EQ(tally.allEqual("postprocess pdf: text"), 34);
    EXPECT_EQ(tally.allEqual("postprocess pdf: crops"), 34);
}

TEST(Transcript, everyCropHasItsLinkAndEveryLinkItsCrop)
{
    const auto clean
        = cleanTranscript("<|ref|>image<|/ref|><|det|>[[0, 0, 200, 200], [300, 300, 600, 600]]<|/det|>\nA\n"
                          "<|ref|>image<|/ref|><|det|>[[5, 5, 5, 5]]<|/det|>\nB\n"
                          "<|ref|>image<|/ref|><|det|>[[700, 700, 990, 990]]<|/det|>",
            200, 150, TranscriptFormat::Hf);
    EXPECT_EQ(clean.text, "![](images/0.jpg)\n![](images/1.jpg)\n\nA\n\nB\n![](images/3.jpg)\n");
    ASSERT_EQ(clean.crops.size(), 3u);
    EXPECT_EQ(clean.crops[2].box, (PixelBox{140, 105, 198, 148}));
    EXPECT_EQ(clean.boxes.size(), 4u);
}

TEST(Transcript, identicalTagsGetDifferentFiles)
{
    const std::string tag = "<|ref|>image<|/ref|><|det|>[[10, 10, 400, 400]]<|/det|>";
    EXPECT_EQ(cleanTranscript(tag + "A" + tag + "B", 200, 150, TranscriptFormat::Hf).text,
        "![](images/0.jpg)\nA![](images/1.jpg)\nB");
}

TEST(Transcript, reversedAndOutlyingCornersAreSortedAndClamped)
{
    EXPECT_EQ(cli::toPixels({500, 100, 100, 500}, 200, 150), (PixelBox{20, 15, 100, 75}));
    EXPECT_EQ(cli::toPixels({-50, -20, 300, 1e30}, 200, 150), (PixelBox{0, 0, 60, 150}));
}

TEST(Transcript, aPdfCropCarriesItsPage)
{
    const auto clean = cleanTranscript(
        "<|ref|>image<|/ref|><|det|>[[0, 0, 999, 999]]<|/det|><｜end▁of▁sentence｜>", 10, 10, TranscriptFormat::Pdf, 4);
    EXPECT_EQ(clean.text, "![](images/4_0.jpg)\n");
    EXPECT_TRUE(clean.ended);
}

} // namespace
