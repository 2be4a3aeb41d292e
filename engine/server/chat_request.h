// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/readers/reader.h"
#include "engine/server/related_body.h"

#include <nlohmann/json.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace server {

/// A chat-completions body, checked.
struct ChatRequest {
    std::string model;
    bool stream = false;
    bool includeUsage = false; ///< stream_options.include_usage
    readers::ReadRequest read;
};

/// @param body          UTF-8 JSON, at most 64 deep.
/// @param mediaFolder   where file:// pictures may be, with everything below; empty: nowhere.
/// @param attached      what cid: URLs name; the picture is moved out of it.
/// @throws readers::RequestError 400 naming the field: invalid_json, missing_field, invalid_type, invalid_value,
///         picture_undecodable.
ChatRequest readChatRequest(std::string_view body, const std::string &mediaFolder, Attachments attached = {});

/// Parses a body. @throws readers::RequestError invalid_json for what is no JSON object or nested deeper than 64.
nlohmann::json parseBody(std::string_view body);

/// Where pictures may come from beside data URLs.
struct PictureSources {
    const std::string &mediaFolder; ///< file://; empty: nowhere
    Attachments &attached; ///< cid:
};

/// The bytes behind an image_url: data URL, a file under the media folder, or an attachment, which is moved out. @param field  for messages.
/// @throws readers::RequestError
std::string pictureFrom(const nlohmann::json &imageUrl, const PictureSources &sources, const std::string &field);

} // namespace server
