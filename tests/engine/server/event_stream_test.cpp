// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/server/event_stream.h"

#include <gtest/gtest.h>

using namespace server;

namespace {

const AnswerHead head{"chatcmpl-1", 1763000000, "tesseract"};

} // namespace

TEST(EventStream, theEventsAreTheseBytes)
{
    EXPECT_EQ(firstEvent(head),
        "data: "
        "{\"id\":\"chatcmpl-1\",\"object\":\"chat.completion.chunk\",\"created\":1763000000,\"model\":\"tesseract\","
        "\"choices\":[{\"index\":0,\"delta\":{\"role\":\"assistant\",\"content\":\"\"},\"logprobs\":null,\"finish_"
        "reason\":null}]}\n\n");
    EXPECT_EQ(textEvent(head, "<|ref|>\n\"ß\"", nullptr),
        "data: "
        "{\"id\":\"chatcmpl-1\",\"object\":\"chat.completion.chunk\",\"created\":1763000000,\"model\":\"tesseract\","
        "\"choices\":[{\"index\":0,\"delta\":{\"content\":\"<|ref|>\\n\\\"ß\\\"\"},\"logprobs\":null,\"finish_reason\":"
        "null}]}\n\n");
    EXPECT_STREQ(doneEvent, "data: [DONE]\n\n");
}

TEST(EventStream, theLastChoiceCarriesRecto)
{
    readers::ReadResult result;
    result.finishReason = "repetition";
    result.repetition = true;
    result.modelSha256 = "ab";
    result.timings = {{"read_ms", 12.34}};
    result.words = {{"Hi", {0.1, 0.2, 1.0 / 3, 0.4}, 0.5}};
    EXPECT_EQ(lastEvent(head, "tesseract", "5.5.0", result),
        "data: "
        "{\"id\":\"chatcmpl-1\",\"object\":\"chat.completion.chunk\",\"created\":1763000000,\"model\":\"tesseract\","
        "\"choices\":[{\"index\":0,\"delta\":{},\"logprobs\":null,\"finish_reason\":\"repetition\"}],"
        "\"recto\":{\"reader\":\"tesseract\",\"model_sha256\":\"ab\",\"version\":\"5.5.0\",\"timings\":{\"read_ms\":12."
        "3},"
        "\"vision_tokens\":0,\"valid_vision_tokens\":0,\"repetition\":true,"
        "\"words\":[{\"text\":\"Hi\",\"box\":[0.1,0.2,0.33333,0.4],\"confidence\":0.5}]}}\n\n");
}

TEST(EventStream, usageHasNoChoices)
{
    readers::ReadResult result;
    result.promptTokens = 2;
    result.completionTokens = 3;
    EXPECT_EQ(usageEvent(head, result),
        "data: "
        "{\"id\":\"chatcmpl-1\",\"object\":\"chat.completion.chunk\",\"created\":1763000000,\"model\":\"tesseract\","
        "\"choices\":[],\"usage\":{\"prompt_tokens\":2,\"completion_tokens\":3,\"total_tokens\":5}}\n\n");
}

TEST(EventStream, anErrorHasItsFourFields)
{
    EXPECT_EQ(errorBody(readers::RequestError(400, "invalid_type", "stop", "stop must be a string.")),
        "{\"error\":{\"message\":\"stop must be a "
        "string.\",\"type\":\"invalid_request_error\",\"param\":\"stop\",\"code\":\"invalid_type\"}}");
    EXPECT_EQ(errorBody(readers::RequestError(500, "x", "", "m")),
        "{\"error\":{\"message\":\"m\",\"type\":\"server_error\",\"param\":null,\"code\":\"x\"}}");
}

TEST(EventStream, bytesThatAreNoTextBecomeReplacementCharacters)
{
    EXPECT_NE(textEvent(head, "a\xff", nullptr).find("a\uFFFD"), std::string::npos);
}
