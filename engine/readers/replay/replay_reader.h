// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/readers/reader.h"
#include "engine/readers/replay/recording.h"

#include <chrono>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <utility>

namespace readers {

/// How an answer is played. From recto.replay in a request, else from RECTO_REPLAY.
struct ReplayManner {
    double speed = 1; ///< 1 as recorded, 2 twice as fast, 0 at once
    std::chrono::milliseconds slower{}; ///< more before each arrival
    std::optional<std::size_t> cutAfterBytes; ///< then the connection is closed
    std::string behaviour; ///< "", "busy", "rude", "gone"
};

/// @param json  null: all as it is by itself. @throws RequestError invalid_type or invalid_value naming the field.
ReplayManner replayMannerFrom(const nlohmann::json &json);

/// Answers requests with recorded event streams, byte for byte, by picture and prompt.
class ReplayReader final : public Reader {
public:
    /// @param folder  read at each miss, so recordings may be added while we run. @param manner  for requests that ask for none.
    /// @throws base::BadRequest when the folder cannot be read.
    ReplayReader(std::string folder, ReplayManner manner);

    ReaderInfo info() const override;
    int slots() const override { return 64; } // they sleep, they do not compute
    std::unique_ptr<Reading> accept(ReadRequest request) override;

private:
    using Key = std::pair<std::string, std::string>; ///< picture's SHA-256, prompt

    std::optional<RecordingKey> find(const Key &key);

    const std::string m_folder;
    const ReplayManner m_manner;
    std::mutex m_mutex; ///< guards m_recordings
    std::map<Key, RecordingKey> m_recordings;
};

} // namespace readers
