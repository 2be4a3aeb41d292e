// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace server {

/// Pictures that came beside the JSON, by their Content-ID without the angle brackets.
using Attachments = std::map<std::string, std::string>;

/// A body's JSON and what came with it.
struct ChatBody {
    std::string json;
    Attachments attached;
};

/// Takes a multipart/related body (RFC 2387) apart: the first part is the JSON, each other one is named by its Content-ID. A body of another
/// type is JSON as it is. So a picture travels as its own bytes, without base64 and without a JSON text of its size.
/// @throws readers::RequestError 400 invalid_value for what is no such body.
ChatBody takeApart(const std::string &contentType, std::string body);

} // namespace server
