// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ocr/refusal.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QLocale>
#include <QTimeZone>

#include <algorithm>

namespace ocr {

namespace {

using base::ErrorCode;

constexpr qsizetype longestMessage = 300; // characters: two lines on a terminal

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Refusal)
};

QString oneLine(const QString &text)
{
    QString line = text.simplified();
    for (QChar &c : line) {
        if (!c.isPrint() && !c.isSurrogate())
            c = QChar::ReplacementCharacter;
    }
    if (line.size() > longestMessage)
        line = line.first(longestMessage - 1) + u'…';
    while (line.endsWith(u'.'))
        line.chop(1);
    return line;
}

Complaint complaintOf(const QJsonObject &object)
{
    Complaint complaint;
    complaint.message = oneLine(object.value(u"message").toString());
    const QJsonValue code = object.value(u"code");
    if (code.isDouble())
        complaint.status = code.toInt();
    else
        complaint.code = code.toString();
    return complaint;
}

Complaint complaintOf(const QJsonValue &error)
{
    return error.isObject() ? complaintOf(error.toObject()) : Complaint{oneLine(error.toString()), {}, 0};
}

QString withMessage(const QString &what, const Complaint &complaint)
{
    return complaint.message.isEmpty() ? what : Words::tr("%1: %2").arg(what, complaint.message);
}

base::Error clientsFault(const Complaint &complaint, const EngineAddress &address)
{
    const QString engine = address.displayName();
    const auto error = [&](const QString &what, const QString &remedy) {
        return base::Error{ErrorCode::RequestRejected, withMessage(what, complaint), remedy, complaint.code};
    };
    switch (complaint.status) {
    case 401:
        if (address.token.isEmpty())
            return error(
                Words::tr("%1 asks for a key").arg(engine), Words::tr("give the file that holds it (--api-key-file)"));
        return error(
            Words::tr("%1 does not accept the key").arg(engine), Words::tr("check the key file (--api-key-file)"));
    case 403:
        return error(Words::tr("%1 does not allow this").arg(engine),
            Words::tr("ask whoever runs it, or give another key (--api-key-file)"));
    case 404:
        if (complaint.code == u"recording_not_found")
            return error(Words::tr("there is no recording of this page"),
                Words::tr("record it first, or choose another reader (--reader)"));
        if (complaint.code == u"model_not_found" || complaint.message.contains(u"model", Qt::CaseInsensitive))
            return error(Words::tr("%1 does not have this model").arg(engine),
                address.isLocal()
                    ? Words::tr("choose another reader (--reader)")
                    : Words::tr("name one that it has behind the address, as in http://host:8000#model (--engine)"));
        return error(Words::tr("%1 does not speak the OpenAI interface at this address").arg(engine),
            Words::tr("check the address (--engine): only its part before /v1 is wanted"));
    case 413:
        return error(
            Words::tr("the page's picture is too large for %1").arg(engine), Words::tr("lower the resolution (--dpi)"));
    default:
        return error(Words::tr("%1 refused the page").arg(engine), Words::tr("see what it says, and its log"));
    }
}

} // namespace

Complaint complaintIn(const QByteArray &body, int status)
{
    const QJsonObject object = QJsonDocument::fromJson(body).object();
    Complaint complaint = complaintIn(object).value_or(Complaint{oneLine(object.value(u"detail").toString()), {}, 0});
    complaint.status = status;
    return complaint;
}

std::optional<Complaint> complaintIn(const QJsonObject &event)
{
    if (const QJsonValue error = event.value(u"error"); !error.isUndefined() && !error.isNull())
        return complaintOf(error);
    if (event.value(u"object").toString() == u"error" || (event.contains(u"message") && !event.contains(u"choices")))
        return complaintOf(event);
    return std::nullopt;
}

base::Error refusal(const Complaint &complaint, const EngineAddress &address)
{
    const QString engine = address.displayName();
    const auto error = [&](ErrorCode code, const QString &what, const QString &remedy) {
        return base::Error{code, withMessage(what, complaint), remedy,
            QStringLiteral("%1 %2").arg(complaint.status).arg(complaint.code)};
    };
    if (complaint.code == u"language_missing")
        return error(ErrorCode::LanguageMissing, Words::tr("a language that was asked for is not installed"),
            Words::tr("install its Tesseract data, or choose other languages (--language)"));
    if (complaint.code == u"out_of_memory")
        return error(ErrorCode::EngineOutOfMemory, Words::tr("%1 ran out of memory on this page").arg(engine),
            Words::tr("try again with fewer pages at once (--concurrency) or a lower resolution (--dpi)"));
    if (complaint.status == 429 || complaint.status == 503 || complaint.code == u"queue_full")
        return error(ErrorCode::EngineBusy, Words::tr("%1 is too busy").arg(engine),
            Words::tr("try again later, or with fewer pages at once (--concurrency)"));
    if (complaint.status == 502 || complaint.status == 504)
        return error(ErrorCode::EngineUnreachable, Words::tr("%1 has no working server behind it").arg(engine),
            Words::tr("try again later"));
    if (complaint.status >= 400 && complaint.status < 500)
        return clientsFault(complaint, address);
    return error(ErrorCode::RequestRejected, Words::tr("%1 failed on this page").arg(engine),
        Words::tr("try the page again, and see the engine's log"));
}

std::optional<std::chrono::milliseconds> retryAfter(const QByteArray &value, const QDateTime &now)
{
    const QByteArray text = value.trimmed();
    bool isNumber = false;
    if (const qlonglong seconds = text.toLongLong(&isNumber); isNumber) // a day is past every cap, and safe to multiply
        return std::chrono::seconds(std::clamp(seconds, 0LL, 86'400LL));
    QDateTime date
        = QLocale::c().toDateTime(QString::fromLatin1(text), QStringLiteral("ddd, dd MMM yyyy hh:mm:ss 'GMT'"));
    if (!date.isValid())
        return std::nullopt;
    date.setTimeZone(QTimeZone::utc());
    return std::chrono::milliseconds(std::max<qint64>(0, now.msecsTo(date)));
}

} // namespace ocr
