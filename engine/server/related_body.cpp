// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/server/related_body.h"

#include "engine/readers/request_error.h"

#include <algorithm>
#include <cctype>

namespace server {

namespace {

constexpr std::size_t longestBoundary = 70; ///< RFC 2046
constexpr std::size_t mostParts = 4;

[[noreturn]] void refuse(const std::string &message)
{
    throw readers::RequestError(400, "invalid_value", "", "The multipart/related body " + message);
}

std::string lowerCase(std::string_view text)
{
    std::string lower(text);
    std::ranges::transform(lower, lower.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return lower;
}

/// boundary=x or boundary="x"; empty when there is none.
std::string boundaryIn(const std::string &contentType)
{
    constexpr std::string_view name = "boundary=";
    const std::size_t at = lowerCase(contentType).find(name);
    if (at == std::string::npos)
        return {};
    std::string value = contentType.substr(at + name.size());
    if (value.starts_with('"')) {
        value.erase(0, 1);
        return value.substr(0, value.find('"'));
    }
    return value.substr(0, value.find_first_of("; \t"));
}

/// The value of a header of a part, e.g. "content-id"; empty when it is not there.
std::string headerIn(std::string_view head, std::string_view name)
{
    while (!head.empty()) {
        const std::size_t end = std::min(head.find("\r\n"), head.size());
        const std::string_view line = head.substr(0, end);
        const std::size_t colon = line.find(':');
        if (colon != std::string_view::npos && lowerCase(line.substr(0, colon)) == name) {
            std::string_view value = line.substr(colon + 1);
            while (value.starts_with(' ') || value.starts_with('\t'))
                value.remove_prefix(1);
            return std::string(value);
        }
        head.remove_prefix(std::min(end + 2, head.size()));
    }
    return {};
}

std::string withoutBrackets(std::string id)
{
    const bool isBracketed = id.size() > 2 && id.front() == '<' && id.back() == '>';
    return isBracketed ? id.substr(1, id.size() - 2) : id;
}

} // namespace

ChatBody takeApart(const std::string &contentType, std::string body)
{
    if (!lowerCase(contentType).starts_with("multipart/related"))
        return {std::move(body), {}};
    const std::string boundary = boundaryIn(contentType);
    if (boundary.empty() || boundary.size() > longestBoundary)
        refuse("names no boundary of 1 to 70 characters in its Content-Type.");
    const std::string mark = "\r\n--" + boundary;
    const std::string_view all = body;
    if (!all.starts_with(std::string_view(mark).substr(2)))
        refuse("does not begin with its boundary.");
    ChatBody taken;
    bool isFirst = true;
    std::size_t at = mark.size() - 2;
    while (!all.substr(at).starts_with("--")) {
        const std::size_t head = at + 2;
        const std::size_t blank = all.find("\r\n\r\n", at); // a part without headers begins with it
        const std::size_t end = blank == std::string_view::npos ? blank : all.find(mark, blank + 2);
        if (!all.substr(at).starts_with("\r\n") || end == std::string_view::npos || end < blank + 4)
            refuse("is cut off, or a part has no empty line after its headers.");
        std::string content(all.substr(blank + 4, end - blank - 4));
        const std::string id
            = withoutBrackets(headerIn(all.substr(head, blank < head ? 0 : blank - head), "content-id"));
        if (isFirst)
            taken.json = std::move(content);
        else if (id.empty() || !taken.attached.emplace(id, std::move(content)).second
            || taken.attached.size() > mostParts)
            refuse("has a part without a Content-ID of its own, or more than 4.");
        isFirst = false;
        at = end + mark.size();
    }
    if (isFirst)
        refuse("has no part.");
    return taken;
}

} // namespace server
