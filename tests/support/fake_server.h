// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <atomic>
#include <condition_variable>
#include <functional>
#include <list>
#include <map>
#include <mutex>
#include <thread>

namespace support {

/// One request to a FakeServer, and the hand that answers it. Lives as long as its handler runs, on a thread of its own.
class FakeExchange {
public:
    FakeExchange(
        int descriptor, QByteArray method, QByteArray path, std::map<QByteArray, QByteArray> headers, QByteArray body);

    const QByteArray method;
    const QByteArray path;
    const std::map<QByteArray, QByteArray> headers; ///< names in lower case
    const QByteArray body;
    [[nodiscard]] QByteArray header(const QByteArray &lowerCaseName) const;

    /// A whole answer.
    void answer(
        int status, const QByteArray &contentType, const QByteArray &content, const QByteArray &moreHeaders = {});
    /// The head of an answer whose body ends with the connection. @param moreHeaders  each with its CRLF.
    void beginStream(
        const QByteArray &contentType = "text/event-stream", int status = 200, const QByteArray &moreHeaders = {});
    /// Bytes as they are. @return false when the client has gone.
    bool send(QByteArrayView bytes);
    /// One event: "data: JSON" and an empty line.
    bool sendEvent(const QByteArray &data);
    /// A chunk of an OpenAI stream with this delta.
    bool sendDelta(const QString &text);
    /// The closing chunk, the usage chunk and [DONE].
    void sendEnd(const QByteArray &recto = {});
    /// Ends the connection rudely (RST).
    void reset();
    /// Waits until the client hangs up, or the server is told to end. @return false for the latter, or after 30 s.
    bool waitUntilClientLeaves();

private:
    int m_descriptor;
    bool m_isReset = false;
    friend class FakeServer;
};

/// A server on the loopback, or on a Unix socket, that answers as its handler says; one thread a connection, one request a
/// connection. Thread-safe. Ends with all its threads in its destructor.
class FakeServer {
public:
    using Handler = std::function<void(FakeExchange &)>;

    /// On 127.0.0.1 and a free port.
    explicit FakeServer(Handler handler);
    /// On a Unix socket.
    FakeServer(const std::string &socketPath, Handler handler);
    ~FakeServer();
    FakeServer(const FakeServer &) = delete;
    FakeServer &operator=(const FakeServer &) = delete;

    [[nodiscard]] QString url() const; ///< http://127.0.0.1:PORT
    [[nodiscard]] int requests() const { return m_requests; }

private:
    void listenOn(int descriptor);
    void serve(int descriptor);

    Handler m_handler;
    int m_listener = -1;
    int m_port = 0;
    std::atomic<int> m_requests = 0;
    std::mutex m_mutex;
    std::list<int> m_open; ///< descriptors of connections, shut down at the end
    bool m_isEnding = false;
    std::list<std::thread> m_connections;
    std::thread m_acceptor;
};

/// Holds back all who arrive until there are enough of them.
class Gathering {
public:
    explicit Gathering(int wanted)
        : m_wanted(wanted)
    {
    }
    /// @return whether all came within 30 s.
    bool arriveAndWait();

private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
    int m_wanted;
    int m_arrived = 0;
};

} // namespace support
