// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/exporters/sample_document.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryFile>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;
using exporters::Format;

namespace {

/// What the schema's validator says; empty when the JSON is valid.
QByteArray complaint(const QByteArray &json)
{
    QTemporaryFile file;
    EXPECT_TRUE(file.open());
    file.write(json);
    file.flush();
    const QString program = u"import json, sys, jsonschema\n"
                            "schema = json.load(open(sys.argv[1]))\n"
                            "jsonschema.Draft202012Validator.check_schema(schema)\n"
                            "jsonschema.Draft202012Validator(schema).validate(json.load(open(sys.argv[2])))\n"_s;
    return outputOf(u"python3"_s,
        {u"-c"_s, program, QStringLiteral(RESOURCES_DIR "/schema/recto-document.schema.json"), file.fileName()});
}

} // namespace

TEST(JsonWriter, writesTheSampleAsReviewed)
{
    const QByteArray json = written(Format::Json, sampleDocument(), samplePages());
    QJsonObject whole = QJsonDocument::fromJson(json).object();
    whole.insert(u"recto"_s, u"VERSION"_s);
    expectReference(QJsonDocument(whole).toJson(), u"sample.json"_s);
}

TEST(JsonWriter, keepsToTheSchema)
{
    EXPECT_EQ(complaint(written(Format::Json, sampleDocument(), samplePages())), "");
    EXPECT_EQ(complaint(written(Format::Json, sampleDocument(), {})), "");
}

TEST(JsonWriter, theSchemaRefusesWhatIsNotOurs)
{
    QByteArray json = written(Format::Json, sampleDocument(), samplePages());
    EXPECT_NE(complaint(QByteArray(json).replace("\"status\":\"ok\"", "\"status\":\"fine\"")), "");
    EXPECT_NE(complaint(QByteArray(json).replace("\"orientation\":0", "\"orientation\":45")), "");
    EXPECT_NE(complaint(QByteArray(json).replace("\"confidence\":0.97", "\"confidence\":97")), "");
}

TEST(JsonWriter, writesOnePageALine)
{
    const QList<QByteArray> lines = written(Format::Json, sampleDocument(), samplePages()).split('\n');
    ASSERT_EQ(lines.size(), 8);
    EXPECT_TRUE(lines[3].startsWith("{") && lines[3].endsWith("},"));
}
