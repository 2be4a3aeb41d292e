// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fake_server.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <arpa/inet.h>
#include <cstdlib>
#include <cstring>
#include <netinet/in.h>
#include <optional>
#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace support {

namespace {

struct Head {
    QByteArray method;
    QByteArray path;
    std::map<QByteArray, QByteArray> headers;
};

Head parseHead(const QByteArray &text)
{
    Head head;
    const QList<QByteArray> lines = text.split('\n');
    const QList<QByteArray> words = lines.first().trimmed().split(' ');
    head.method = words.value(0);
    head.path = words.value(1);
    for (const QByteArray &line : lines.sliced(1)) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0)
            head.headers[line.first(colon).trimmed().toLower()] = line.sliced(colon + 1).trimmed();
    }
    return head;
}

/// Reads head and body; nothing when the client leaves before they are whole.
std::optional<std::pair<Head, QByteArray>> readRequest(int descriptor)
{
    QByteArray bytes;
    Head head;
    qsizetype bodyStart = -1;
    while (true) {
        if (bodyStart < 0) {
            const qsizetype end = bytes.indexOf("\r\n\r\n");
            if (end >= 0) {
                head = parseHead(bytes.first(end));
                bodyStart = end + 4;
            }
        }
        if (bodyStart >= 0 && bytes.size() - bodyStart >= head.headers["content-length"].toLongLong())
            return std::pair(head, bytes.sliced(bodyStart));
        char buffer[65536];
        const ssize_t got = recv(descriptor, buffer, sizeof buffer, 0);
        if (got <= 0)
            return std::nullopt;
        bytes.append(buffer, got);
    }
}

QByteArray json(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

} // namespace

FakeExchange::FakeExchange(int descriptor, QByteArray givenMethod, QByteArray givenPath,
    std::map<QByteArray, QByteArray> givenHeaders, QByteArray givenBody)
    : method(std::move(givenMethod))
    , path(std::move(givenPath))
    , headers(std::move(givenHeaders))
    , body(std::move(givenBody))
    , m_descriptor(descriptor)
{
}

QByteArray FakeExchange::header(const QByteArray &lowerCaseName) const
{
    const auto found = headers.find(lowerCaseName);
    return found == headers.end() ? QByteArray() : found->second;
}

void FakeExchange::answer(
    int status, const QByteArray &contentType, const QByteArray &content, const QByteArray &moreHeaders)
{
    beginStream(contentType, status, "Content-Length: " + QByteArray::number(content.size()) + "\r\n" + moreHeaders);
    send(content);
}

void FakeExchange::beginStream(const QByteArray &contentType, int status, const QByteArray &moreHeaders)
{
    const QByteArray type = contentType.isEmpty() ? QByteArray() : "Content-Type: " + contentType + "\r\n";
    send(
        "HTTP/1.1 " + QByteArray::number(status) + " Fake\r\n" + type + "Connection: close\r\n" + moreHeaders + "\r\n");
}

bool FakeExchange::send(QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        const ssize_t sent = ::send(m_descriptor, bytes.data(), static_cast<size_t>(bytes.size()), MSG_NOSIGNAL);
        if (sent <= 0)
            return false;
        bytes = bytes.sliced(sent);
    }
    return true;
}

bool FakeExchange::sendEvent(const QByteArray &data)
{
    return send("data: " + data + "\n\n");
}

bool FakeExchange::sendDelta(const QString &text)
{
    const QJsonObject choice{{QStringLiteral("index"), 0},
        {QStringLiteral("delta"), QJsonObject{{QStringLiteral("content"), text}}},
        {QStringLiteral("finish_reason"), QJsonValue::Null}};
    return sendEvent(json({{QStringLiteral("object"), QStringLiteral("chat.completion.chunk")},
        {QStringLiteral("model"), QStringLiteral("fake")}, {QStringLiteral("choices"), QJsonArray{choice}}}));
}

void FakeExchange::sendEnd(const QByteArray &recto)
{
    QJsonObject chunk{{QStringLiteral("choices"),
        QJsonArray{QJsonObject{{QStringLiteral("index"), 0}, {QStringLiteral("delta"), QJsonObject()},
            {QStringLiteral("finish_reason"), QStringLiteral("stop")}}}}};
    if (!recto.isEmpty())
        chunk.insert(QStringLiteral("recto"), QJsonDocument::fromJson(recto).object());
    sendEvent(json(chunk));
    sendEvent(R"({"choices":[],"usage":{"prompt_tokens":3,"completion_tokens":7,"total_tokens":10}})");
    sendEvent("[DONE]");
}

void FakeExchange::reset()
{
    const linger atOnce{1, 0};
    setsockopt(m_descriptor, SOL_SOCKET, SO_LINGER, &atOnce, sizeof atOnce);
    m_isReset = true;
}

bool FakeExchange::waitUntilClientLeaves()
{
    pollfd wait{m_descriptor, POLLIN | POLLRDHUP, 0};
    return poll(&wait, 1, 30'000) == 1;
}

FakeServer::FakeServer(Handler handler)
    : m_handler(std::move(handler))
{
    const int descriptor = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    if (bind(descriptor, reinterpret_cast<sockaddr *>(&address), size) != 0
        || getsockname(descriptor, reinterpret_cast<sockaddr *>(&address), &size) != 0)
        std::abort();
    m_port = ntohs(address.sin_port);
    listenOn(descriptor);
}

FakeServer::FakeServer(const std::string &socketPath, Handler handler)
    : m_handler(std::move(handler))
{
    const int descriptor = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    if (socketPath.size() >= sizeof address.sun_path)
        std::abort();
    std::memcpy(address.sun_path, socketPath.c_str(), socketPath.size());
    unlink(socketPath.c_str());
    if (bind(descriptor, reinterpret_cast<sockaddr *>(&address), sizeof address) != 0)
        std::abort();
    listenOn(descriptor);
}

void FakeServer::listenOn(int descriptor)
{
    m_listener = descriptor;
    listen(descriptor, 512);
    m_acceptor = std::thread([this] {
        while (true) {
            const int connection = accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC);
            if (connection < 0)
                return;
            const std::scoped_lock lock(m_mutex);
            if (m_isEnding) {
                close(connection);
                return;
            }
            m_open.push_back(connection);
            m_connections.emplace_back([this, connection] { serve(connection); });
        }
    });
}

FakeServer::~FakeServer()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_isEnding = true;
        for (const int connection : m_open)
            shutdown(connection, SHUT_RDWR);
    }
    shutdown(m_listener, SHUT_RDWR);
    m_acceptor.join();
    for (std::thread &connection : m_connections)
        connection.join();
    close(m_listener);
}

QString FakeServer::url() const
{
    return QStringLiteral("http://127.0.0.1:%1").arg(m_port);
}

void FakeServer::serve(int descriptor)
{
    bool isReset = false;
    if (auto request = readRequest(descriptor)) {
        ++m_requests;
        FakeExchange exchange(
            descriptor, request->first.method, request->first.path, request->first.headers, request->second);
        m_handler(exchange);
        isReset = exchange.m_isReset;
    }
    const std::scoped_lock lock(m_mutex);
    m_open.remove(descriptor);
    if (!isReset)
        shutdown(descriptor, SHUT_RDWR);
    close(descriptor);
}

bool Gathering::arriveAndWait()
{
    std::unique_lock lock(m_mutex);
    if (++m_arrived >= m_wanted)
        m_changed.notify_all();
    return m_changed.wait_for(lock, std::chrono::seconds(30), [this] { return m_arrived >= m_wanted; });
}

} // namespace support
