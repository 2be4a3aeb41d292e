// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ocr/client.h"

#include "app/ocr/answer.h"
#include "app/ocr/attempts.h"
#include "app/ocr/exchange.h"
#include "app/ocr/refusal.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QUuid>

#include <mutex>

namespace ocr {

namespace {

using base::ErrorCode;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(OcrClient)
};

base::Error cancelled()
{
    return {ErrorCode::Cancelled, Words::tr("stopped"), {}, {}};
}

base::Error redirected(const QUrl &target, const EngineAddress &address)
{
    const QString shown = target.toDisplayString(QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment);
    return {ErrorCode::RequestRejected,
        Words::tr("%1 sends on to %2, where Recto was not told to go").arg(address.displayName(), shown),
        Words::tr("give that address (--engine) if it is to be trusted with the pages"), {}};
}

/// What an exchange without an answer means.
base::Error connectionError(const Exchange &result, const EngineAddress &address, const ClientLimits &limits)
{
    const QString engine = address.displayName();
    const QString remedy = address.isLocal()
        ? Words::tr("try again; the reason is in its log")
        : Words::tr("check that the server runs and that its address (--engine) is right");
    const auto unreachable
        = [&](const QString &what) { return base::Error{ErrorCode::EngineUnreachable, what, remedy, result.detail}; };
    switch (result.end) {
    case Exchange::End::Cancelled:
        return cancelled();
    case Exchange::End::TimedOut: {
        const auto waited = std::chrono::duration_cast<std::chrono::seconds>(
            result.anyBody ? limits.betweenEvents : limits.firstByte);
        const QString what = result.anyBody ? Words::tr("%1 fell silent for %2 s in mid-answer")
                                            : Words::tr("%1 did not answer within %2 s");
        return {ErrorCode::TimedOut, what.arg(engine).arg(waited.count()),
            Words::tr("try again later, or with fewer pages at once (--concurrency)"), {}};
    }
    case Exchange::End::Refused:
        return unreachable(Words::tr("nothing answers at %1").arg(engine));
    case Exchange::End::Unreachable:
        return unreachable(Words::tr("%1 cannot be reached (%2)").arg(engine, result.detail));
    default:
        return unreachable(result.anyBody ? Words::tr("the connection to %1 broke off in mid-answer").arg(engine)
                                          : Words::tr("the connection to %1 was lost").arg(engine));
    }
}

bool isSameOrigin(const QUrl &a, const QUrl &b)
{
    const auto port = [](const QUrl &url) { return url.port(url.scheme() == u"https" ? 443 : 80); };
    return a.scheme() == b.scheme() && a.host() == b.host() && port(a) == port(b);
}

/// exchange(), going where the same server sends to.
Exchange exchangeWithinOrigin(QNetworkRequest request, const std::optional<QByteArray> &body,
    const ExchangeLimits &limits, const TakeBytes &take, const std::stop_token &stop)
{
    Exchange result;
    for (int hops = 0; hops < 5; ++hops) {
        result = exchange(request, body, limits, take, stop);
        if (result.redirect.isEmpty() || !isSameOrigin(result.redirect, request.url()))
            return result;
        request.setUrl(result.redirect);
    }
    return result;
}

QNetworkRequest jsonRequestTo(const EngineAddress &address, const QString &path)
{
    QNetworkRequest request = requestTo(address, path);
    request.setHeader(QNetworkRequest::ContentTypeHeader, QByteArrayLiteral("application/json"));
    return request;
}

/// A body and its type.
struct Content {
    QByteArray type;
    QByteArray bytes;
};

/// multipart/related (RFC 2387): the JSON, then the picture as it is.
Content withPicture(const QByteArray &json, const EncodedPicture &picture)
{
    const QByteArray boundary = QUuid::createUuid().toByteArray(QUuid::Id128);
    Content content{"multipart/related; type=\"application/json\"; boundary=" + boundary, {}};
    content.bytes.reserve(json.size() + picture.bytes.size() + 512);
    content.bytes += "--" + boundary + "\r\nContent-Type: application/json\r\n\r\n";
    content.bytes += json;
    content.bytes += "\r\n--" + boundary + "\r\nContent-Type: " + picture.mimeType + "\r\nContent-ID: <";
    content.bytes += attachedId;
    content.bytes += ">\r\n\r\n";
    content.bytes += picture.bytes;
    content.bytes += "\r\n--" + boundary + "--\r\n";
    return content;
}

/// Why an attempt did not give a page, and whether another may.
struct Miss {
    base::Error error;
    Attempts::Reason reason = Attempts::Reason::Final;
    std::optional<std::chrono::milliseconds> retryAfter;
};

Miss missOf(const Complaint &complaint, const EngineAddress &address)
{
    Miss miss{refusal(complaint, address), Attempts::Reason::Final, {}};
    if (miss.error.code == ErrorCode::EngineBusy)
        miss.reason = Attempts::Reason::Busy;
    else if (miss.error.code == ErrorCode::EngineUnreachable)
        miss.reason = Attempts::Reason::Lost;
    return miss;
}

Miss missOf(const Exchange &result, const EngineAddress &address, const ClientLimits &limits)
{
    if (result.end == Exchange::End::Answered || result.end == Exchange::End::Enough) {
        if (result.status >= 300 && result.status < 400)
            return {redirected(result.redirect, address), Attempts::Reason::Final, {}};
        Miss miss = missOf(complaintIn(result.body, result.status), address);
        miss.retryAfter = retryAfter(result.retryAfter, QDateTime::currentDateTimeUtc());
        return miss;
    }
    Miss miss{connectionError(result, address, limits), Attempts::Reason::Final, {}};
    if (result.end == Exchange::End::Lost)
        miss.reason = Attempts::Reason::Lost;
    else if (result.end == Exchange::End::Refused)
        miss.reason = Attempts::Reason::Refused;
    return miss;
}

base::Error onlyComments(const EngineAddress &address, const ClientLimits &limits)
{
    const auto waited = std::chrono::duration_cast<std::chrono::minutes>(limits.commentsAlone);
    return {ErrorCode::TimedOut,
        Words::tr("%1 said for %2 minutes that it is busy, and nothing else")
            .arg(address.displayName())
            .arg(waited.count()),
        Words::tr("try again later, or with fewer pages at once (--concurrency)"), {}};
}

bool isSuccess(const Exchange &result)
{
    return (result.end == Exchange::End::Answered || result.end == Exchange::End::Enough) && result.status >= 200
        && result.status < 300;
}

} // namespace

struct Client::Shared {
    std::timed_mutex mutex;
    QString model;
};

Client::Client(EngineAddress address, ClientLimits limits)
    : m_address(std::move(address))
    , m_limits(std::move(limits))
    , m_shared(std::make_shared<Shared>())
{
    m_shared->model = m_address.model;
}

namespace {

/// One try at a page.
std::expected<Transcription, Miss> tryOnce(const QNetworkRequest &request, const QByteArray &body,
    const EngineAddress &address, const ClientLimits &limits, Answer::Loops loops, const TextListener &listener,
    bool &hadText, const std::stop_token &stop)
{
    Answer answer(limits, address, listener.grew, loops, listener.isEnough);
    std::optional<Answer::Failure> failure;
    using Clock = std::chrono::steady_clock;
    Clock::time_point lastEvent = Clock::now();
    const auto take = [&](const QByteArray &contentType, QByteArrayView bytes) {
        const qsizetype before = answer.events();
        if (auto taken = answer.take(contentType, bytes); !taken)
            failure = taken.error();
        if (answer.events() > before)
            lastEvent = Clock::now();
        else if (!failure && contentType.startsWith("text/event-stream")
            && Clock::now() - lastEvent > limits.commentsAlone)
            failure = onlyComments(address, limits);
        return failure || answer.isWhole() ? Wanted::Enough : Wanted::More;
    };
    const Exchange result = exchangeWithinOrigin(request, body, {limits.firstByte, limits.betweenEvents}, take, stop);
    if (isSuccess(result) && !failure) {
        if (auto finished = answer.finish(); !finished)
            failure = finished.error();
    }
    hadText = answer.hasText();
    if (failure) {
        if (const auto *complaint = std::get_if<Complaint>(&*failure))
            return std::unexpected(missOf(*complaint, address));
        return std::unexpected(Miss{std::get<base::Error>(*failure), Attempts::Reason::Final, {}});
    }
    if (isSuccess(result) && answer.isWhole())
        return answer.result();
    if (isSuccess(result)) { // ended in good order, but in the middle
        Exchange torn = result;
        torn.end = Exchange::End::Lost;
        return std::unexpected(missOf(torn, address, limits));
    }
    return std::unexpected(missOf(result, address, limits));
}

} // namespace

base::Result<Transcription> Client::transcribe(
    const QJsonObject &body, const TextListener &listener, std::stop_token stop, const EncodedPicture &attached) const
{
    QJsonObject sent = body;
    sent.insert(QStringLiteral("stream"), true);
    sent.insert(QStringLiteral("stream_options"), QJsonObject{{QStringLiteral("include_usage"), true}});
    if (!sent.contains(u"model")) {
        const auto id = model(stop);
        if (!id)
            return std::unexpected(id.error());
        sent.insert(QStringLiteral("model"), *id);
    }
    QByteArray bytes = QJsonDocument(sent).toJson(QJsonDocument::Compact);
    QNetworkRequest request = jsonRequestTo(m_address, QStringLiteral("/v1/chat/completions"));
    if (!attached.bytes.isEmpty()) {
        Content content = withPicture(bytes, attached);
        bytes = std::move(content.bytes);
        request.setHeader(QNetworkRequest::ContentTypeHeader, content.type);
    }
    const bool neverLoops = sent.value(u"model") == QLatin1StringView("tesseract");
    const Answer::Loops loops = neverLoops ? Answer::Loops::Pass : Answer::Loops::Cut;
    Attempts attempts(m_limits, m_address.isLocal());
    while (true) {
        bool hadText = false;
        auto transcription = tryOnce(request, bytes, m_address, m_limits, loops, listener, hadText, stop);
        if (transcription)
            return *transcription;
        const Miss &miss = transcription.error();
        if (stop.stop_requested())
            return std::unexpected(cancelled());
        if (!attempts.mayGoOn(miss.reason, hadText, miss.retryAfter, stop))
            return std::unexpected(stop.stop_requested() ? cancelled() : miss.error);
        if (hadText && listener.restarted)
            listener.restarted();
    }
}

namespace {

/// A small answer that is whole or nothing, asked for until it comes or the attempts are used up.
base::Result<QJsonObject> askForObject(const QNetworkRequest &request, const std::optional<QByteArray> &body,
    const EngineAddress &address, const ClientLimits &limits, const std::stop_token &stop)
{
    Attempts attempts(limits, address.isLocal());
    while (true) {
        const Exchange result = exchangeWithinOrigin(request, body, {limits.firstByte, limits.betweenEvents}, {}, stop);
        if (isSuccess(result)) {
            const QJsonDocument document = QJsonDocument::fromJson(result.body);
            if (document.isObject())
                return document.object();
            const QString what = result.body.trimmed().startsWith('<')
                ? Words::tr("%1 answers with a web page, not as an OpenAI-compatible server does")
                : Words::tr("%1 does not answer as an OpenAI-compatible server does");
            return base::failure(ErrorCode::AnswerMalformed, what.arg(address.displayName()),
                Words::tr("check the server's address (--engine)"), QString::fromUtf8(result.body.left(200)));
        }
        const Miss miss = missOf(result, address, limits);
        if (stop.stop_requested())
            return std::unexpected(cancelled());
        if (!attempts.mayGoOn(miss.reason, false, miss.retryAfter, stop))
            return std::unexpected(stop.stop_requested() ? cancelled() : miss.error);
    }
}

} // namespace

base::Result<Orientation> Client::orientation(const QByteArray &picture, std::stop_token stop) const
{
    QNetworkRequest request = requestTo(m_address, QStringLiteral("/v1/recto/orientation"));
    request.setHeader(QNetworkRequest::ContentTypeHeader, QByteArrayLiteral("application/octet-stream"));
    const auto object = askForObject(request, picture, m_address, m_limits, stop);
    if (!object)
        return std::unexpected(object.error());
    const std::optional<Orientation> orientation = orientationIn(*object);
    if (!orientation)
        return base::failure(ErrorCode::AnswerMalformed,
            Words::tr("%1 does not say which way up the page is").arg(m_address.displayName()), {},
            QString::fromUtf8(QJsonDocument(*object).toJson(QJsonDocument::Compact)));
    return *orientation;
}

base::Result<QStringList> Client::models(std::stop_token stop) const
{
    const auto object = askForObject(requestTo(m_address, QStringLiteral("/v1/models")), {}, m_address, m_limits, stop);
    if (!object)
        return std::unexpected(object.error());
    QStringList ids;
    for (const QJsonValue &entry : object->value(u"data").toArray()) {
        if (const QString id = entry.toObject().value(u"id").toString(); !id.isEmpty())
            ids.append(id);
    }
    return ids;
}

base::Result<QString> Client::model(std::stop_token stop) const
{
    std::unique_lock lock(m_shared->mutex, std::defer_lock); // others wait: one question is enough for all
    while (!lock.try_lock_for(std::chrono::milliseconds(50))) {
        if (stop.stop_requested())
            return std::unexpected(cancelled());
    }
    if (!m_shared->model.isEmpty())
        return m_shared->model;
    const auto ids = models(stop);
    if (!ids)
        return std::unexpected(ids.error());
    if (ids->size() != 1) {
        const QString what = ids->isEmpty()
            ? Words::tr("%1 lists no model").arg(m_address.displayName())
            : Words::tr("%1 has several models: %2").arg(m_address.displayName(), ids->join(u", "));
        return base::failure(ErrorCode::RequestRejected, what,
            Words::tr("write the one to read with behind the address, as in http://host:8000#model (--engine)"));
    }
    m_shared->model = ids->first();
    return m_shared->model;
}

} // namespace ocr
