// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/model_check.h"
#include "app/settings/secret_file.h"
#include "tests/support/small_model.h"

#include <QTemporaryDir>

#include <gtest/gtest.h>

#include <sys/stat.h>

using namespace settings;
using namespace Qt::StringLiterals;
using enum base::ErrorCode;

namespace {

class ModelFolder : public testing::Test {
protected:
    [[nodiscard]] base::Result<ModelCheck> check() const { return checkModel(folder.path().toStdString()); }
    [[nodiscard]] QString path(const QString &name) const { return folder.filePath(name); }

    QTemporaryDir folder;
};

} // namespace

TEST_F(ModelFolder, aWholeOneIsGoodAndSaysHowLargeItIs)
{
    const qint64 bytes = support::writeSmallModel(folder.path());
    const auto good = check();
    ASSERT_TRUE(good.has_value()) << qPrintable(good.error().what);
    EXPECT_EQ(good->weightBytes, bytes);
    EXPECT_EQ(good->fit, ModelCheck::Fit::Good);
    EXPECT_GT(good->neededBytes, bytes);
    EXPECT_GT(good->totalBytes, good->neededBytes);
}

TEST_F(ModelFolder, float16TakesTwiceItsFileInMemory)
{
    support::writeSmallModel(folder.path(), "BF16");
    const qint64 narrow = check()->neededBytes;
    const qint64 bytes = support::writeSmallModel(folder.path(), "F16");
    EXPECT_EQ(check()->neededBytes - narrow, bytes + bytes / 5);
}

TEST_F(ModelFolder, aFolderWithoutAModelSaysWhatBelongsThere)
{
    const auto none = check();
    EXPECT_EQ(none.error().code, FileUnreadable);
    EXPECT_EQ(none.error().what, u"there is no model in this folder"_s);
    EXPECT_TRUE(none.error().remedy.contains(u"config.json"_s));
}

TEST_F(ModelFolder, theFolderAboveAModelPointsToIt)
{
    ASSERT_TRUE(QDir(folder.path()).mkdir(u"DeepSeek-OCR"_s));
    support::writeSmallModel(path(u"DeepSeek-OCR"_s));
    EXPECT_TRUE(check().error().remedy.contains(u"“DeepSeek-OCR”"_s)) << qPrintable(check().error().remedy);
}

TEST_F(ModelFolder, whatIsMissingIsNamed)
{
    support::writeSmallModel(folder.path());
    QFile::remove(path(u"tokenizer.json"_s));
    EXPECT_EQ(check().error().code, FileDamaged);
    EXPECT_EQ(check().error().what, u"the model is not whole: tokenizer.json (missing)"_s);
    QFile::remove(path(u"config.json"_s));
    QFile::remove(path(u"model-00001-of-000001.safetensors"_s));
    EXPECT_EQ(
        check().error().what, u"the model is not whole: config.json (missing), tokenizer.json (missing) and 1 more"_s);
    EXPECT_TRUE(check().error().detail.contains(u"model-00001-of-000001.safetensors (missing)"_s));
}

TEST_F(ModelFolder, aDownloadThatBrokeOffIsToldByItsSizes)
{
    support::writeSmallModel(folder.path());
    QFile weights(path(u"model-00001-of-000001.safetensors"_s));
    const QLocale locale;
    const QString whole = locale.formattedDataSize(weights.size(), 1);
    ASSERT_TRUE(weights.resize(weights.size() / 2));
    EXPECT_EQ(check().error().what,
        u"the model is not whole: model-00001-of-000001.safetensors (only %1 of %2)"_s.arg(
            locale.formattedDataSize(weights.size(), 1), whole));
    ASSERT_TRUE(weights.resize(20));
    EXPECT_TRUE(check().error().what.endsWith(u"(cut off)"_s)) << qPrintable(check().error().what);
    ASSERT_TRUE(weights.resize(0));
    EXPECT_TRUE(check().error().what.endsWith(u"(empty)"_s)) << qPrintable(check().error().what);
}

TEST_F(ModelFolder, anotherModelIsNotTakenForDeepseekOcr)
{
    support::writeSmallModel(folder.path());
    QFile config(path(u"config.json"_s));
    ASSERT_TRUE(config.open(QIODevice::WriteOnly));
    config.write(R"({"architectures": ["LlamaForCausalLM"]})");
    config.close();
    EXPECT_EQ(check().error().code, FormatUnknown);
    EXPECT_EQ(check().error().detail, u"LlamaForCausalLM"_s);
}

TEST_F(ModelFolder, rubbishInItsFilesIsDamage)
{
    support::writeSmallModel(folder.path());
    for (const QByteArray &rubbish : {QByteArray("{\"a\":{\"data_offsets\":[-9,9223372036854775807]}}"),
             QByteArray("{\"a\":{\"data_offsets\":[9,3]}}"), QByteArray("[[[[")}) {
        QFile weights(path(u"model-00001-of-000001.safetensors"_s));
        ASSERT_TRUE(weights.open(QIODevice::WriteOnly));
        weights.write(support::lengthOf(rubbish) + rubbish);
        weights.close();
        EXPECT_TRUE(check().error().what.endsWith(u"(damaged)"_s)) << rubbish.constData();
    }
}

TEST(ModelPlace, noFolderAndAFileInItsPlaceAreTold)
{
    EXPECT_EQ(checkModel("/nowhere/at/all").error().what, u"there is no such folder"_s);
    EXPECT_EQ(checkModel("/dev/null").error().what, u"this is a file, not a folder"_s);
}

TEST(Fit, itIsGoodInFreeMemoryTightInAllAndNoBeyond)
{
    EXPECT_EQ(fitOf(5, 5, 9), ModelCheck::Fit::Good);
    EXPECT_EQ(fitOf(6, 5, 9), ModelCheck::Fit::Tight);
    EXPECT_EQ(fitOf(10, 5, 9), ModelCheck::Fit::No);
}

TEST(SecretFile, itsFirstLineCountsAndAPipeIsNotWaitedFor)
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"key"_s));
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write("secret\r\nnote\n");
    file.close();
    EXPECT_EQ(readSecret(file.fileName().toStdString()).value(), "secret");
    EXPECT_FALSE(readSecret(folder.path().toStdString()).has_value());
    EXPECT_FALSE(readSecret("/nowhere").has_value());
    const std::string pipe = folder.filePath(u"pipe"_s).toStdString();
    ASSERT_EQ(mkfifo(pipe.c_str(), 0600), 0);
    EXPECT_FALSE(readSecret(pipe).has_value());
}
