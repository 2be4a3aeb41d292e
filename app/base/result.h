// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <expected>
#include <utility>

namespace base {

/// What went wrong, for the program. Exit codes and retries are decided by it.
enum class ErrorCode {
    FileUnreadable, ///< not there, no permission, a folder where a file was wanted, read error
    FileDamaged, ///< the right type, but broken, cut off or empty
    FormatUnknown, ///< content of no type that we read
    PasswordNeeded, ///< encrypted; no password or a wrong one
    TooLarge, ///< a page or picture beyond the limits, refused before memory was taken
    TimedOut, ///< a page or an answer that did not end within its limit
    WorkerDied, ///< the page worker crashed or ran out of its memory limit
    RenderFailed,
    EngineUnreachable, ///< not running and cannot be started, connection lost, no first byte in time
    EngineBusy, ///< 429 or 503 after all retries
    EngineOutOfMemory,
    RequestRejected, ///< 4xx: the request itself was refused
    AnswerMalformed, ///< not what the contract says: HTML, too large, torn
    LanguageMissing, ///< Tesseract has no data for a language that was asked for
    ExportFailed, ///< could not write: full disk, read-only folder, file exists, pandoc failed
    Cancelled, ///< the person or a signal stopped it
};

/// One failure in plain words. @c what and @c remedy are sentences for the person (translated where made, no full stop
/// at the end) who may sit before the window or at the command line: an option or variable stands in parentheses behind what it
/// is called in both, "name a server (--engine)", and windows leave the parentheses out (look::inWindow). @c detail is for the log.
struct Error {
    ErrorCode code;
    QString what;
    QString remedy;
    QString detail;

    bool operator==(const Error &) const = default;
};

template <class T>
using Result = std::expected<T, Error>;

/// Shorthand for returning an error: `return base::failure(code, tr("…"), tr("…"));`
[[nodiscard]] inline std::unexpected<Error> failure(
    ErrorCode code, QString what, QString remedy = {}, QString detail = {})
{
    return std::unexpected(Error{code, std::move(what), std::move(remedy), std::move(detail)});
}

} // namespace base
