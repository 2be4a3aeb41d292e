// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/native_path.h"
#include "app/base/result.h"

#include <QByteArray>

namespace base {

/// A regular file open for reading, whatever bytes its name has. Closed on destruction. Moves, never copies; one thread.
class OpenFile {
public:
    /// FIFOs, sockets and devices are never opened. FileUnreadable when it is not there, may not be read or is no regular file.
    [[nodiscard]] static Result<OpenFile> open(const NativePath &path);

    OpenFile(OpenFile &&other) noexcept;
    OpenFile &operator=(OpenFile &&other) noexcept;
    OpenFile(const OpenFile &) = delete;
    OpenFile &operator=(const OpenFile &) = delete;
    ~OpenFile();

    [[nodiscard]] int descriptor() const { return m_descriptor; }
    [[nodiscard]] qint64 size() const { return m_size; } ///< bytes, when it was opened
    /// A plain ASCII name for libraries that open files by name; good while this object lives.
    [[nodiscard]] QString name() const;
    /// Up to @p length bytes from @p offset; fewer at the end of the file or after a read error.
    [[nodiscard]] QByteArray read(qint64 offset, qint64 length) const;

private:
    OpenFile() = default;
    int m_descriptor = -1;
    qint64 m_size = 0;
};

/// FileUnreadable in plain words for an errno of open, stat or read.
[[nodiscard]] Error readFailure(int error);

} // namespace base
