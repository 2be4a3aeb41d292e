// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ocr/engine_probe.h"

#include "app/ocr/exchange.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

namespace ocr {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(EngineProbe)
};

class Descriptor {
public:
    explicit Descriptor(int descriptor)
        : m_descriptor(descriptor)
    {
    }
    Descriptor(const Descriptor &) = delete;
    Descriptor &operator=(const Descriptor &) = delete;
    ~Descriptor()
    {
        if (m_descriptor >= 0)
            close(m_descriptor);
    }
    [[nodiscard]] int get() const { return m_descriptor; }

private:
    int m_descriptor;
};

std::unexpected<base::Error> folderFailure(const base::NativePath &folder, const QString &detail)
{
    return base::failure(base::ErrorCode::EngineUnreachable,
        Words::tr("the reading engine's private folder cannot be used"),
        Words::tr("remove it, or have it elsewhere (XDG_RUNTIME_DIR); its name is in the log"),
        Words::tr("%1: %2").arg(base::displayName(folder), detail));
}

QString errorText(int error)
{
    return QString::fromLocal8Bit(std::strerror(error));
}

} // namespace

Listener listenerOn(const base::NativePath &socketPath)
{
    struct stat info{};
    if (lstat(socketPath.c_str(), &info) != 0)
        return {};
    if (!S_ISSOCK(info.st_mode))
        return {Listener::Kind::Foreign, 0};
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    if (socketPath.native().size() >= sizeof(address.sun_path))
        return {};
    std::memcpy(address.sun_path, socketPath.c_str(), socketPath.native().size());
    const Descriptor connection(socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
    if (connect(connection.get(), reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0) {
        // EAGAIN: its queue of connections is full, so somebody lives there.
        return {errno == EAGAIN ? Listener::Kind::Ours : Listener::Kind::Nobody, 0};
    }
    ucred peer{};
    socklen_t size = sizeof peer;
    if (getsockopt(connection.get(), SOL_SOCKET, SO_PEERCRED, &peer, &size) != 0 || peer.uid != geteuid())
        return {Listener::Kind::Foreign, peer.pid};
    return {Listener::Kind::Ours, peer.pid};
}

bool isOurEngine(const EngineAddress &address, std::chrono::milliseconds limit, std::stop_token stop)
{
    const ExchangeLimits limits{limit, limit};
    const Exchange health = exchange(requestTo(address, QStringLiteral("/health")), {}, limits, {}, stop);
    const QJsonObject object = QJsonDocument::fromJson(health.body).object();
    if (health.status != 200 || object.value(u"status").toString() != u"ok" || !object.contains(u"pid"))
        return false;
    return exchange(requestTo(address, QStringLiteral("/v1/models")), {}, limits, {}, stop).status == 200;
}

base::Result<void> makePrivateFolder(const base::NativePath &folder)
{
    std::error_code ignored;
    if (folder.has_parent_path())
        std::filesystem::create_directories(folder.parent_path(), ignored);
    if (mkdir(folder.c_str(), 0700) != 0 && errno != EEXIST)
        return folderFailure(folder, errorText(errno));
    struct stat info{};
    if (lstat(folder.c_str(), &info) != 0)
        return folderFailure(folder, errorText(errno));
    if (!S_ISDIR(info.st_mode))
        return folderFailure(folder, Words::tr("it is no folder"));
    if (info.st_uid != geteuid())
        return folderFailure(folder, Words::tr("it belongs to someone else"));
    if ((info.st_mode & 077) != 0 && chmod(folder.c_str(), 0700) != 0)
        return folderFailure(folder, errorText(errno));
    return {};
}

base::Result<QByteArray> writeNewToken(const base::NativePath &file)
{
    quint32 random[8]; // 256 bits
    QRandomGenerator::system()->fillRange(random);
    const QByteArray token = QByteArray::fromRawData(reinterpret_cast<const char *>(random), sizeof random).toHex();
    const base::NativePath temporary = base::NativePath(file).concat(".new");
    unlink(temporary.c_str());
    const Descriptor descriptor(open(temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600));
    if (descriptor.get() < 0
        || write(descriptor.get(), token.constData(), static_cast<size_t>(token.size())) != token.size()
        || rename(temporary.c_str(), file.c_str()) != 0)
        return folderFailure(file.parent_path(), errorText(errno));
    return token;
}

QByteArray readToken(const base::NativePath &file)
{
    const Descriptor descriptor(open(file.c_str(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC));
    QByteArray token(256, '\0');
    const ssize_t got
        = descriptor.get() < 0 ? -1 : read(descriptor.get(), token.data(), static_cast<size_t>(token.size()));
    token.truncate(std::max<ssize_t>(0, got));
    return token.trimmed();
}

} // namespace ocr
