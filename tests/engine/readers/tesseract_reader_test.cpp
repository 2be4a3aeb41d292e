// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/readers/tesseract/tesseract_reader.h"

#include <gmock/gmock.h>
#include <leptonica/allheaders.h>

#include <fstream>
#include <iterator>
#include <thread>

using namespace readers;
using testing::HasSubstr;

namespace {

const std::string worker = PROGRAM_DIR "/recto-tesseract";

std::string sample(const std::string &name)
{
    std::ifstream file(std::string(TEST_DATA_DIR) + "/" + name, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

struct Collected : Output {
    std::vector<std::string> pieces;
    std::function<void()> onPiece = [] { };
    void text(std::string_view text, const nlohmann::json &) override
    {
        pieces.emplace_back(text);
        onPiece();
    }
    void raw(std::string_view) override { ADD_FAILURE(); }
    std::string whole() const
    {
        std::string text;
        for (const std::string &piece : pieces)
            text += piece;
        return text;
    }
};

ReadRequest pageRequest(std::vector<std::string> languages = {"eng"})
{
    ReadRequest request;
    request.picture = sample("documents/eurotext.tif");
    request.languages = std::move(languages);
    return request;
}

} // namespace

TEST(TesseractReader, aPageComesInTheGroundedGrammarWithItsWords)
{
    TesseractReader reader(1, worker);
    Collected output;
    const ReadResult result = reader.accept(pageRequest())->run(output, {});
    EXPECT_THAT(output.whole(), testing::StartsWith("<|ref|>text<|/ref|><|det|>[["));
    EXPECT_THAT(output.whole(), HasSubstr("The (quick) [brown] {fox} jumps!"));
    EXPECT_EQ(result.finishReason, "stop");
    EXPECT_EQ(result.modelSha256.size(), 64u);
    ASSERT_GT(result.words.size(), 50u);
    EXPECT_EQ(result.words.front().text, "The");
}

TEST(TesseractReader, aStopGivesThePageUp)
{
    TesseractReader reader(1, worker);
    std::stop_source stop;
    stop.request_stop();
    Collected output;
    const ReadResult result = reader.accept(pageRequest())->run(output, stop.get_token());
    EXPECT_EQ(output.whole(), "");
    EXPECT_TRUE(result.words.empty());
}

TEST(TesseractReader, theSameObjectReadsTheSameTextAgain)
{
    TesseractReader reader(1, worker);
    Collected first;
    Collected second;
    reader.accept(pageRequest())->run(first, {});
    reader.accept(pageRequest())->run(second, {});
    EXPECT_EQ(first.whole(), second.whole());
}

TEST(TesseractReader, twoPagesAtOnceDoNotMix)
{
    TesseractReader reader(2, worker);
    Collected one;
    Collected two;
    std::thread other([&] { reader.accept(pageRequest())->run(one, {}); });
    reader.accept(pageRequest())->run(two, {});
    other.join();
    EXPECT_EQ(one.whole(), two.whole());
}

TEST(TesseractReader, withoutLanguagesTheScriptDecides)
{
    TesseractReader reader(1, worker);
    Collected output;
    EXPECT_EQ(reader.accept(pageRequest({}))->run(output, {}).languages, (std::vector<std::string>{"eng"}));
}

TEST(TesseractReader, anExceptionOfTheOutputPassesThroughTesseractUnharmed)
{
    TesseractReader reader(1, worker);
    Collected output;
    output.onPiece = [] { throw std::runtime_error("gone"); };
    EXPECT_THROW(reader.accept(pageRequest())->run(output, {}), std::runtime_error);
    Collected again;
    reader.accept(pageRequest())->run(again, {});
    EXPECT_FALSE(again.whole().empty());
}

TEST(TesseractReader, smallTypeIsReadToo)
{
    const std::string page = sample("documents/eurotext.tif");
    Pix *pix = pixReadMem(reinterpret_cast<const l_uint8 *>(page.data()), page.size());
    Pix *grey = pixConvertTo8(pix, 0);
    Pix *small = pixScale(grey, 0.33F, 0.33F);
    l_uint8 *data = nullptr;
    std::size_t size = 0;
    ASSERT_EQ(pixWriteMem(&data, &size, small, IFF_PNG), 0);
    TesseractReader reader(1, worker);
    ReadRequest request = pageRequest();
    request.picture.assign(reinterpret_cast<char *>(data), size);
    Collected output;
    const ReadResult result = reader.accept(std::move(request))->run(output, {});
    EXPECT_THAT(output.whole(), HasSubstr("jumps!"));
    for (const ReadWord &word : result.words)
        EXPECT_LE(word.box[2], 1);
    lept_free(data);
    pixDestroy(&small);
    pixDestroy(&grey);
    pixDestroy(&pix);
}

TEST(TesseractReader, anUprightPageNeedsNoTurn)
{
    TesseractReader reader(1, worker);
    const PictureOrientation found = reader.find(sample("documents/eurotext.tif"), {});
    EXPECT_EQ(found.clockwiseDegrees, 0);
    EXPECT_GT(found.confidence, 2);
    EXPECT_EQ(found.script, "Latin");
}

TEST(TesseractReader, aTurnedPageIsToldHowFarClockwiseItStillHasToGo)
{
    TesseractReader reader(1, worker);
    const std::string upright = sample("documents/eurotext.tif");
    Pix *page = pixReadMem(reinterpret_cast<const l_uint8 *>(upright.data()), upright.size());
    for (const int quarters : {1, 2, 3}) {
        Pix *turned = pixRotateOrth(page, quarters); // clockwise
        l_uint8 *data = nullptr;
        std::size_t size = 0;
        ASSERT_EQ(pixWriteMem(&data, &size, turned, IFF_PNG), 0);
        const PictureOrientation found = reader.find(std::string(reinterpret_cast<char *>(data), size), {});
        EXPECT_EQ(found.clockwiseDegrees, 360 - 90 * quarters);
        EXPECT_GT(found.confidence, 2);
        lept_free(data);
        pixDestroy(&turned);
    }
    pixDestroy(&page);
}

TEST(TesseractReader, aRequestWithoutAPictureIsRefused)
{
    TesseractReader reader(1, worker);
    EXPECT_THROW(reader.accept({}), RequestError);
}
