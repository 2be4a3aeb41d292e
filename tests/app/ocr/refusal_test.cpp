// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ocr/refusal.h"

#include <QTimeZone>

#include <gtest/gtest.h>

using namespace ocr;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using enum base::ErrorCode;

namespace {

EngineAddress server(const QByteArray &key = {})
{
    return *engineAddressFrom(u"http://host:8000"_s, key);
}

base::Error refused(int status, const QByteArray &body, const QByteArray &key = {})
{
    return refusal(complaintIn(body, status), server(key));
}

} // namespace

TEST(Refusal, theServersMessageIsFoundHoweverItIsWrapped)
{
    for (const QByteArray &body :
        {QByteArrayLiteral(R"({"error":{"message":"no such thing.","type":"x","param":null,"code":"c"}})"),
            QByteArrayLiteral(R"({"error":"no such thing"})"), QByteArrayLiteral(R"({"detail":"no such\n thing"})"),
            QByteArrayLiteral(R"({"object":"error","message":"no such thing","type":"BadRequestError","code":400})")})
        EXPECT_EQ(complaintIn(body, 400).message, u"no such thing"_s) << body.constData();
}

TEST(Refusal, aWebPageOrRubbishGivesNoMessage)
{
    for (const QByteArray &body : {QByteArrayLiteral("<html>Bad Gateway</html>"), QByteArray(),
             QByteArrayLiteral("{\"error\":"), QByteArrayLiteral("[[[")}) {
        EXPECT_EQ(complaintIn(body, 502).message, QString());
        EXPECT_FALSE(refused(502, body).what.isEmpty());
    }
}

TEST(Refusal, aMessageIsOneShortLineWithoutControls)
{
    const QString message = complaintIn(R"({"error":"a\u001b[31m\nb )" + QByteArray(5000, 'x') + "\"}", 400).message;
    EXPECT_LE(message.size(), 300);
    EXPECT_FALSE(message.contains(u'\n'));
    EXPECT_FALSE(message.contains(u'\x1b'));
}

TEST(Refusal, eachStatusHasItsCode)
{
    EXPECT_EQ(refused(400, R"({"error":{"message":"m"}})").code, RequestRejected);
    EXPECT_EQ(
        refused(400, R"({"error":{"message":"no data for tlh","code":"language_missing"}})").code, LanguageMissing);
    EXPECT_EQ(refused(401, "").code, RequestRejected);
    EXPECT_EQ(refused(404, "").code, RequestRejected);
    EXPECT_EQ(refused(429, "").code, EngineBusy);
    EXPECT_EQ(refused(503, "").code, EngineBusy);
    EXPECT_EQ(refused(500, R"({"error":{"message":"m","code":"out_of_memory"}})").code, EngineOutOfMemory);
    EXPECT_EQ(refused(500, "").code, RequestRejected);
    EXPECT_EQ(refused(502, "").code, EngineUnreachable);
}

TEST(Refusal, eachSentenceNamesTheServerAndWhatToDo)
{
    for (const int status : {400, 401, 403, 404, 413, 429, 500, 502, 503, 504}) {
        const base::Error error = refused(status, R"({"error":{"message":"because"}})");
        EXPECT_TRUE(error.what.contains(u"http://host:8000"_s)) << status;
        EXPECT_TRUE(error.what.contains(u"because"_s)) << status;
        EXPECT_FALSE(error.remedy.isEmpty()) << status;
    }
}

TEST(Refusal, aMissingKeyAndAWrongKeyAreTwoThings)
{
    EXPECT_TRUE(refused(401, "").what.contains(u"asks for a key"_s));
    EXPECT_TRUE(refused(401, "", "secret").what.contains(u"does not accept the key"_s));
    EXPECT_FALSE(refused(401, "", "secret").what.contains(u"secret"_s));
}

TEST(Refusal, retryAfterIsReadInSecondsAndAsADate)
{
    const QDateTime now(QDate(2026, 10, 21), QTime(7, 28, 0), QTimeZone::utc());
    EXPECT_EQ(retryAfter("3", now), 3000ms);
    EXPECT_EQ(retryAfter(" 0 ", now), 0ms);
    EXPECT_EQ(retryAfter("-5", now), 0ms);
    EXPECT_EQ(retryAfter("Wed, 21 Oct 2026 07:28:30 GMT", now), 30'000ms);
    EXPECT_EQ(retryAfter("Wed, 21 Oct 2026 07:00:00 GMT", now), 0ms);
    EXPECT_EQ(retryAfter("99999999999999", now), 86'400s);
    EXPECT_EQ(retryAfter("soon", now), std::nullopt);
    EXPECT_EQ(retryAfter("", now), std::nullopt);
}
