// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/version.h"
#include "app/ocr/engine_supervisor.h"

#include <QCryptographicHash>

#include <cstdlib>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

namespace ocr {

namespace {

constexpr size_t longestFileName = 32; // bytes: "/engine-" + 16 of the hash + ".socket", with room

base::NativePath environmentPath(const char *name)
{
    const char *value = std::getenv(name);
    return value && *value == '/' ? base::NativePath(value) : base::NativePath();
}

/// What XDG asks of it: ours, and nobody else's. Too long a path does not fit into a socket's address.
bool isGoodRuntimeFolder(const base::NativePath &folder)
{
    struct stat info{};
    return !folder.empty()
        && folder.native().size() + longestFileName + sizeof("/recto") < sizeof(sockaddr_un::sun_path)
        && stat(folder.c_str(), &info) == 0 && S_ISDIR(info.st_mode) && info.st_uid == geteuid()
        && access(folder.c_str(), W_OK) == 0;
}

base::NativePath standardRuntimeFolder()
{
    if (const base::NativePath xdg = environmentPath("XDG_RUNTIME_DIR"); isGoodRuntimeFolder(xdg))
        return xdg / "recto";
    return "/tmp/recto-" + std::to_string(geteuid());
}

base::NativePath standardProgram()
{
    if (const base::NativePath wanted = environmentPath("RECTO_ENGINE_PROGRAM"); !wanted.empty())
        return wanted;
    std::error_code error;
    const base::NativePath self = std::filesystem::read_symlink("/proc/self/exe", error);
    const base::NativePath beside = self.parent_path() / "recto-engine";
    return !error && access(beside.c_str(), X_OK) == 0 ? beside : base::NativePath();
}

base::NativePath standardLog()
{
    if (const base::NativePath state = environmentPath("XDG_STATE_HOME"); !state.empty())
        return state / "recto/engine.log";
    if (const base::NativePath home = environmentPath("HOME"); !home.empty())
        return home / ".local/state/recto/engine.log";
    return "/dev/null";
}

base::NativePath madeAbsolute(const base::NativePath &path)
{
    std::error_code ignored;
    return path.empty() ? path : std::filesystem::weakly_canonical(path, ignored);
}

} // namespace

EngineHome EngineHome::standard(const base::NativePath &modelFolder)
{
    EngineHome home;
    home.program = standardProgram();
    home.modelFolder = madeAbsolute(modelFolder);
    home.runtimeFolder = standardRuntimeFolder();
    home.log = standardLog();
    home.recordings = madeAbsolute(environmentPath("RECTO_RECORDINGS"));
    return home;
}

base::NativePath EngineHome::file(const char *suffix) const
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const base::NativePath &path : {modelFolder, recordings, program}) {
        hash.addData(QByteArrayView(path.c_str(), static_cast<qsizetype>(path.native().size() + 1)));
    }
    struct stat info{};
    if (stat(program.c_str(), &info) == 0)
        hash.addData(QByteArray::number(static_cast<qint64>(info.st_mtim.tv_sec)) + '.'
            + QByteArray::number(static_cast<qint64>(info.st_mtim.tv_nsec)));
    hash.addData(base::productVersion);
    return runtimeFolder / ("engine-" + hash.result().toHex().first(16).toStdString() + suffix);
}

} // namespace ocr
