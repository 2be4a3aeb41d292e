// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <cstdio>
#include <string>
#include <string_view>

namespace base {

enum class LogLevel { Debug, Info, Warning, Error };

/// Lines below this level are dropped. Any thread may change it.
inline std::atomic<LogLevel> &logLevel()
{
    static std::atomic<LogLevel> level = LogLevel::Info;
    return level;
}

/// Writes "recto-engine: warning: TEXT" on standard error as one write, so lines of several threads do not mix.
/// The rooms that must build with header-only libraries use this; a program may silence it by the level.
inline void log(LogLevel level, std::string_view text)
{
    if (level < logLevel().load(std::memory_order_relaxed))
        return;
    constexpr const char *names[] = {"debug: ", "", "warning: ", "error: "};
    std::string line = "recto-engine: ";
    line += names[static_cast<int>(level)];
    line += text;
    line += '\n';
    std::fwrite(line.data(), 1, line.size(), stderr);
}

} // namespace base
