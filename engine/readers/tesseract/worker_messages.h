// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/readers/reader.h"

#include <nlohmann/json.hpp>

namespace readers {

/// What a Tesseract worker is told and tells, as JSON; the picture goes beside it. {"do": "read"|"orientation"|"stop", …} is answered by any number
/// of {"text": …} and one of {"result": …}, {"orientation": …}, {"error": …}; "stop" by nothing.
nlohmann::json packRead(const ReadRequest &request);
ReadRequest unpackRead(const nlohmann::json &json);
nlohmann::json pack(const ReadResult &result);
ReadResult unpackResult(const nlohmann::json &json);
nlohmann::json pack(const PictureOrientation &found);
PictureOrientation unpackOrientation(const nlohmann::json &json);
nlohmann::json pack(const RequestError &error);
RequestError unpackError(const nlohmann::json &json);

} // namespace readers
