// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ocr/exchange.h"

#include <QEventLoop>
#include <QHostAddress>
#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QTimer>

#include <memory>

namespace ocr {

namespace {

constexpr qint64 readAhead = 1 << 20; // bytes the library takes off the network before we have looked at them

/// On this machine: a proxy could only be in the way.
bool isNear(const QUrl &url)
{
    return url.scheme().startsWith(u"unix") || url.host() == u"localhost" || QHostAddress(url.host()).isLoopback();
}

Exchange::End endOf(QNetworkReply::NetworkError error)
{
    switch (error) {
    case QNetworkReply::NoError:
        return Exchange::End::Answered;
    case QNetworkReply::ConnectionRefusedError:
        return Exchange::End::Refused;
    case QNetworkReply::HostNotFoundError:
    case QNetworkReply::SslHandshakeFailedError:
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyAuthenticationRequiredError:
    case QNetworkReply::ProtocolUnknownError:
        return Exchange::End::Unreachable;
    default:
        return Exchange::End::Lost;
    }
}

/// One exchange in progress; lives on the stack of the thread that waits for it.
class Run {
public:
    Run(QNetworkReply &reply, const ExchangeLimits &limits, const TakeBytes &take)
        : m_reply(reply)
        , m_limits(limits)
        , m_take(take)
    {
        m_silence.setSingleShot(true);
        QObject::connect(&m_silence, &QTimer::timeout, &m_loop, [this] { stopWith(Exchange::End::TimedOut); });
        QObject::connect(&reply, &QNetworkReply::uploadProgress, &m_loop, [this] { restartFirstByteLimit(); });
        QObject::connect(&reply, &QNetworkReply::readyRead, &m_loop, [this] { takeArrived(); });
        QObject::connect(&reply, &QNetworkReply::finished, &m_loop, [this] { finish(); });
    }

    Exchange wait(const std::stop_token &stop)
    {
        QEventLoop &loop = m_loop;
        const std::stop_callback onStop(
            stop, [&loop] { QMetaObject::invokeMethod(&loop, &QEventLoop::quit, Qt::QueuedConnection); });
        m_silence.start(m_limits.firstByte);
        if (!m_isOver && !stop.stop_requested())
            m_loop.exec();
        m_reply.disconnect(&m_loop);
        if (!m_isOver)
            m_result.end = Exchange::End::Cancelled;
        return m_result;
    }

private:
    void stopWith(Exchange::End end)
    {
        m_isOver = true;
        m_result.end = end;
        m_loop.quit();
    }

    void restartFirstByteLimit()
    {
        if (!m_result.anyBody)
            m_silence.start(m_limits.firstByte);
    }

    void readHead()
    {
        m_result.status = m_reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        m_result.contentType = m_reply.rawHeader("Content-Type");
        m_result.retryAfter = m_reply.rawHeader("Retry-After");
        if (m_result.status >= 300 && m_result.status < 400)
            m_result.redirect = m_reply.request().url().resolved(QUrl::fromEncoded(m_reply.rawHeader("Location")));
    }

    void takeArrived()
    {
        if (m_isOver)
            return;
        const QByteArray bytes = m_reply.readAll();
        if (bytes.isEmpty())
            return;
        readHead();
        m_result.anyBody = true;
        m_silence.start(m_limits.between);
        if (m_take && m_result.status >= 200 && m_result.status < 300) {
            if (m_take(m_result.contentType, bytes) == Wanted::Enough)
                stopWith(Exchange::End::Enough);
            return;
        }
        m_result.body.append(bytes);
        if (m_result.body.size() > longestBody)
            stopWith(Exchange::End::Enough);
    }

    void finish()
    {
        takeArrived();
        if (m_isOver)
            return;
        readHead();
        m_result.detail = m_reply.errorString();
        // From status 400 on the library calls a whole answer an error as well.
        stopWith(m_result.status >= 400 ? Exchange::End::Answered : endOf(m_reply.error()));
    }

    QNetworkReply &m_reply;
    const ExchangeLimits &m_limits;
    const TakeBytes &m_take;
    QEventLoop m_loop;
    QTimer m_silence;
    Exchange m_result;
    bool m_isOver = false;
};

} // namespace

Exchange exchange(const QNetworkRequest &request, const std::optional<QByteArray> &body, const ExchangeLimits &limits,
    const TakeBytes &take, std::stop_token stop)
{
    // A manager for each exchange: a connection of its own, and nothing kept that another socket's answer could come through.
    QNetworkAccessManager manager;
    manager.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    if (isNear(request.url()))
        manager.setProxy(QNetworkProxy::NoProxy);
    QNetworkRequest sent = request;
    sent.setRawHeader("Accept-Encoding", "identity"); // sizes are limited as sent; nothing is unpacked behind our back
    sent.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    const std::unique_ptr<QNetworkReply> reply(body ? manager.post(sent, *body) : manager.get(sent));
    reply->setReadBufferSize(readAhead);
    return Run(*reply, limits, take).wait(stop);
}

} // namespace ocr
