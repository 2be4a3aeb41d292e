// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/runtime/token_channel.h"

#include <utility>

namespace runtime {

void TokenChannel::push(Token token)
{
    const std::lock_guard lock(m_mutex);
    m_tokens.push_back(std::move(token));
    m_changed.notify_one();
}

void TokenChannel::finish(Result result)
{
    const std::lock_guard lock(m_mutex);
    m_result = std::move(result);
    m_changed.notify_one();
}

void TokenChannel::fail(std::exception_ptr fault)
{
    const std::lock_guard lock(m_mutex);
    m_fault = std::move(fault);
    m_changed.notify_one();
}

std::optional<Token> TokenChannel::next()
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return !m_tokens.empty() || m_result || m_fault; });
    if (!m_tokens.empty()) {
        Token token = std::move(m_tokens.front());
        m_tokens.pop_front();
        return token;
    }
    if (m_fault)
        std::rethrow_exception(m_fault);
    return std::nullopt;
}

Result TokenChannel::takeResult()
{
    const std::lock_guard lock(m_mutex);
    return std::move(*m_result);
}

} // namespace runtime
