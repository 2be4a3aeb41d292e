// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/runtime/engine.h"

#include "engine/weights/formula.h"
#include "engine/weights/model_config.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <future>
#include <thread>
#include <unistd.h>

namespace {

namespace fs = std::filesystem;
using runtime::Engine;
using runtime::EngineOptions;
using runtime::FinishReason;
using runtime::Request;
using runtime::Result;

/// The small model by formula, in a folder of its own, made once.
class EngineTest : public testing::Test {
protected:
    static void SetUpTestSuite()
    {
        folder = fs::temp_directory_path() / ("recto-engine-test-" + std::to_string(getpid()));
        fs::create_directories(folder);
        for (const char *name : {"config.json", "tokenizer.json"})
            fs::copy_file(
                fs::path(TEST_DATA_DIR "/engine_model") / name, folder / name, fs::copy_options::overwrite_existing);
        weights::fabricateFiles(weights::ModelConfig::load(folder), 1, folder);
    }
    static void TearDownTestSuite() { fs::remove_all(folder); }

    static std::unique_ptr<Engine> engine(int concurrency = 1)
    {
        EngineOptions options;
        options.device = "cpu";
        options.type = "float32";
        options.concurrency = concurrency;
        options.contextTokens = 2048;
        options.allIds = true;
        return Engine::load(folder, options);
    }

    static Request request(const std::string &prompt, std::int64_t maxTokens)
    {
        Request request;
        request.prompt = prompt;
        request.sampling.maxTokens = maxTokens;
        request.sampling.endLoops = false;
        return request;
    }

    static inline fs::path folder;
};

/// A chequered picture: any will do.
base::Rgb8Image chequered()
{
    base::Rgb8Image picture(300, 200);
    for (std::size_t i = 0; i < picture.pixels.size(); ++i)
        picture.pixels[i] = (i / 30) % 2 ? 250 : 5;
    return picture;
}

} // namespace

TEST_F(EngineTest, theSameRequestGivesTheSameAnswer)
{
    const auto recto = engine();
    const Result first = recto->generate(request("Hello there", 20), {}, {});
    const Result second = recto->generate(request("Hello there", 20), {}, {});
    EXPECT_EQ(first.ids, second.ids);
    EXPECT_EQ(first.finishReason, FinishReason::Length);
    EXPECT_EQ(first.ids.size(), 20U);
}

TEST_F(EngineTest, whatWasHeardTokenByTokenIsTheWholeText)
{
    const auto recto = engine();
    std::string heard;
    std::vector<std::int32_t> ids;
    const Result result = recto->generate(request("Hello there", 60),
        [&](const runtime::Token &token) {
            heard += token.text;
            ids.push_back(token.id);
        },
        {});
    EXPECT_EQ(heard, result.text);
    EXPECT_EQ(ids, result.ids);
}

TEST_F(EngineTest, aPictureBecomesRowsAndIsCounted)
{
    const auto recto = engine();
    Request asked = request("Free OCR.", 3);
    asked.picture = chequered();
    asked.mode = image::modeNamed("tiny");
    const Result result = recto->generate(asked, {}, {});
    EXPECT_EQ(result.promptTokens, 1 + 73 + 5);
    EXPECT_EQ(result.visionTokens, 64);
    EXPECT_EQ(result.ids.size(), 3U);
}

TEST_F(EngineTest, neighboursInABatchDoNotChangeAnAnswer)
{
    const std::vector<std::string> prompts{"Hello there", "Parse the figure.", "Convert the document to markdown."};
    std::vector<Result> alone;
    {
        const auto recto = engine();
        for (const std::string &prompt : prompts)
            alone.push_back(recto->generate(request(prompt, 150), {}, {}));
    }
    const auto recto = engine(3);
    std::vector<std::future<Result>> together;
    for (const std::string &prompt : prompts)
        together.push_back(
            std::async(std::launch::async, [&, prompt] { return recto->generate(request(prompt, 150), {}, {}); }));
    for (std::size_t i = 0; i < prompts.size(); ++i)
        EXPECT_EQ(together[i].get().ids, alone[i].ids) << prompts[i];
}

TEST_F(EngineTest, sampledAnswersDependOnTheirSeedAlone)
{
    Request asked = request("Hello there", 40);
    asked.sampling.temperature = 1.0;
    asked.sampling.seed = 5;
    std::vector<std::int32_t> alone;
    alone = engine()->generate(asked, {}, {}).ids;
    const auto recto = engine(2);
    auto neighbour
        = std::async(std::launch::async, [&] { return recto->generate(request("Parse the figure.", 60), {}, {}); });
    EXPECT_EQ(recto->generate(asked, {}, {}).ids, alone);
    neighbour.get();
    asked.sampling.seed = 6;
    EXPECT_NE(recto->generate(asked, {}, {}).ids, alone);
}

TEST_F(EngineTest, aStopIsSeenWithinAStep)
{
    const auto recto = engine();
    std::stop_source stop;
    int tokens = 0;
    const Result result = recto->generate(
        request("Hello there", 1500),
        [&](const runtime::Token &) {
            if (++tokens == 5)
                stop.request_stop();
        },
        stop.get_token());
    EXPECT_EQ(result.finishReason, FinishReason::Cancelled);
    EXPECT_LT(result.ids.size(), 1500U);
}

TEST_F(EngineTest, aStopBeforeTheBeginningGivesNothing)
{
    const auto recto = engine();
    std::stop_source stop;
    stop.request_stop();
    Request asked = request("Free OCR.", 10);
    asked.picture = chequered();
    const Result result = recto->generate(asked, {}, stop.get_token());
    EXPECT_EQ(result.finishReason, FinishReason::Cancelled);
    EXPECT_TRUE(result.ids.empty());
}

TEST_F(EngineTest, oneThatLeavesDoesNotDisturbTheOther)
{
    const std::vector<std::int32_t> alone = engine()->generate(request("Hello there", 200), {}, {}).ids;
    const auto recto = engine(2);
    std::stop_source stop;
    auto leaving = std::async(std::launch::async, [&] {
        return recto->generate(
            request("Parse the figure.", 1500),
            [&, count = 0](const runtime::Token &) mutable {
                if (++count == 20)
                    stop.request_stop();
            },
            stop.get_token());
    });
    EXPECT_EQ(recto->generate(request("Hello there", 200), {}, {}).ids, alone);
    EXPECT_EQ(leaving.get().finishReason, FinishReason::Cancelled);
}

TEST_F(EngineTest, aCallbackThatThrowsEndsItsRequestAlone)
{
    const auto recto = engine(2);
    EXPECT_THROW(recto->generate(request("Hello there", 1500),
                     [](const runtime::Token &) { throw std::runtime_error("full"); }, {}),
        std::runtime_error);
    EXPECT_EQ(recto->generate(request("Hello there", 5), {}, {}).ids.size(), 5U);
}

TEST_F(EngineTest, anEndingEngineLetsItsCallersGo)
{
    auto recto = engine();
    std::promise<void> started;
    std::atomic<bool> told = false;
    auto answer = std::async(std::launch::async, [&, raw = recto.get()] {
        return raw->generate(request("Hello there", 1900),
            [&](const runtime::Token &) {
                if (!told.exchange(true))
                    started.set_value();
            },
            {});
    });
    started.get_future().wait();
    recto.reset();
    EXPECT_EQ(answer.get().finishReason, FinishReason::Cancelled);
}

TEST_F(EngineTest, maxTokensIsCutToWhatTheContextLeaves)
{
    const auto recto = engine();
    Request asked = request("Hello there", 1'000'000);
    asked.sampling.ngramRule = runtime::NgramRule::None;
    const auto prepared = recto->prepare(asked);
    (void)prepared;
    EngineOptions options;
    options.device = "cpu";
    options.type = "float32";
    options.contextTokens = 64;
    options.allIds = true;
    const auto narrow = Engine::load(folder, options);
    const Result result = narrow->generate(asked, {}, {});
    EXPECT_EQ(result.finishReason, FinishReason::Length);
    EXPECT_EQ(result.promptTokens + static_cast<std::int64_t>(result.ids.size()), 64);
}

TEST_F(EngineTest, aPromptLongerThanTheContextIsRefusedInPlainWords)
{
    const auto recto = engine();
    try {
        recto->prepare(request(std::string(100'000, 'x') + " y", 10));
        FAIL() << "it was taken";
    } catch (const runtime::ContextExceeded &fault) {
        EXPECT_NE(std::string(fault.what()).find("2048"), std::string::npos) << fault.what();
    }
}

TEST_F(EngineTest, senselessSettingsAreRefused)
{
    const auto recto = engine();
    for (const auto &spoil : std::vector<std::function<void(runtime::Sampling &)>>{
             [](runtime::Sampling &s) { s.maxTokens = 0; }, [](runtime::Sampling &s) { s.maxTokens = -1; },
             [](runtime::Sampling &s) { s.temperature = -1; }, [](runtime::Sampling &s) { s.temperature = NAN; },
             [](runtime::Sampling &s) { s.topP = 0; }, [](runtime::Sampling &s) { s.topLogprobs = 21; }}) {
        Request asked = request("Hello", 5);
        spoil(asked.sampling);
        EXPECT_THROW(recto->prepare(asked), base::BadRequest);
    }
}

TEST_F(EngineTest, logProbabilitiesComeWithEachToken)
{
    const auto recto = engine();
    Request asked = request("Hello there", 4);
    asked.sampling.logprobs = true;
    asked.sampling.topLogprobs = 3;
    recto->generate(asked,
        [](const runtime::Token &token) {
            ASSERT_TRUE(token.logprob);
            ASSERT_EQ(token.topLogprobs.size(), 3U);
            EXPECT_EQ(token.topLogprobs[0].id, token.id); // greedy
            EXPECT_LT(token.logprob->logprob, 0);
            EXPECT_GE(token.topLogprobs[0].logprob, token.topLogprobs[1].logprob);
        },
        {});
}

TEST_F(EngineTest, preflightSaysWhatItWillTake)
{
    EngineOptions options;
    options.device = "cpu";
    options.type = "float32";
    options.concurrency = 3;
    const runtime::Preflight needs = runtime::preflight(folder, options);
    // 4 layers · keys and values · 96 wide · 4 bytes · 8192 tokens · 3 requests
    EXPECT_EQ(needs.cacheBytes, 4U * 2 * 96 * 4 * 8192 * 3);
    EXPECT_GT(needs.weightBytes, 7'000'000U);
    EXPECT_TRUE(needs.fits) << needs.sentence;
    EXPECT_NE(needs.sentence.find("3 requests"), std::string::npos) << needs.sentence;
}

TEST_F(EngineTest, aFolderThatIsNoModelIsRefused)
{
    EXPECT_THROW(Engine::load(folder / "nowhere", {}), base::BadModel);
}
