// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ocr/client.h"

#include <optional>

namespace ocr {

/// How often one page is asked for, and how long to wait between.
class Attempts {
public:
    enum class Reason {
        Final, ///< asking again would not help
        Busy, ///< 429, 503
        Lost, ///< the connection broke, or a gateway had nobody behind it
        Refused, ///< nobody listens
    };

    /// @param isLocal  our own engine: lost and refused are final, since its supervisor must look first.
    Attempts(const ClientLimits &limits, bool isLocal)
        : m_limits(limits)
        , m_isLocal(isLocal)
    {
    }

    /// After a failed attempt: waits and says whether to try again. @p hadText: text had arrived already.
    /// @return at once, or within 100 ms of a stop request, with false when it is enough.
    [[nodiscard]] bool mayGoOn(
        Reason reason, bool hadText, std::optional<std::chrono::milliseconds> retryAfter, std::stop_token stop);

private:
    [[nodiscard]] bool isWorthwhile(Reason reason, bool hadText);

    const ClientLimits &m_limits;
    bool m_isLocal;
    bool m_restarted = false; ///< an answer torn in its middle is asked for once more, not again
    int m_made = 1;
};

/// The pause before attempt number @p next (2, 3, …): doubled each time, up to a quarter more by @p jitter (0..1) so that many
/// callers do not come back at one moment, never before @p retryAfter, all capped by the limits.
[[nodiscard]] std::chrono::milliseconds pauseBefore(
    int next, const ClientLimits &limits, std::optional<std::chrono::milliseconds> retryAfter, double jitter);

/// Waits, or returns within milliseconds of a stop request.
void waitFor(std::chrono::milliseconds duration, std::stop_token stop);

} // namespace ocr
