// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ocr/engine_address.h"

#include <gtest/gtest.h>

using namespace ocr;
using namespace Qt::StringLiterals;

TEST(EngineAddress, theVersionFolderMayBeGivenOrNot)
{
    for (const QString &text :
        {u"http://host:8000"_s, u"http://host:8000/"_s, u"http://host:8000/v1"_s, u"http://host:8000/v1/"_s}) {
        const auto address = engineAddressFrom(text, {});
        ASSERT_TRUE(address.has_value());
        EXPECT_EQ(requestTo(*address, u"/v1/models"_s).url().toString(), u"http://host:8000/v1/models"_s);
    }
    EXPECT_EQ(requestTo(*engineAddressFrom(u"https://host/ocr/v1"_s, {}), u"/v1/models"_s).url().toString(),
        u"https://host/ocr/v1/models"_s);
}

TEST(EngineAddress, theModelIsNamedBehindTheHash)
{
    const auto address = engineAddressFrom(u"http://host/v1#deepseek-ai/DeepSeek-OCR"_s, {});
    ASSERT_TRUE(address.has_value());
    EXPECT_EQ(address->model, u"deepseek-ai/DeepSeek-OCR"_s);
    EXPECT_EQ(address->url.toString(), u"http://host"_s);
}

TEST(EngineAddress, whatIsNoHttpAddressIsRefused)
{
    for (const QString &text : {u""_s, u"host"_s, u"host:8000"_s, u"ftp://host"_s, u"http://"_s,
             u"file:///etc/passwd"_s, u"http://host:99999"_s})
        EXPECT_FALSE(engineAddressFrom(text, {}).has_value()) << qPrintable(text);
}

TEST(EngineAddress, eachSocketHasAHostNameOfItsOwn)
{
    EngineAddress one;
    one.socketPath = u"/run/one.sock"_s;
    EngineAddress other;
    other.socketPath = u"/run/other.sock"_s;
    EXPECT_NE(requestTo(one, u"/health"_s).url().host(), requestTo(other, u"/health"_s).url().host());
    EXPECT_EQ(requestTo(one, u"/health"_s).attribute(QNetworkRequest::FullLocalServerNameAttribute).toString(),
        u"/run/one.sock"_s);
}

TEST(EngineAddress, theNameForPeopleHoldsNoSecret)
{
    const auto address = engineAddressFrom(u"http://me:secret@host/?key=secret"_s, "secret");
    ASSERT_TRUE(address.has_value());
    EXPECT_FALSE(address->displayName().contains(u"secret"_s)) << qPrintable(address->displayName());
}
