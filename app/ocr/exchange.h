// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QNetworkRequest>
#include <QUrl>

#include <chrono>
#include <functional>
#include <optional>
#include <stop_token>

namespace ocr {

/// One HTTP request and what became of it.
struct Exchange {
    enum class End {
        Answered, ///< a whole answer, whatever its status
        Enough, ///< the taker of bytes wanted no more
        Refused, ///< nobody listens there: connection refused, no such socket
        Unreachable, ///< no such host, no route, no trust (TLS)
        Lost, ///< the connection broke, before or in the answer
        TimedOut,
        Cancelled,
    };

    End end = End::Lost;
    int status = 0; ///< 0 when no head arrived
    QByteArray contentType;
    QByteArray retryAfter;
    QUrl redirect; ///< where a 3xx points to
    QByteArray body; ///< of an answer that nobody took; at most @c longestBody
    bool anyBody = false; ///< at least one byte of the body came
    QString detail; ///< the library's own words, for the log
};

inline constexpr qint64 longestBody
    = 4 << 20; ///< bytes kept of lists, health and error answers; more ends the exchange

struct ExchangeLimits {
    std::chrono::milliseconds firstByte; ///< from the last sent byte to the first byte of the body
    std::chrono::milliseconds between; ///< then, between two arrivals
};

enum class Wanted { More, Enough };
/// Takes the body of a 2xx answer as it arrives, on the calling thread.
using TakeBytes = std::function<Wanted(const QByteArray &contentType, QByteArrayView bytes)>;

/// Sends @p request (POST when there is a @p body, else GET) and waits for the end. Blocks; any thread; follows no redirect;
/// speaks to sockets and to this machine without a proxy. Ends within 100 ms of a stop request.
[[nodiscard]] Exchange exchange(const QNetworkRequest &request, const std::optional<QByteArray> &body,
    const ExchangeLimits &limits, const TakeBytes &take, std::stop_token stop);

} // namespace ocr
