// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json.hpp>

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace readers {

/// One arrival of bytes in a recorded answer.
struct Arrival {
    std::chrono::milliseconds time{}; ///< since the request was sent
    std::string bytes; ///< of the answer's body, cut where the network cut them
};

/// What a recording answers to: the pair of files is NAME.json and NAME.sse.jsonl.
struct RecordingKey {
    std::string name; ///< path without .json
    std::string pictureSha256; ///< hex of the encoded bytes; empty: no picture
    std::string prompt;
};

/// All NAME.json of a folder that has its NAME.sse.jsonl, sorted by name; files that are no recordings are passed over.
/// @throws base::BadRequest when the folder cannot be read.
std::vector<RecordingKey> listRecordings(const std::string &folder);

/// Reads NAME.sse.jsonl. @throws base::Exception naming file and line that is broken.
std::vector<Arrival> readArrivals(const RecordingKey &recording);

/// Writes the pair. @param request  a chat-completions body; its picture's url is left out, its hash written.
/// @throws base::Exception when the files exist or cannot be written.
void writeRecording(const std::string &folder, const std::string &name, const nlohmann::json &request,
    const std::vector<Arrival> &arrivals);

/// The text part of the last user message of a chat-completions body; "" for none.
std::string promptOf(const nlohmann::json &request);

/// The data URL's bytes decoded and hashed; "" without a picture, nullopt for a broken one.
std::optional<std::string> pictureHashOf(const nlohmann::json &request);

/// Takes "data:…;base64,…" apart. nullopt when it is not of that form.
std::optional<std::string> bytesOfDataUrl(std::string_view url);

} // namespace readers
