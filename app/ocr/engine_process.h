// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/native_path.h"

#include <QString>

#include <optional>
#include <string>
#include <sys/types.h>
#include <vector>

namespace ocr {

/// A lock on a file (flock), held as long as this lives. The file stays: removing it would part those who wait for it.
class FileLock {
public:
    /// Takes the lock if nobody has it. @return an object for which @c isHeld is false otherwise; errno tells why when the file cannot be opened.
    static FileLock tryLock(const base::NativePath &file);

    FileLock(FileLock &&other) noexcept
        : m_descriptor(std::exchange(other.m_descriptor, -1))
    {
    }
    FileLock &operator=(FileLock &&other) noexcept
    {
        std::swap(m_descriptor, other.m_descriptor);
        return *this;
    }
    ~FileLock();
    [[nodiscard]] bool isHeld() const { return m_descriptor >= 0; }

private:
    explicit FileLock(int descriptor)
        : m_descriptor(descriptor)
    {
    }
    int m_descriptor;
};

/// How an engine ended.
struct ProcessEnd {
    int exitCode = 0; ///< 128 + signal when a signal ended it
};

/// A process of our own in a session of its own (no Ctrl-C of our terminal reaches it). Outlives this object.
class EngineProcess {
public:
    /// @param arguments  the program first. @param log  its standard output and error are appended there.
    /// @return nothing when it cannot be started; errno tells why.
    static std::optional<EngineProcess> start(const std::vector<std::string> &arguments, const base::NativePath &log);

    /// How it ended; nothing while it runs. Does not wait.
    [[nodiscard]] std::optional<ProcessEnd> poll();
    /// Ends it now and waits for that.
    void kill();
    [[nodiscard]] pid_t pid() const { return m_pid; }
    /// The last line with anything on it that the log has got since the start, for an error message; at most 300 characters.
    [[nodiscard]] QString lastWords() const;

private:
    pid_t m_pid = -1;
    std::optional<ProcessEnd> m_end;
    base::NativePath m_log;
    off_t m_logStart = 0;
};

} // namespace ocr
