// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/exceptions.h"
#include "engine/tokenizer/tokenizer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <fstream>

namespace {

using nlohmann::json;
using testing::HasSubstr;

json good()
{
    std::ifstream file(std::string(TEST_DATA_DIR) + "/engine/golden/small/tokenizer.json");
    return json::parse(file);
}

std::string complaint(const char *pointer, const json &value)
{
    json changed = good();
    changed[json::json_pointer(pointer)] = value;
    try {
        tokenizer::Tokenizer::parse(changed.dump(), "tokenizer.json");
    } catch (const base::BadModel &fault) {
        return fault.what();
    }
    return "no complaint";
}

TEST(TokenizerFile, whatThisTokenizerDoesNotDoIsRefusedByName)
{
    EXPECT_EQ(complaint("/version", "1.0"), "no complaint");
    EXPECT_THAT(complaint("/model/type", "WordPiece"), HasSubstr("not BPE"));
    EXPECT_THAT(complaint("/model/byte_fallback", true), HasSubstr("byte_fallback"));
    EXPECT_THAT(complaint("/model/unk_token", "<unk>"), HasSubstr("unk_token"));
    EXPECT_THAT(complaint("/model/merges/0", json::array({"no such", "token"})), HasSubstr("lacks"));
    EXPECT_THAT(complaint("/model/merges/0", "abc"), HasSubstr("not a pair"));
    EXPECT_THAT(complaint("/model/vocab/new", 4'000'000'000u), HasSubstr("not a number below"));
    EXPECT_THAT(complaint("/model/vocab/new", -1), HasSubstr("not a number below"));
    EXPECT_THAT(
        complaint("/pre_tokenizer/pretokenizers/2/pattern/Regex", "\\w+"), HasSubstr("split 3 is not known: \"\\w+\""));
    EXPECT_THAT(complaint("/pre_tokenizer/pretokenizers/3/add_prefix_space", true), HasSubstr("last step"));
    EXPECT_THAT(complaint("/normalizer", {{"type", "NFC"}}), HasSubstr("normalizer"));
    EXPECT_THAT(complaint("/decoder/type", "Metaspace"), HasSubstr("decoder"));
    EXPECT_THAT(complaint("/added_tokens/3/lstrip", true), HasSubstr("lstrip"));
    EXPECT_THAT(complaint("/added_tokens/3/content", ""), HasSubstr("no text"));
}

TEST(TokenizerFile, mergesMayBeWrittenAsOneString)
{
    json changed = good();
    for (json &merge : changed["model"]["merges"])
        merge = merge[0].get<std::string>() + " " + merge[1].get<std::string>();
    const auto same = tokenizer::Tokenizer::parse(changed.dump(), "tokenizer.json");
    const auto original = tokenizer::Tokenizer::parse(good().dump(), "tokenizer.json");
    EXPECT_EQ(same.encode("The capital of France is"), original.encode("The capital of France is"));
}

TEST(TokenizerFile, brokenTextIsRefused)
{
    for (const char *text : {"", "{", "[]", "null", "{\"model\":5}", "{\"pre_tokenizer\":[1,2,3]}"})
        EXPECT_THROW(tokenizer::Tokenizer::parse(text, "tokenizer.json"), base::BadModel) << text;
    EXPECT_THROW(tokenizer::Tokenizer::load("/nonexistent"), base::BadModel);
}

} // namespace
