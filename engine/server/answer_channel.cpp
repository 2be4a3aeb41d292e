// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/server/answer_channel.h"

namespace server {

void AnswerChannel::text(std::string_view text, const nlohmann::json &logprobs)
{
    if (!text.empty() || !logprobs.is_null())
        add(TextEvent{std::string(text), logprobs});
}

void AnswerChannel::raw(std::string_view bytes)
{
    if (!bytes.empty())
        add(RawEvent{std::string(bytes)});
}

void AnswerChannel::close(AnswerEvent end)
{
    add(std::move(end));
}

std::optional<AnswerEvent> AnswerChannel::next(std::chrono::milliseconds limit)
{
    std::unique_lock lock(m_mutex);
    if (!m_arrived.wait_for(lock, limit, [this] { return !m_events.empty(); }))
        return std::nullopt;
    AnswerEvent event = std::move(m_events.front());
    m_events.pop_front();
    return event;
}

void AnswerChannel::add(AnswerEvent event)
{
    {
        const std::lock_guard lock(m_mutex);
        m_events.push_back(std::move(event));
    }
    m_arrived.notify_one();
}

} // namespace server
