// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/settings.h"

#include <QFile>
#include <QTemporaryDir>

#include <gtest/gtest.h>

using namespace settings;
using namespace Qt::StringLiterals;

namespace {

class SettingsFile : public testing::Test {
protected:
    [[nodiscard]] base::NativePath file() const { return folder.filePath(u"recto/recto.conf"_s).toStdString(); }

    void write(const QByteArray &text) const
    {
        std::filesystem::create_directories(file().parent_path());
        QFile target(QString::fromStdString(file()));
        ASSERT_TRUE(target.open(QIODevice::WriteOnly));
        target.write(text);
    }

    [[nodiscard]] QByteArray content() const
    {
        QFile source(QString::fromStdString(file()));
        return source.open(QIODevice::ReadOnly) ? source.readAll() : QByteArray();
    }

    QTemporaryDir folder;
};

} // namespace

TEST_F(SettingsFile, withoutAFileAllHaveTheirDefaults)
{
    EXPECT_EQ(load(file()), Settings());
    EXPECT_FALSE(std::filesystem::exists(file()));
}

TEST_F(SettingsFile, whatIsSavedIsLoaded)
{
    Settings some;
    some.engineAddress = u"https://host:8000/v1#deepseek-ai/DeepSeek-OCR"_s;
    some.apiKeyFile = "/home/me/clé, with; signs";
    some.concurrency = 32;
    some.modelFolder = "/models/DeepSeek-OCR";
    some.languages = {u"eng"_s, u"chi_sim"_s};
    some.reader = u"tesseract"_s;
    some.resolution = 300;
    some.appearance = Appearance::Dark;
    some.windowGeometry = QByteArray("\0\1\xFF geometry", 12);
    some.layout = u"review"_s;
    some.layouts = {{u"read"_s, "docks"}, {u"review"_s, "other docks"}};
    some.keys = {{u"read-page"_s, {u"F9"_s, u"Ctrl+;"_s}}, {u"stop"_s, {}}};
    some.recent = {u"/tmp/one.pdf"_s, u"/tmp/a, b.pdf"_s};
    some.language = u"zh_CN"_s;
    some.readsByItself = false;
    some.lastFolder = u"/tmp/Größe"_s;
    ASSERT_TRUE(save(some, file()).has_value());
    EXPECT_EQ(load(file()), some);
}

TEST_F(SettingsFile, defaultsAreNotWritten)
{
    ASSERT_TRUE(save({}, file()).has_value());
    EXPECT_EQ(content(), "");
}

TEST_F(SettingsFile, whatIsSetBackToItsDefaultLeavesTheFileAndOtherKeysStay)
{
    write("[engine]\nconcurrency=8\nfrom_the_future=7\n");
    Settings some = load(file());
    EXPECT_EQ(some.concurrency, 8);
    some.concurrency = 0;
    ASSERT_TRUE(save(some, file()).has_value());
    EXPECT_FALSE(content().contains("concurrency"));
    EXPECT_TRUE(content().contains("from_the_future=7"));
}

TEST_F(SettingsFile, aFileWrittenByHandIsUnderstood)
{
    write(
        "[engine]\naddress=http://localhost:8000\n[reading]\nlanguages=eng+deu\ndpi=200\n[window]\nappearance=light\n");
    const Settings some = load(file());
    EXPECT_EQ(some.engineAddress, u"http://localhost:8000"_s);
    EXPECT_EQ(some.languages, (QStringList{u"eng"_s, u"deu"_s}));
    EXPECT_EQ(some.resolution, 200);
    EXPECT_EQ(some.appearance, Appearance::Light);
}

TEST_F(SettingsFile, whatIsOutOfRangeOrNonsenseIsNotSet)
{
    write("[engine]\nconcurrency=100000\n[reading]\nreader=magic\ndpi=-3\n[window]\nappearance=pink\n");
    EXPECT_EQ(load(file()), Settings());
}

TEST_F(SettingsFile, rubbishIsNoReasonToFail)
{
    write(QByteArray("\0\xFF[[[\n=\n\x80", 9) + QByteArray(10000, '['));
    EXPECT_EQ(load(file()), Settings());
}

TEST_F(SettingsFile, aFolderThatCannotBeWrittenIsSaid)
{
    Settings some;
    some.engineAddress = u"http://x"_s;
    const auto saved = save(some, "/proc/recto/recto.conf");
    ASSERT_FALSE(saved.has_value());
    EXPECT_EQ(saved.error().code, base::ErrorCode::ExportFailed);
    EXPECT_TRUE(saved.error().what.contains(u"/proc/recto/recto.conf"_s));
}

TEST_F(SettingsFile, theModelIsTakenFromTheCommandLineThenTheEnvironmentThenTheFile)
{
    Settings some;
    qunsetenv("RECTO_MODEL");
    EXPECT_EQ(modelFolder(some, {}), base::NativePath());
    some.modelFolder = "/from/file";
    EXPECT_EQ(modelFolder(some, {}), "/from/file");
    qputenv("RECTO_MODEL", "/from/environment");
    EXPECT_EQ(modelFolder(some, {}), "/from/environment");
    EXPECT_EQ(modelFolder(some, "/from/command/line"), "/from/command/line");
    qunsetenv("RECTO_MODEL");
}

TEST(SettingsPlace, itIsWhereXdgSays)
{
    const QByteArray before = qgetenv("XDG_CONFIG_HOME");
    qputenv("XDG_CONFIG_HOME", "/config");
    EXPECT_EQ(settingsFile(), "/config/recto/recto.conf");
    qputenv("XDG_CONFIG_HOME", before);
}
