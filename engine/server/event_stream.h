// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/readers/reader.h"
#include "engine/server/chat_request.h"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <string>

namespace server {

/// What all chunks of one answer carry.
struct AnswerHead {
    std::string id; ///< chatcmpl-…
    std::int64_t created = 0; ///< seconds since 1970
    std::string model;
};

/// One "data: …\n\n" each, ready for the wire. Pure functions.
std::string firstEvent(const AnswerHead &head);
std::string textEvent(const AnswerHead &head, const std::string &text, const nlohmann::json &logprobs);
std::string lastEvent(
    const AnswerHead &head, const std::string &reader, const std::string &version, const readers::ReadResult &result);
std::string usageEvent(const AnswerHead &head, const readers::ReadResult &result);
std::string errorEvent(const readers::RequestError &error);
inline constexpr const char *doneEvent = "data: [DONE]\n\n";
/// A comment: clients pass it over, networks see that we live.
inline constexpr const char *waitingComment = ": waiting\n\n";

/// The body of an answer that is not streamed.
std::string wholeAnswer(const AnswerHead &head, const std::string &text, const nlohmann::json &logprobs,
    const std::string &reader, const std::string &version, const readers::ReadResult &result);

/// {"error": {…}}
std::string errorBody(const readers::RequestError &error);

/// The recto object.
nlohmann::ordered_json rectoObject(
    const std::string &reader, const std::string &version, const readers::ReadResult &result);

/// What the orientation route answers, and recto.orientation in an answer.
nlohmann::ordered_json orientationObject(const readers::PictureOrientation &found);

/// Compact JSON; bytes that are no UTF-8 become U+FFFD.
std::string written(const nlohmann::ordered_json &json);

} // namespace server
