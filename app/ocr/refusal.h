// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/ocr/engine_address.h"

#include <QDateTime>
#include <QJsonObject>

#include <chrono>
#include <optional>

namespace ocr {

/// What a server says went wrong, however it is wrapped ({"error": {…}}, {"error": "…"}, {"detail": …}, vLLM's bare object).
struct Complaint {
    QString message; ///< one line, at most 300 characters; empty when the server gave none
    QString code; ///< as the contract names it (language_missing, out_of_memory, …); empty when there is none
    int status = 0; ///< HTTP status; 0 when unknown
};

/// From the body of an answer with an error status. Anything may be in it.
[[nodiscard]] Complaint complaintIn(const QByteArray &body, int status);

/// From an event of a stream, when it is an error.
[[nodiscard]] std::optional<Complaint> complaintIn(const QJsonObject &event);

/// The same for a person: EngineBusy, EngineOutOfMemory, LanguageMissing, EngineUnreachable (502, 504), RequestRejected.
[[nodiscard]] base::Error refusal(const Complaint &complaint, const EngineAddress &address);

/// Reads a Retry-After header: seconds, or a date. @return nothing for what is neither; never less than 0.
[[nodiscard]] std::optional<std::chrono::milliseconds> retryAfter(const QByteArray &value, const QDateTime &now);

} // namespace ocr
