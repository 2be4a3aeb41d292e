// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/readers/replay/recording.h"

#include "engine/base/exceptions.h"
#include "engine/readers/base64.h"
#include "engine/readers/sha256.h"

#include <algorithm>
#include <filesystem>
#include <fstream>

namespace readers {

namespace {

using nlohmann::json;

constexpr const char *requestSuffix = ".json";
constexpr const char *streamSuffix = ".sse.jsonl";

/// Calls @p use with each content part of the user messages, changeable.
template <class Json, class Use>
void eachPart(Json &request, Use use)
{
    const auto messages = request.find("messages");
    if (messages == request.end() || !messages->is_array())
        return;
    for (auto &message : *messages) {
        if (!message.is_object() || message.value("role", "") != "user")
            continue;
        const auto content = message.find("content");
        if (content == message.end() || !content->is_array())
            continue;
        for (auto &part : *content)
            if (part.is_object())
                use(part);
    }
}

template <class Json>
Json *urlOf(Json &part)
{
    const auto image = part.find("image_url");
    if (image == part.end())
        return nullptr;
    if (image->is_string())
        return &*image;
    if (!image->is_object())
        return nullptr;
    const auto url = image->find("url");
    return url == image->end() || !url->is_string() ? nullptr : &*url;
}

std::optional<RecordingKey> keyOf(const std::filesystem::path &file)
{
    std::ifstream stream(file, std::ios::binary);
    const json content = json::parse(stream, nullptr, false);
    if (!content.is_object() || !content.contains("request") || !content["request"].is_object())
        return std::nullopt;
    RecordingKey key;
    key.name = file.string().substr(0, file.string().size() - std::string_view(requestSuffix).size());
    key.prompt = promptOf(content["request"]);
    if (const auto hash = content.find("picture_sha256"); hash != content.end() && hash->is_string())
        key.pictureSha256 = hash->get<std::string>();
    return key;
}

void writeNew(const std::string &path, const std::string &text)
{
    if (std::filesystem::exists(path))
        throw base::Exception(path + " is there already; choose another name");
    std::ofstream file(path, std::ios::binary);
    file << text;
    file.close();
    if (!file)
        throw base::Exception(path + " cannot be written");
}

} // namespace

std::vector<RecordingKey> listRecordings(const std::string &folder)
{
    std::vector<RecordingKey> keys;
    std::error_code failure;
    for (const auto &entry : std::filesystem::recursive_directory_iterator(folder, failure)) {
        const std::string name = entry.path().string();
        if (!name.ends_with(requestSuffix))
            continue;
        std::error_code ignored;
        const std::string stem = name.substr(0, name.size() - std::string_view(requestSuffix).size());
        if (!std::filesystem::is_regular_file(stem + streamSuffix, ignored))
            continue;
        if (std::optional<RecordingKey> key = keyOf(entry.path()))
            keys.push_back(std::move(*key));
    }
    if (failure)
        throw base::BadRequest("The folder of recordings " + folder + " cannot be read: " + failure.message() + ".");
    std::sort(keys.begin(), keys.end(), [](const RecordingKey &a, const RecordingKey &b) { return a.name < b.name; });
    return keys;
}

std::vector<Arrival> readArrivals(const RecordingKey &recording)
{
    const std::string path = recording.name + streamSuffix;
    std::ifstream file(path, std::ios::binary);
    std::vector<Arrival> arrivals;
    std::string line;
    for (int number = 1; std::getline(file, line); ++number) {
        if (line.empty())
            continue;
        const json content = json::parse(line, nullptr, false);
        const auto broken = [&] { return base::Exception(path + ":" + std::to_string(number) + " is no arrival"); };
        if (!content.is_object() || !content.contains("t_ms") || !content["t_ms"].is_number()
            || !content.contains("bytes_b64") || !content["bytes_b64"].is_string())
            throw broken();
        std::optional<std::string> bytes = decodeBase64(content["bytes_b64"].get_ref<const std::string &>());
        if (!bytes)
            throw broken();
        arrivals.push_back({std::chrono::milliseconds(content["t_ms"].get<std::int64_t>()), std::move(*bytes)});
    }
    return arrivals;
}

void writeRecording(
    const std::string &folder, const std::string &name, const json &request, const std::vector<Arrival> &arrivals)
{
    const std::optional<std::string> hash = pictureHashOf(request);
    if (!hash)
        throw base::Exception("The request's picture is no data URL");
    json kept = request;
    eachPart(kept, [](json &part) {
        if (json *url = urlOf(part))
            *url = "";
    });
    json head = {{"request", kept}, {"picture_sha256", hash->empty() ? json(nullptr) : json(*hash)}};
    std::string lines;
    for (const Arrival &arrival : arrivals)
        lines += json({{"t_ms", arrival.time.count()}, {"bytes_b64", encodeBase64(arrival.bytes)}}).dump() + '\n';
    writeNew(folder + '/' + name + requestSuffix, head.dump(2, ' ', false, json::error_handler_t::replace) + '\n');
    writeNew(folder + '/' + name + streamSuffix, lines);
}

std::string promptOf(const json &request)
{
    std::string prompt;
    if (const auto messages = request.find("messages"); messages != request.end() && messages->is_array())
        for (const json &message : *messages)
            if (message.is_object() && message.value("role", "") == "user" && message.contains("content")
                && message["content"].is_string())
                prompt = message["content"].get<std::string>();
    eachPart(request, [&](const json &part) {
        if (const auto text = part.find("text"); text != part.end() && text->is_string())
            prompt = text->get<std::string>();
    });
    return prompt;
}

std::optional<std::string> pictureHashOf(const json &request)
{
    std::optional<std::string> hash = "";
    eachPart(request, [&](const json &part) {
        if (const json *url = urlOf(part)) {
            const std::optional<std::string> bytes = bytesOfDataUrl(url->get_ref<const std::string &>());
            hash = bytes ? std::optional(sha256(*bytes)) : std::nullopt;
        }
    });
    return hash;
}

std::optional<std::string> bytesOfDataUrl(std::string_view url)
{
    const std::size_t comma = url.find(',');
    if (comma == std::string_view::npos || !url.starts_with("data:") || !url.substr(0, comma).ends_with(";base64"))
        return std::nullopt;
    return decodeBase64(url.substr(comma + 1));
}

} // namespace readers
