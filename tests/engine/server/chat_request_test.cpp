// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/server/chat_request.h"

#include <gtest/gtest.h>

using namespace server;
using readers::RequestError;

namespace {

std::string body(const std::string &fields)
{
    return R"({"model": "m", "messages": [{"role": "user", "content": "Hi"}])" + (fields.empty() ? "" : ", " + fields)
        + "}";
}

/// "code param" of the refusal; "" when it is taken.
std::string refusal(const std::string &text)
{
    try {
        readChatRequest(text, "");
        return "";
    } catch (const RequestError &error) {
        return error.code() + " " + error.param();
    }
}

} // namespace

TEST(ChatRequest, theDefaultsAreOurs)
{
    const ChatRequest request = readChatRequest(body(""), "");
    EXPECT_EQ(request.read.prompt, "Hi");
    EXPECT_FALSE(request.stream);
    EXPECT_EQ(request.read.sampling.temperature, 0);
    EXPECT_FALSE(request.read.sampling.skipSpecialTokens);
    EXPECT_EQ(request.read.sampling.maxTokens, std::nullopt);
}

TEST(ChatRequest, everyFieldArrives)
{
    const ChatRequest request
        = readChatRequest(body(R"("stream": true, "stream_options": {"include_usage": true}, "max_tokens": 7,
        "temperature": 0.5, "top_p": 0.9, "seed": -3, "stop": ["a", "b"], "logprobs": true, "top_logprobs": 4,
        "skip_special_tokens": true, "vllm_xargs": {"ngram_size": 30, "window_size": 90, "whitelist_token_ids": [1, 2]},
        "recto": {"mode": {"base_size": 1024, "image_size": 640, "crop": true}, "max_tiles": 9, "draft": "d",
                  "languages": "eng+chi_sim", "replay": {"speed": 0}})"),
            "");
    EXPECT_TRUE(request.stream && request.includeUsage && request.read.stream);
    const readers::Sampling &sampling = request.read.sampling;
    EXPECT_EQ(sampling.maxTokens, 7);
    EXPECT_EQ(sampling.temperature, 0.5);
    EXPECT_EQ(sampling.topP, 0.9);
    EXPECT_EQ(sampling.seed, -3);
    EXPECT_EQ(sampling.stop, (std::vector<std::string>{"a", "b"}));
    EXPECT_TRUE(sampling.logprobs && sampling.skipSpecialTokens);
    EXPECT_EQ(sampling.topLogprobs, 4);
    EXPECT_EQ(sampling.ngramSize, 30);
    EXPECT_EQ(sampling.ngramWindow, 90);
    EXPECT_EQ(sampling.ngramWhitelist, (std::vector<int>{1, 2}));
    ASSERT_TRUE(request.read.mode.has_value());
    EXPECT_EQ(request.read.mode->baseSize, 1024);
    EXPECT_TRUE(request.read.mode->crop);
    EXPECT_EQ(request.read.maxTiles, 9);
    EXPECT_EQ(request.read.draft, "d");
    EXPECT_EQ(request.read.languages, (std::vector<std::string>{"eng", "chi_sim"}));
    EXPECT_EQ(request.read.replay.dump(), R"({"speed":0})");
}

TEST(ChatRequest, aWholeNumberMayBeWrittenWithAPoint)
{
    EXPECT_EQ(readChatRequest(body(R"("max_tokens": 8192.0)"), "").read.sampling.maxTokens, 8192);
    EXPECT_EQ(refusal(body(R"("max_tokens": 1.5)")), "invalid_type max_tokens");
    EXPECT_EQ(refusal(body(R"("max_tokens": 1e300)")), "invalid_value max_tokens");
    EXPECT_EQ(refusal(body(R"("max_tokens": 99999999999999999999)")), "invalid_value max_tokens");
}

TEST(ChatRequest, aSystemMessageIsPassedOverAndOtherRolesAreNot)
{
    EXPECT_EQ(
        refusal(
            R"({"model": "m", "messages": [{"role": "system", "content": "x"}, {"role": "user", "content": "y"}]})"),
        "");
    EXPECT_EQ(refusal(R"({"model": "m", "messages": [{"role": "assistant", "content": "x"}]})"),
        "invalid_value messages[0].role");
    EXPECT_EQ(refusal(R"({"model": "m", "messages": []})"), "missing_field messages");
}

TEST(ChatRequest, sixtyFourLevelsAreTakenAndMoreAreNot)
{
    const auto nested
        = [](std::size_t depth) { return body("\"x\": " + std::string(depth, '[') + std::string(depth, ']')); };
    EXPECT_EQ(refusal(nested(60)), "");
    EXPECT_EQ(refusal(nested(70)), "invalid_json ");
}

TEST(ChatRequest, aPromptBeyondAnyContextIsRefusedAndALongOneIsNot)
{
    const auto prompt = [](std::size_t size) {
        return R"({"model": "m", "messages": [{"role": "user", "content": ")" + std::string(size, 'a') + R"("}]})";
    };
    EXPECT_EQ(refusal(prompt(100'000)), "");
    EXPECT_EQ(refusal(prompt(2'000'000)), "context_length_exceeded messages");
}

TEST(ChatRequest, aDataUrlIsDecoded)
{
    const std::string noFolder;
    Attachments none;
    const PictureSources nowhere{noFolder, none};
    EXPECT_EQ(pictureFrom({{"url", "data:image/png;base64,aGVsbG8="}}, nowhere, "image_url"), "hello");
    EXPECT_EQ(pictureFrom("data:;base64,aGVsbG8=", nowhere, "image_url"), "hello");
    EXPECT_THROW(pictureFrom({{"url", "data:image/png,hello"}}, nowhere, "image_url"), RequestError);
}

TEST(ChatRequest, aPictureMayComeBesideTheJson)
{
    ChatBody taken = takeApart("Multipart/Related; boundary=\"b\"",
        "--b\r\nContent-Type: application/json\r\n\r\n{}\r\n--b\r\nContent-ID: <page>\r\n\r\n\r\n--\n\r\n--b--\r\n");
    EXPECT_EQ(taken.json, "{}");
    EXPECT_EQ(taken.attached, (Attachments{{"page", "\r\n--\n"}}));
    EXPECT_EQ(takeApart("application/json", "{}").json, "{}");
    const std::string url = R"({"url": "cid:page"})";
    const std::string noFolder;
    EXPECT_EQ(pictureFrom(nlohmann::json::parse(url), {noFolder, taken.attached}, "x"), "\r\n--\n");
    taken.attached.clear();
    EXPECT_THROW(pictureFrom(nlohmann::json::parse(url), {noFolder, taken.attached}, "x"), RequestError);
}

TEST(ChatRequest, aTornMultipartBodyIsRefused)
{
    const std::string whole = "--b\r\n\r\n{}\r\n--b\r\nContent-ID: <page>\r\n\r\nPICTURE\r\n--b--";
    for (std::size_t length = 0; length < whole.size(); ++length)
        EXPECT_THROW(takeApart("multipart/related; boundary=b", whole.substr(0, length)), RequestError) << length;
    EXPECT_EQ(takeApart("multipart/related; boundary=b", whole).attached.size(), 1u);
    EXPECT_THROW(takeApart("multipart/related", whole), RequestError);
    EXPECT_THROW(takeApart("multipart/related; boundary=" + std::string(71, 'b'), whole), RequestError);
}

TEST(ChatRequest, fromWhichConfidenceOnAPageIsToBeTurnedIsANumber)
{
    EXPECT_EQ(
        readChatRequest(body(R"("recto": {"orientation": {"least_confidence": 5}})"), "").read.orientationFrom, 5);
    EXPECT_EQ(readChatRequest(body(""), "").read.orientationFrom, std::nullopt);
    EXPECT_EQ(refusal(body(R"("recto": {"orientation": {}})")), "missing_field recto.orientation.least_confidence");
    EXPECT_EQ(refusal(body(R"("recto": {"orientation": {"least_confidence": "5"}})")),
        "invalid_type recto.orientation.least_confidence");
}
