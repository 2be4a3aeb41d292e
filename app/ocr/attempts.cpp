// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ocr/attempts.h"

#include <QRandomGenerator>

#include <algorithm>
#include <condition_variable>
#include <mutex>

namespace ocr {

namespace {

constexpr int attemptsWhenRefused = 3; // a server being restarted has a second and a half; a wrong address is told soon

} // namespace

bool Attempts::mayGoOn(
    Reason reason, bool hadText, std::optional<std::chrono::milliseconds> retryAfter, std::stop_token stop)
{
    if (!isWorthwhile(reason, hadText))
        return false;
    const auto pause = pauseBefore(++m_made, m_limits, retryAfter, QRandomGenerator::global()->generateDouble());
    if (m_limits.pause)
        m_limits.pause(pause, stop);
    else
        waitFor(pause, stop);
    return !stop.stop_requested();
}

bool Attempts::isWorthwhile(Reason reason, bool hadText)
{
    if (reason == Reason::Final || m_made >= m_limits.attempts)
        return false;
    if (m_isLocal && reason != Reason::Busy)
        return false;
    if (reason == Reason::Refused)
        return m_made < attemptsWhenRefused;
    return !hadText || !std::exchange(m_restarted, true);
}

std::chrono::milliseconds pauseBefore(
    int next, const ClientLimits &limits, std::optional<std::chrono::milliseconds> retryAfter, double jitter)
{
    const int doublings = std::clamp(next - 2, 0, 20);
    const auto backOff = std::min(limits.firstPause * (1 << doublings), limits.longestPause);
    const auto least = std::max(backOff, retryAfter.value_or(std::chrono::milliseconds(0)));
    const auto spread = std::chrono::duration_cast<std::chrono::milliseconds>(least * (jitter / 4));
    return std::min(least + spread, limits.longestPause);
}

void waitFor(std::chrono::milliseconds duration, std::stop_token stop)
{
    std::mutex mutex;
    std::condition_variable_any woken;
    std::unique_lock lock(mutex);
    woken.wait_for(lock, stop, duration, [] { return false; });
}

} // namespace ocr
