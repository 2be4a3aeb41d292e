// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/log.h"

#include <cstdlib>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace base {

Q_LOGGING_CATEGORY(logIntake, "recto.intake")
Q_LOGGING_CATEGORY(logRender, "recto.render")
Q_LOGGING_CATEGORY(logOcr, "recto.ocr")
Q_LOGGING_CATEGORY(logPipeline, "recto.pipeline")
Q_LOGGING_CATEGORY(logExport, "recto.export")
Q_LOGGING_CATEGORY(logWindow, "recto.window")

namespace {

constexpr off_t largestLog = 4 << 20; // bytes; a few thousand pages of ordinary messages

NativePath logFolder()
{
    if (const char *state = std::getenv("XDG_STATE_HOME"); state && *state)
        return NativePath(state) / "recto";
    if (const char *home = std::getenv("HOME"); home && *home)
        return NativePath(home) / ".local/state/recto";
    return {};
}

void turnOver(const NativePath &log)
{
    struct stat info{};
    if (stat(log.c_str(), &info) != 0 || info.st_size <= largestLog)
        return;
    std::error_code ignored; // a log that cannot be turned over is only longer
    std::filesystem::rename(log, NativePath(log).concat(".1"), ignored);
}

} // namespace

int sendMessagesToLog()
{
    const int shown = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3);
    const char *wanted = std::getenv("RECTO_LOG");
    if (wanted && std::string_view(wanted) == "-")
        return shown;
    NativePath log = wanted && *wanted ? NativePath(wanted) : logFolder() / "recto.log";
    std::error_code ignored; // without a folder the messages go to /dev/null
    if (log.has_parent_path())
        std::filesystem::create_directories(log.parent_path(), ignored);
    turnOver(log);
    int file = open(log.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    if (file < 0)
        file = open("/dev/null", O_WRONLY | O_CLOEXEC);
    if (file >= 0) {
        dup2(file, STDERR_FILENO);
        close(file);
    }
    return shown;
}

} // namespace base
