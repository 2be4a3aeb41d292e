// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/readers/reader.h"

#include <chrono>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <string>
#include <variant>

namespace server {

/// What a reading sends to its client.
struct TextEvent {
    std::string text;
    nlohmann::json logprobs;
};
struct RawEvent {
    std::string bytes;
};
struct FinishedEvent {
    readers::ReadResult result;
};
struct FailedEvent {
    readers::RequestError error;
};
using AnswerEvent = std::variant<TextEvent, RawEvent, FinishedEvent, FailedEvent>;

/// Carries one answer from the reader's thread to the connection's. Never blocks the reader: a client that reads slowly
/// costs the text of one page in memory.
class AnswerChannel final : public readers::Output {
public:
    void text(std::string_view text, const nlohmann::json &logprobs = nullptr) override;
    void raw(std::string_view bytes) override;
    /// The last call of the reader's side.
    void close(AnswerEvent end);

    /// Waits for the next event. nullopt after @p limit. One reader thread.
    std::optional<AnswerEvent> next(std::chrono::milliseconds limit);

private:
    void add(AnswerEvent event);

    std::mutex m_mutex; ///< guards m_events
    std::condition_variable m_arrived;
    std::deque<AnswerEvent> m_events;
};

} // namespace server
