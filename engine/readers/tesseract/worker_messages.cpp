// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/readers/tesseract/worker_messages.h"

namespace readers {

using nlohmann::json;

json packRead(const ReadRequest &request)
{
    json packed{{"do", "read"}, {"languages", request.languages}};
    if (request.orientationFrom)
        packed["orientation_from"] = *request.orientationFrom;
    return packed;
}

ReadRequest unpackRead(const json &packed)
{
    ReadRequest request;
    request.languages = packed.at("languages").get<std::vector<std::string>>();
    if (packed.contains("orientation_from"))
        request.orientationFrom = packed["orientation_from"].get<double>();
    return request;
}

json pack(const ReadResult &result)
{
    json words = json::array();
    for (const ReadWord &word : result.words)
        words.push_back({word.text, word.box[0], word.box[1], word.box[2], word.box[3], word.confidence});
    json packed{{"tokens", result.completionTokens}, {"sha256", result.modelSha256}, {"languages", result.languages},
        {"timings", result.timings}, {"words", std::move(words)}};
    if (result.orientation)
        packed["orientation"] = pack(*result.orientation);
    return packed;
}

ReadResult unpackResult(const json &packed)
{
    ReadResult result;
    result.completionTokens = packed.at("tokens").get<int>();
    result.modelSha256 = packed.at("sha256").get<std::string>();
    result.languages = packed.at("languages").get<std::vector<std::string>>();
    result.timings = packed.at("timings").get<std::vector<std::pair<std::string, double>>>();
    for (const json &entry : packed.at("words")) {
        ReadWord word;
        word.text = entry.at(0).get<std::string>();
        for (std::size_t i = 0; i < 4; ++i)
            word.box[i] = entry.at(i + 1).get<double>();
        word.confidence = entry.at(5).get<double>();
        result.words.push_back(std::move(word));
    }
    if (packed.contains("orientation"))
        result.orientation = unpackOrientation(packed["orientation"]);
    return result;
}

json pack(const PictureOrientation &found)
{
    return {{"degrees", found.clockwiseDegrees}, {"confidence", found.confidence}, {"script", found.script},
        {"script_confidence", found.scriptConfidence}, {"languages", found.languages}};
}

PictureOrientation unpackOrientation(const json &packed)
{
    PictureOrientation found;
    found.clockwiseDegrees = packed.at("degrees").get<int>();
    found.confidence = packed.at("confidence").get<double>();
    found.script = packed.at("script").get<std::string>();
    found.scriptConfidence = packed.at("script_confidence").get<double>();
    found.languages = packed.at("languages").get<std::vector<std::string>>();
    return found;
}

json pack(const RequestError &error)
{
    return {{"status", error.status()}, {"code", error.code()}, {"param", error.param()}, {"message", error.what()}};
}

RequestError unpackError(const json &packed)
{
    return {packed.at("status").get<int>(), packed.at("code").get<std::string>(), packed.at("param").get<std::string>(),
        packed.at("message").get<std::string>()};
}

} // namespace readers
