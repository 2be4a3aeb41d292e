// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/runtime/request.h"

#include <condition_variable>
#include <deque>
#include <exception>
#include <mutex>
#include <optional>

namespace runtime {

/// One request's way back: the engine's thread fills it, the caller's empties it. Never longer than the answer.
class TokenChannel {
public:
    void push(Token token);
    void finish(Result result);
    void fail(std::exception_ptr fault);

    /// Waits for the next token. @return nothing once all were given and the answer is whole.
    /// @throws what fail() got, after the tokens before it.
    std::optional<Token> next();

    /// After next() gave nothing.
    Result takeResult();

private:
    std::mutex m_mutex; // guards all below
    std::condition_variable m_changed;
    std::deque<Token> m_tokens;
    std::optional<Result> m_result;
    std::exception_ptr m_fault;
};

} // namespace runtime
