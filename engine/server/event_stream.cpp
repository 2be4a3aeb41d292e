// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/server/event_stream.h"

#include <cmath>

namespace server {

namespace {

using Json = nlohmann::ordered_json;

/// Boxes and confidences to 5 places: a hundredth of a pixel on the largest picture, and half the bytes.
double rounded(double value)
{
    return std::round(value * 1e5) / 1e5;
}

std::string event(const Json &json)
{
    return "data: " + written(json) + "\n\n";
}

Json chunk(const AnswerHead &head)
{
    return {{"id", head.id}, {"object", "chat.completion.chunk"}, {"created", head.created}, {"model", head.model},
        {"choices", Json::array()}};
}

Json choice(Json delta, Json logprobs, Json finishReason)
{
    return {{"index", 0}, {"delta", std::move(delta)}, {"logprobs", std::move(logprobs)},
        {"finish_reason", std::move(finishReason)}};
}

Json usageOf(const readers::ReadResult &result)
{
    return {{"prompt_tokens", result.promptTokens}, {"completion_tokens", result.completionTokens},
        {"total_tokens", result.promptTokens + result.completionTokens}};
}

Json wordsOf(const readers::ReadResult &result)
{
    Json words = Json::array();
    for (const readers::ReadWord &word : result.words)
        words.push_back({{"text", word.text},
            {"box", {rounded(word.box[0]), rounded(word.box[1]), rounded(word.box[2]), rounded(word.box[3])}},
            {"confidence", rounded(word.confidence)}});
    return words;
}

} // namespace

std::string firstEvent(const AnswerHead &head)
{
    Json json = chunk(head);
    json["choices"].push_back(choice({{"role", "assistant"}, {"content", ""}}, nullptr, nullptr));
    return event(json);
}

std::string textEvent(const AnswerHead &head, const std::string &text, const nlohmann::json &logprobs)
{
    Json json = chunk(head);
    json["choices"].push_back(choice({{"content", text}}, logprobs, nullptr));
    return event(json);
}

std::string lastEvent(
    const AnswerHead &head, const std::string &reader, const std::string &version, const readers::ReadResult &result)
{
    Json json = chunk(head);
    json["choices"].push_back(choice(Json::object(), nullptr, result.finishReason));
    json["recto"] = rectoObject(reader, version, result);
    return event(json);
}

std::string usageEvent(const AnswerHead &head, const readers::ReadResult &result)
{
    Json json = chunk(head);
    json["usage"] = usageOf(result);
    return event(json);
}

std::string errorEvent(const readers::RequestError &error)
{
    return "data: " + errorBody(error) + "\n\n";
}

std::string wholeAnswer(const AnswerHead &head, const std::string &text, const nlohmann::json &logprobs,
    const std::string &reader, const std::string &version, const readers::ReadResult &result)
{
    const Json message = {{"role", "assistant"}, {"content", text}};
    const Json json = {{"id", head.id}, {"object", "chat.completion"}, {"created", head.created}, {"model", head.model},
        {"choices",
            {{{"index", 0}, {"message", message}, {"logprobs", logprobs}, {"finish_reason", result.finishReason}}}},
        {"usage", usageOf(result)}, {"recto", rectoObject(reader, version, result)}};
    return written(json);
}

std::string errorBody(const readers::RequestError &error)
{
    const char *type = error.status() >= 500 ? "server_error"
        : error.status() == 401              ? "authentication_error"
        : error.status() == 404              ? "not_found_error"
                                             : "invalid_request_error";
    return written({{"error",
        {{"message", error.what()}, {"type", type},
            {"param", error.param().empty() ? Json(nullptr) : Json(error.param())}, {"code", error.code()}}}});
}

Json rectoObject(const std::string &reader, const std::string &version, const readers::ReadResult &result)
{
    if (result.recto.is_object())
        return result.recto;
    Json recto
        = {{"reader", reader}, {"model_sha256", result.modelSha256}, {"version", version}, {"timings", Json::object()},
            {"vision_tokens", result.visionTokens}, {"valid_vision_tokens", result.validVisionTokens}};
    for (const auto &[name, milliseconds] : result.timings)
        recto["timings"][name] = std::round(milliseconds * 10) / 10;
    if (!result.languages.empty())
        recto["languages"] = result.languages;
    if (result.orientation)
        recto["orientation"] = orientationObject(*result.orientation);
    if (result.repetition)
        recto["repetition"] = true;
    recto["words"] = wordsOf(result);
    return recto;
}

Json orientationObject(const readers::PictureOrientation &found)
{
    return {{"degrees", found.clockwiseDegrees}, {"confidence", found.confidence}, {"script", found.script},
        {"script_confidence", found.scriptConfidence}, {"languages", found.languages}};
}

std::string written(const Json &json)
{
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

} // namespace server
