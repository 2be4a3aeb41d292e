// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window/window_lock.h"

#include <QCryptographicHash>
#include <QDir>
#include <QLocalServer>
#include <QLocalSocket>
#include <QStandardPaths>

namespace main_window {

namespace {

constexpr int connectMs = 200; // a local socket answers at once or not at all

QString socketFor(const base::NativePath &path)
{
    std::error_code ignored;
    const std::string real = std::filesystem::weakly_canonical(path, ignored).native();
    const QByteArray hash
        = QCryptographicHash::hash(QByteArrayView(real.data(), qsizetype(real.size())), QCryptographicHash::Sha256);
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation) + QStringLiteral("/recto");
    QDir().mkpath(folder);
    return folder + QStringLiteral("/window-%1.sock").arg(QString::fromLatin1(hash.toHex().first(16)));
}

} // namespace

WindowLock::WindowLock(QObject *parent)
    : QObject(parent)
{
}

WindowLock::~WindowLock() = default;

bool WindowLock::raiseOther(const base::NativePath &path)
{
    QLocalSocket other;
    other.connectToServer(socketFor(path));
    return other.waitForConnected(connectMs);
}

void WindowLock::take(const base::NativePath &path)
{
    const QString name = socketFor(path);
    for (const auto &server : m_servers) {
        if (server->fullServerName() == name)
            return;
    }
    QLocalServer::removeServer(name); // left behind by a window that was killed
    auto server = std::make_unique<QLocalServer>();
    server->setSocketOptions(QLocalServer::UserAccessOption);
    connect(server.get(), &QLocalServer::newConnection, this, [this, listening = server.get()] {
        while (QLocalSocket *visitor = listening->nextPendingConnection())
            visitor->deleteLater(); // that somebody came says all
        Q_EMIT raiseWanted();
    });
    if (server->listen(name)) // without it a second window is told by the project's own lock
        m_servers.push_back(std::move(server));
}

void WindowLock::release()
{
    m_servers.clear();
}

} // namespace main_window
