// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/server/chat_request.h"

#include "engine/readers/replay/recording.h"
#include "engine/server/json_field.h"

#include <array>
#include <filesystem>
#include <fstream>

namespace server {

namespace {

using nlohmann::json;
using readers::RequestError;

constexpr int deepestJson = 64;
constexpr std::uintmax_t largestPictureFile = 256UL << 20;
constexpr std::size_t longestPrompt = 1UL << 20; ///< bytes; more than any context holds

[[noreturn]] void refuse(const char *code, const std::string &field, const std::string &message)
{
    throw RequestError(400, code, field, message);
}

std::string pathOfFileUrl(std::string_view url, const std::string &field)
{
    url.remove_prefix(std::string_view("file://").size());
    if (url.starts_with("localhost/"))
        url.remove_prefix(std::string_view("localhost").size());
    std::string path;
    for (std::size_t i = 0; i < url.size(); ++i) {
        if (url[i] != '%') {
            path += url[i];
            continue;
        }
        const std::string digits(url.substr(i + 1, 2));
        if (digits.size() != 2 || digits.find_first_not_of("0123456789abcdefABCDEF") != std::string::npos)
            refuse("invalid_value", field, field + " holds a broken % escape.");
        path += static_cast<char>(std::stoi(digits, nullptr, 16));
        i += 2;
    }
    return path;
}

/// Symbolic links are followed before the comparison, so none leads out of the folder.
std::string fileUnder(const std::string &folder, std::string_view url, const std::string &field)
{
    if (folder.empty())
        refuse("invalid_value", field,
            field + ": file:// is only read when the engine runs with --allowed-local-media-path.");
    std::error_code failure;
    const auto root = std::filesystem::canonical(folder, failure);
    const auto file
        = failure ? std::filesystem::path() : std::filesystem::canonical(pathOfFileUrl(url, field), failure);
    const auto [rootEnd, ignored] = std::mismatch(root.begin(), root.end(), file.begin(), file.end());
    if (failure || rootEnd != root.end() || !std::filesystem::is_regular_file(file, failure))
        refuse("invalid_value", field, field + " is no file under the folder of --allowed-local-media-path.");
    if (std::filesystem::file_size(file, failure) > largestPictureFile)
        throw RequestError(400, "picture_too_large", "messages", "The picture file is larger than 256 MB.");
    std::ifstream stream(file, std::ios::binary);
    std::string bytes((std::istreambuf_iterator<char>(stream)), std::istreambuf_iterator<char>());
    if (!stream)
        refuse("invalid_value", field, field + " cannot be read.");
    return bytes;
}

std::string attachedAs(const std::string &id, Attachments &attached, const std::string &field)
{
    const auto found = attached.find(id);
    if (found == attached.end())
        refuse("invalid_value", field, field + " names a part that did not come with this body.");
    return std::move(found->second);
}

/// What the content parts of the one user message hold.
struct Message {
    std::optional<std::string> prompt;
    std::optional<std::string> picture;
};

void takePart(const json &part, const std::string &field, const PictureSources &sources, Message &message)
{
    if (!part.is_object())
        refuse("invalid_type", field, field + " must be an object.");
    const std::string type = requiredString(part, "type", field);
    if (type == "text") {
        if (message.prompt)
            refuse("invalid_value", field, field + ": one text part is taken, this is the second.");
        message.prompt = requiredString(part, "text", field);
    } else if (type == "image_url") {
        if (message.picture)
            refuse(
                "invalid_value", field, field + ": one picture is taken, this is the second. Send one page a request.");
        const json *url = fieldOf(part, "image_url");
        if (!url)
            refuse("missing_field", field + ".image_url", field + ".image_url is missing.");
        message.picture = pictureFrom(*url, sources, field + ".image_url");
    } else {
        refuse("invalid_value", field + ".type", field + ".type must be text or image_url.");
    }
}

Message messageFrom(const json &body, const PictureSources &sources)
{
    const json *messages = fieldOf(body, "messages");
    if (!messages)
        refuse("missing_field", "messages", "messages is missing.");
    if (!messages->is_array())
        refuse("invalid_type", "messages", "messages must be a list.");
    Message message;
    bool found = false;
    for (std::size_t i = 0; i < messages->size(); ++i) {
        const std::string field = "messages[" + std::to_string(i) + "]";
        const json &entry = (*messages)[i];
        if (!entry.is_object())
            refuse("invalid_type", field, field + " must be an object.");
        const std::string role = requiredString(entry, "role", field);
        if (role == "system" || role == "developer")
            continue;
        if (role != "user")
            refuse("invalid_value", field + ".role", field + ".role must be user: the readers hold no conversations.");
        if (found)
            refuse("invalid_value", field, "messages must hold one user message; this is the second.");
        found = true;
        const json *content = fieldOf(entry, "content");
        if (!content)
            refuse("missing_field", field + ".content", field + ".content is missing.");
        if (content->is_string())
            message.prompt = content->get<std::string>();
        else if (content->is_array())
            for (std::size_t part = 0; part < content->size(); ++part)
                takePart((*content)[part], field + ".content[" + std::to_string(part) + "]", sources, message);
        else
            refuse("invalid_type", field + ".content", field + ".content must be a string or a list of parts.");
    }
    if (!found)
        refuse("missing_field", "messages", "messages holds no user message.");
    return message;
}

void checkPrompt(const std::string &prompt)
{
    if (prompt.find("<image>") != std::string::npos)
        refuse("invalid_value", "messages",
            "The prompt holds <image>; leave it out, the engine puts it before the prompt.");
    if (prompt.size() > longestPrompt)
        refuse("context_length_exceeded", "messages", "The prompt is longer than any context: at most 1 MB is taken.");
}

std::vector<std::string> stopFrom(const json &body)
{
    const json *stop = fieldOf(body, "stop");
    if (!stop)
        return {};
    std::vector<std::string> texts;
    if (stop->is_string())
        texts.push_back(stop->get<std::string>());
    else
        texts = stringsOf(*stop, "stop");
    if (texts.size() > 16)
        refuse("invalid_value", "stop", "stop holds more than 16 texts.");
    for (const std::string &text : texts)
        if (text.empty())
            refuse("invalid_value", "stop", "stop holds an empty text.");
    return texts;
}

readers::Sampling samplingFrom(const json &body)
{
    readers::Sampling sampling;
    sampling.maxTokens = optionalInteger(body, "max_tokens", "", 1, 1 << 30);
    if (!sampling.maxTokens)
        sampling.maxTokens = optionalInteger(body, "max_completion_tokens", "", 1, 1 << 30);
    sampling.temperature = optionalNumber(body, "temperature", "", 0, 2).value_or(0);
    sampling.topP = optionalNumber(body, "top_p", "", 0, 1).value_or(1);
    if (sampling.topP <= 0)
        refuse("invalid_value", "top_p", "top_p must be more than 0.");
    sampling.seed = optionalLong(body, "seed", "");
    sampling.stop = stopFrom(body);
    sampling.logprobs = optionalBool(body, "logprobs", "").value_or(false);
    sampling.topLogprobs = optionalInteger(body, "top_logprobs", "", 0, 20).value_or(0);
    if (sampling.topLogprobs > 0 && !sampling.logprobs)
        refuse("invalid_value", "top_logprobs", "top_logprobs needs logprobs: true.");
    sampling.skipSpecialTokens = optionalBool(body, "skip_special_tokens", "").value_or(false);
    if (const json *arguments = optionalObject(body, "vllm_xargs", "")) {
        sampling.ngramSize = optionalInteger(*arguments, "ngram_size", "vllm_xargs", 1, 1 << 20);
        sampling.ngramWindow = optionalInteger(*arguments, "window_size", "vllm_xargs", 1, 1 << 20);
        if (const json *ids = fieldOf(*arguments, "whitelist_token_ids"))
            sampling.ngramWhitelist = integersOf(*ids, "vllm_xargs.whitelist_token_ids");
    }
    if (optionalInteger(body, "n", "", 1, 1 << 20).value_or(1) != 1)
        refuse("invalid_value", "n", "n must be 1.");
    return sampling;
}

readers::ModeWish modeFrom(const json &value)
{
    static constexpr std::array names{"tiny", "small", "base", "large", "gundam", "gundam-m"};
    readers::ModeWish mode;
    if (value.is_string()) {
        mode.name = value.get<std::string>();
        if (std::find(names.begin(), names.end(), mode.name) == names.end())
            refuse("invalid_value", "recto.mode", "recto.mode must be tiny, small, base, large, gundam or gundam-m.");
        return mode;
    }
    if (!value.is_object())
        refuse("invalid_type", "recto.mode", "recto.mode must be a name or {base_size, image_size, crop}.");
    const auto size = [&value](const char *name) {
        const std::optional<int> side = optionalInteger(value, name, "recto.mode", 64, 4096);
        if (!side)
            refuse(
                "missing_field", std::string("recto.mode.") + name, std::string("recto.mode.") + name + " is missing.");
        return *side;
    };
    mode.baseSize = size("base_size");
    mode.imageSize = size("image_size");
    mode.crop = optionalBool(value, "crop", "recto.mode").value_or(false);
    return mode;
}

std::vector<std::string> languagesFrom(const json &value)
{
    if (!value.is_string())
        return stringsOf(value, "recto.languages");
    std::vector<std::string> languages;
    const auto text = value.get<std::string>();
    for (std::size_t at = 0; at <= text.size() && !text.empty();) {
        const std::size_t end = std::min(text.find('+', at), text.size());
        languages.push_back(text.substr(at, end - at));
        at = end + 1;
    }
    return languages;
}

void takeRecto(const json &body, readers::ReadRequest &read)
{
    const json *recto = optionalObject(body, "recto", "");
    if (!recto)
        return;
    if (const json *mode = fieldOf(*recto, "mode"))
        read.mode = modeFrom(*mode);
    read.maxTiles = optionalInteger(*recto, "max_tiles", "recto", 2, 64);
    read.draft = optionalString(*recto, "draft", "recto").value_or("");
    if (const json *languages = fieldOf(*recto, "languages"))
        read.languages = languagesFrom(*languages);
    if (const json *orientation = optionalObject(*recto, "orientation", "recto")) {
        read.orientationFrom = optionalNumber(*orientation, "least_confidence", "recto.orientation", 0, 1000);
        if (!read.orientationFrom)
            refuse("missing_field", "recto.orientation.least_confidence",
                "recto.orientation.least_confidence is missing: from which confidence on is a page to be turned?");
    }
    if (const json *replay = optionalObject(*recto, "replay", "recto"))
        read.replay = *replay;
}

} // namespace

json parseBody(std::string_view body)
{
    const auto notTooDeep = [](int depth, json::parse_event_t, json &) {
        if (depth > deepestJson)
            refuse("invalid_json", "", "The body is nested deeper than 64.");
        return true;
    };
    json parsed;
    try {
        parsed = json::parse(body, notTooDeep);
    } catch (const json::parse_error &fault) {
        refuse("invalid_json", "", "The body is no JSON: byte " + std::to_string(fault.byte) + ".");
    }
    if (!parsed.is_object())
        refuse("invalid_json", "", "The body must be a JSON object.");
    return parsed;
}

std::string pictureFrom(const json &imageUrl, const PictureSources &sources, const std::string &field)
{
    const json *url = &imageUrl;
    if (imageUrl.is_object()) {
        url = fieldOf(imageUrl, "url");
        if (!url)
            refuse("missing_field", field + ".url", field + ".url is missing.");
    }
    if (!url->is_string())
        refuse("invalid_type", field + ".url", field + ".url must be a string.");
    const auto &text = url->get_ref<const std::string &>();
    if (text.starts_with("file://"))
        return fileUnder(sources.mediaFolder, text, field + ".url");
    if (text.starts_with("cid:"))
        return attachedAs(text.substr(4), sources.attached, field + ".url");
    if (!text.starts_with("data:"))
        refuse(
            "invalid_value", field + ".url", field + ".url must be a data: URL; nothing is fetched from the network.");
    std::optional<std::string> bytes = readers::bytesOfDataUrl(text);
    if (!bytes)
        refuse("picture_undecodable", field + ".url", field + ".url is no data:…;base64 URL, or its base64 is broken.");
    if (bytes->empty())
        refuse("picture_undecodable", field + ".url", field + ".url holds no bytes.");
    return std::move(*bytes);
}

ChatRequest readChatRequest(std::string_view body, const std::string &mediaFolder, Attachments attached)
{
    const json parsed = parseBody(body);
    ChatRequest request;
    request.model = requiredString(parsed, "model", "");
    request.stream = optionalBool(parsed, "stream", "").value_or(false);
    if (const json *options = optionalObject(parsed, "stream_options", ""))
        request.includeUsage = optionalBool(*options, "include_usage", "stream_options").value_or(false);
    request.read.sampling = samplingFrom(parsed);
    takeRecto(parsed, request.read);
    Message message = messageFrom(parsed, {mediaFolder, attached});
    request.read.prompt = message.prompt.value_or("");
    checkPrompt(request.read.prompt);
    request.read.picture = std::move(message.picture).value_or("");
    request.read.stream = request.stream;
    return request;
}

} // namespace server
