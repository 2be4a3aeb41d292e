// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/weights/model_config.h"

#include "engine/base/exceptions.h"
#include "engine/weights/names.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace {

using nlohmann::json;
using testing::HasSubstr;
using weights::ModelConfig;

std::string complaint(const json &config)
{
    try {
        ModelConfig::parse(config.dump(), "config.json");
    } catch (const base::BadModel &fault) {
        return fault.what();
    }
    return "no complaint";
}

TEST(ModelConfig, thePublishedTextGivesThePublishedSizes)
{
    const auto config = ModelConfig::parse(weights::officialConfigText(), "official");
    std::uint64_t elements = 0;
    const auto specs = weights::expectedTensors(config);
    for (const auto &spec : specs) {
        std::uint64_t product = 1;
        for (const auto size : spec.shape)
            product *= static_cast<std::uint64_t>(size);
        elements += product;
    }
    EXPECT_EQ(specs.size(), 2710u);
    EXPECT_EQ(elements, 3'336'106'240u);
    EXPECT_EQ(weights::expectedTensors(ModelConfig::official()).size(), 2710u);
}

TEST(ModelConfig, smallSizesComeFromTheFile)
{
    const auto config = ModelConfig::load(std::string(TEST_DATA_DIR) + "/engine/golden/small");
    EXPECT_EQ(config.sam.width, 64);
    EXPECT_EQ(config.clip.layers, 3);
    EXPECT_EQ(config.decoder.routedExperts, 16);
    EXPECT_EQ(config.decoder.headSize(), 32);
    EXPECT_DOUBLE_EQ(config.decoder.ropeTheta, 10000.0);
}

TEST(ModelConfig, whatThisNetworkIsNotIsRefusedByName)
{
    const json good = json::parse(weights::officialConfigText());
    const auto with = [&](const char *pointer, const json &value) {
        json changed = good;
        changed[json::json_pointer(pointer)] = value;
        return complaint(changed);
    };
    EXPECT_EQ(complaint(good), "no complaint");
    EXPECT_THAT(with("/architectures/0", "DeepseekOCR2ForCausalLM"), HasSubstr("this is not DeepSeek-OCR"));
    EXPECT_THAT(with("/language_config/use_mla", true), HasSubstr("use_mla"));
    EXPECT_THAT(with("/language_config/topk_method", "group_limited_greedy"), HasSubstr("topk_method"));
    EXPECT_THAT(with("/language_config/hidden_act", "gelu"), HasSubstr("hidden_act"));
    EXPECT_THAT(with("/language_config/hidden_size", "many"), HasSubstr("hidden_size is not a whole number"));
    EXPECT_THAT(with("/language_config/hidden_size", -1), HasSubstr("hidden_size is -1"));
    EXPECT_THAT(with("/language_config/hidden_size", 18446744073709551615u), HasSubstr("hidden_size is"));
    EXPECT_THAT(with("/language_config/num_hidden_layers", 100000), HasSubstr("num_hidden_layers"));
    EXPECT_THAT(with("/language_config/num_experts_per_tok", 65), HasSubstr("num_experts_per_tok"));
    EXPECT_THAT(
        with("/vision_config/width/sam_vit_b/global_attn_indexes", json::array({12})), HasSubstr("block 12 of 12"));
    EXPECT_THAT(with("/vision_config/width", 5), HasSubstr("width is not an object"));
    EXPECT_THAT(with("/projector_config/input_dim", 2047), HasSubstr("input_dim"));
}

TEST(ModelConfig, whatIsAbsentIsAsTheConfigurationClassHasIt)
{
    json config = json::parse(weights::officialConfigText());
    for (const char *name :
        {"num_key_value_heads", "max_position_embeddings", "bos_token_id", "topk_method", "use_mla"}) {
        config["language_config"].erase(name);
        config.erase(name);
    }
    config.erase("projector_config");
    config["vision_config"].erase("image_size");
    const auto parsed = ModelConfig::parse(config.dump(), "config.json");
    EXPECT_EQ(parsed.decoder.keyValueHeads, 10);
    EXPECT_EQ(parsed.sam.imageSize, 1024);
    EXPECT_EQ(weights::expectedTensors(parsed).size(), 2710u);
}

TEST(ModelConfig, withoutAnArchitectureTheModelsTypeAndItsEncodersTell)
{
    json config = json::parse(weights::officialConfigText());
    config.erase("architectures");
    EXPECT_EQ(complaint(config), "no complaint");
    config["vision_config"]["width"].erase("clip-l-14-224");
    EXPECT_THAT(complaint(config), HasSubstr("this is not DeepSeek-OCR"));
}

TEST(ModelConfig, aTiedHeadNeedsNoTensorOfItsOwn)
{
    json config = json::parse(weights::officialConfigText());
    config["tie_word_embeddings"] = true;
    EXPECT_EQ(weights::expectedTensors(ModelConfig::parse(config.dump(), "config.json")).size(), 2709u);
}

TEST(ModelConfig, withoutRoutedExpertsEveryLayerIsDense)
{
    json config = json::parse(weights::officialConfigText());
    config["language_config"]["n_routed_experts"] = nullptr;
    config["n_routed_experts"] = nullptr;
    EXPECT_FALSE(ModelConfig::parse(config.dump(), "config.json").decoder.hasExperts(11));
}

TEST(ModelConfig, anotherImageSizeMakesAnotherPositionTable)
{
    json config = json::parse(weights::officialConfigText());
    config["vision_config"]["image_size"] = 512;
    EXPECT_EQ(ModelConfig::parse(config.dump(), "config.json").sam.grid(), 32);
    config["vision_config"]["image_size"] = 500;
    EXPECT_THAT(complaint(config), HasSubstr("image_size is not a multiple of 16"));
}

TEST(ModelConfig, anythingButAnObjectIsRefused)
{
    for (const char *text : {"", "[]", "5", "{", "null", "\"\xFF\""})
        EXPECT_THROW(ModelConfig::parse(text, "config.json"), base::BadModel) << text;
}

} // namespace
