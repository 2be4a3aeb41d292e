// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/cli/check_case.h"

#include "engine/image/to_tensor.h"
#include "engine/weights/formula.h"

#include <gtest/gtest.h>

#include <fstream>

namespace {

using cli::GoldenFolder;

const GoldenFolder &golden()
{
    static const GoldenFolder folder = cli::readGoldenFolder(TEST_DATA_DIR "/engine_model");
    return folder;
}

weights::ModelConfig config()
{
    return weights::ModelConfig::load(TEST_DATA_DIR "/engine_model");
}

/// The one view of the case, which is grey and already 512 × 512.
runtime::Picture readView()
{
    std::ifstream file(TEST_DATA_DIR "/engine_model/tiny-free.view.pgm", std::ios::binary);
    std::string magic;
    int width = 0, height = 0, highest = 0;
    file >> magic >> width >> height >> highest;
    file.get();
    base::Rgb8Image view(width, height);
    for (std::size_t i = 0; i < view.pixels.size(); i += 3)
        view.pixels[i] = view.pixels[i + 1] = view.pixels[i + 2] = static_cast<std::uint8_t>(file.get());
    runtime::Picture picture;
    picture.layout.placeholders = 73;
    picture.overview = image::toTensor(view, at::kBFloat16);
    return picture;
}

const runtime::Picture &seen()
{
    static const runtime::Picture picture = readView();
    return picture;
}

/// The model by formula, after @p spoil had its way with the tensors.
weights::Checkpoint checkpointWith(const std::function<void(std::map<std::string, at::Tensor, std::less<>> &)> &spoil)
{
    const weights::Checkpoint good = weights::fabricateCheckpoint(config(), 1);
    std::map<std::string, at::Tensor, std::less<>> tensors;
    for (const std::string &name : good.names())
        tensors.emplace(name, good.tensor(name).clone());
    spoil(tensors);
    return weights::Checkpoint::fromTensors(config(), std::move(tensors));
}

} // namespace

TEST(Golden, everyStageAndEveryIdOfTheSmallModelAgreesInFloat32)
{
    const auto checkpoint = weights::fabricateCheckpoint(config(), 1);
    const model::Network network(checkpoint, at::kCPU, {});
    ASSERT_EQ(golden().cases.size(), 1U);
    const cli::CaseResult result = cli::runCase(network, golden().cases[0], nullptr, &seen(), true);
    EXPECT_EQ(result.fault, "");
    EXPECT_EQ(result.firstOutOfTolerance, "");
    EXPECT_EQ(result.stages.size(), golden().cases[0].stages.size());
    EXPECT_EQ(result.tokensCompared, 48);
    EXPECT_EQ(result.firstDifferentToken, -1);
    EXPECT_TRUE(result.passed);
}

TEST(Golden, givenIdsAreForetoldInStepsAndInChunks)
{
    const auto checkpoint = weights::fabricateCheckpoint(config(), 1);
    const model::Network network(checkpoint, at::kCPU, {});
    ASSERT_EQ(golden().forced.size(), 1U);
    const auto results = cli::runForced(network, golden().forced[0], golden().cases[0], &seen());
    ASSERT_EQ(results.size(), 2U);
    for (const cli::ForcedResult &result : results) {
        EXPECT_EQ(result.predictions, 701) << result.way;
        EXPECT_EQ(result.differentBest, 0) << result.way;
        EXPECT_LT(result.wholeLogits, 1e-4) << result.way;
        EXPECT_TRUE(result.passed) << result.way;
    }
}

TEST(Golden, bfloat16StaysWithinItsOwnToleranceInEveryProfile)
{
    const auto checkpoint = weights::fabricateCheckpoint(config(), 1);
    for (const auto profile : {model::Profile::Serve, model::Profile::Hf, model::Profile::Precise}) {
        const model::Network network(checkpoint, at::kCPU, {at::kBFloat16, profile});
        const cli::CaseResult result = cli::runCase(network, golden().cases[0], nullptr, &seen(), false);
        EXPECT_EQ(result.firstOutOfTolerance, "");
        EXPECT_TRUE(result.passed);
    }
}

TEST(Golden, aSpoiledBlockIsNamedAsTheFirstStageThatIsOff)
{
    const auto checkpoint
        = checkpointWith([](auto &tensors) { tensors.at("model.sam_model.blocks.2.mlp.lin1.weight").mul_(1.02); });
    const cli::CaseResult result
        = cli::runCase(model::Network(checkpoint, at::kCPU, {}), golden().cases[0], nullptr, &seen(), true);
    EXPECT_EQ(result.firstOutOfTolerance, "view.sam.block2");
    EXPECT_FALSE(result.passed);
}

TEST(Golden, aSpoiledExpertIsNamedByItsLayer)
{
    const auto checkpoint = checkpointWith([](auto &tensors) {
        for (int expert = 0; expert < 16; ++expert)
            tensors.at("model.layers.2.mlp.experts." + std::to_string(expert) + ".down_proj.weight").mul_(1.02);
    });
    const cli::CaseResult result
        = cli::runCase(model::Network(checkpoint, at::kCPU, {}), golden().cases[0], nullptr, &seen(), true);
    EXPECT_EQ(result.firstOutOfTolerance, "decoder.layer2");
}

TEST(Golden, thePromptIsTokenisedAndHeldAgainstTheCase)
{
    const auto checkpoint = weights::fabricateCheckpoint(config(), 1);
    const model::Network network(checkpoint, at::kCPU, {});
    const auto tokenizer = tokenizer::Tokenizer::load(TEST_DATA_DIR "/engine_model");
    cli::GoldenCase asked = golden().cases[0];
    asked.greedy.resize(1);
    EXPECT_EQ(cli::runCase(network, asked, &tokenizer, &seen(), true).promptEqual, true);
    asked.prompt = "<image>\nFree OCR!";
    const cli::CaseResult result = cli::runCase(network, asked, &tokenizer, &seen(), true);
    EXPECT_EQ(result.promptEqual, false);
    EXPECT_NE(result.promptRemark.find("id 78 of the prompt"), std::string::npos) << result.promptRemark;
    EXPECT_FALSE(result.passed);
}

TEST(Golden, logitsBeforeEachIdAreHeldAgainstTheCase)
{
    const auto checkpoint = weights::fabricateCheckpoint(config(), 1);
    const model::Network network(checkpoint, at::kCPU, {});
    cli::GoldenCase asked = golden().cases[0];
    EXPECT_LT(cli::runCase(network, asked, nullptr, &seen(), true).worstStepLogits, 1e-5);
    asked.steps[5].topLogits[2] *= 1.01;
    const cli::CaseResult result = cli::runCase(network, asked, nullptr, &seen(), true);
    EXPECT_GT(result.worstStepLogits, 1e-3);
    EXPECT_FALSE(result.passed);
}

TEST(Golden, theToleranceGrowsFromTheFirstDecoderLayerToTheLast)
{
    EXPECT_DOUBLE_EQ(cli::toleranceFor("view.projector", 12, false), 1e-4);
    EXPECT_DOUBLE_EQ(cli::toleranceFor("decoder.input", 12, false), 1e-4);
    EXPECT_DOUBLE_EQ(cli::toleranceFor("decoder.layer0", 12, false), 1e-4);
    EXPECT_DOUBLE_EQ(cli::toleranceFor("decoder.layer11", 12, false), 1e-3);
    EXPECT_DOUBLE_EQ(cli::toleranceFor("logits.last8", 12, false), 1e-3);
}
