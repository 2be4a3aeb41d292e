// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/markdown/literal.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace {

/// The literal as JSON; "-" for none.
QByteArray read(QStringView text)
{
    const auto value = markdown::readLiteral(text);
    if (!value)
        return "-";
    const QByteArray list = QJsonDocument(QJsonArray{*value}).toJson(QJsonDocument::Compact);
    return list.sliced(1, list.size() - 2);
}

} // namespace

TEST(Literal, dictionariesListsTuplesAndScalarsAreData)
{
    EXPECT_EQ(read(u" {'a': [1, -2.5, 1e3], \"b\": ('x', None, True, False), 'c': {}, 'd': []} and more"),
        R"({"a":[1,-2.5,1000],"b":["x",null,true,false],"c":{},"d":[]})");
    EXPECT_EQ(read(u"{'it\\'s': 'a \"word\"\\n', 'last': 1,}"), R"({"it's":"a \"word\"\n","last":1})");
}

TEST(Literal, nothingIsEvaluated)
{
    EXPECT_EQ(read(u"{'a': 1, 'b': __import__('os').system('true')}"), R"({"a":1})");
    EXPECT_EQ(read(u"{'a': 2**9999}"), R"({"a":2})");
    EXPECT_EQ(read(u"[1, 2 + 3, 4]"), "[1,2]");
    EXPECT_EQ(read(u"os.remove('x')"), "-");
    EXPECT_EQ(read(u"'words'"), "-");
    EXPECT_EQ(read(u""), "-");
}

TEST(Literal, whatWasCutOffKeepsItsWholeParts)
{
    const auto line = markdown::readLiteral(u"{'Line': {'line': ['(0, 0) -- (1, 1)'], 'line_type': ['--'");
    ASSERT_TRUE(line);
    const QJsonObject inside = line->toObject().value(u"Line").toObject();
    EXPECT_EQ(inside.value(u"line").toArray(), QJsonArray({u"(0, 0) -- (1, 1)"_s}));
    EXPECT_EQ(inside.value(u"line_type").toArray(), QJsonArray({u"--"_s}));
    EXPECT_EQ(read(u"{'a': ['one', 'tw"), R"({"a":["one"]})");
    EXPECT_EQ(read(u"{'a': 1, 'b"), R"({"a":1})");
    EXPECT_EQ(read(u"{"), "{}");
}

TEST(Literal, depthAndNumberOfValuesAreBounded)
{
    const QString deep = QString(100'000, u'[');
    EXPECT_TRUE(markdown::readLiteral(deep));
    const QString many = u"["_s + u"1,"_s.repeated(300'000) + u"]"_s;
    const auto values = markdown::readLiteral(many);
    ASSERT_TRUE(values);
    EXPECT_LT(values->toArray().size(), 100'001);
}
