// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ocr/client.h"
#include "tests/support/fake_server.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <future>
#include <gtest/gtest.h>

using namespace ocr;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using support::FakeExchange;
using support::FakeServer;
using enum base::ErrorCode;

inline const QJsonObject body{{u"model"_s, u"fake"_s}, {u"messages"_s, QJsonArray()}};

/// The product's limits with pauses that are noted instead of waited for.
struct Impatience {
    std::vector<std::chrono::milliseconds> pauses;
    ClientLimits limits;

    Impatience()
    {
        limits.pause = [this](std::chrono::milliseconds pause, const std::stop_token &) { pauses.push_back(pause); };
    }
};

inline EngineAddress addressOf(const FakeServer &server, const QByteArray &key = {})
{
    return *engineAddressFrom(server.url(), key);
}

/// Without @p more it is a good page: two pieces of text and the end.
inline void goodPage(FakeExchange &exchange)
{
    exchange.beginStream();
    exchange.sendDelta(u"Hello "_s);
    exchange.sendDelta(u"world"_s);
    exchange.sendEnd();
}

/// Sends @p bytes again and again until the client has gone.
inline void sendForever(FakeExchange &exchange, const QByteArray &contentType, int status, const QByteArray &bytes)
{
    exchange.beginStream(contentType, status);
    while (exchange.send(bytes)) { }
}

/// What the listener heard, in order: text, and "|" for each restart.
struct Heard {
    QString all;
    TextListener listener{[this](QStringView delta) { all += delta; }, [this] { all += u'|'; }};
};

inline base::Error errorFrom(const FakeServer::Handler &handler, const ClientLimits &limits, const QByteArray &key = {})
{
    const FakeServer server(handler);
    const auto result = Client(addressOf(server, key), limits).transcribe(body, {}, {});
    return result ? base::Error{Cancelled, u"no error: "_s + result->text, {}, {}} : result.error();
}

inline std::chrono::milliseconds timeOf(const std::function<void()> &work)
{
    const auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - start);
}
