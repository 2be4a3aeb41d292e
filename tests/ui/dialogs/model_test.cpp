// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/small_model.h"
#include "tests/ui/dialogs/open_settings.h"

#include <QFileDialog>
#include <QProcess>
#include <QThreadPool>

using dialogs::ModelPart;

namespace {

class ModelSettings : public testing::Test {
protected:
    [[nodiscard]] QLineEdit *line() const { return open.in<QLineEdit, ModelPart>(u"Folder of the model"_s); }
    [[nodiscard]] QString said() const { return open.said<ModelPart>(); }
    [[nodiscard]] bool says(const QString &words) const
    {
        return QTest::qWaitFor([&] { return said().contains(words); }, patience);
    }
    [[nodiscard]] QString path(const QString &name) const { return folder.filePath(name); }

    QTemporaryDir folder;
    OpenSettings open;
};

const QString weights = u"model-00001-of-000001.safetensors"_s;

} // namespace

TEST_F(ModelSettings, withoutAFolderItIsSaidWhoReads)
{
    EXPECT_TRUE(said().startsWith(u"Without a model Tesseract reads"_s)) << qPrintable(said());
}

TEST_F(ModelSettings, aFolderThatIsNoModelSaysWhatBelongsThere)
{
    open.type(line(), folder.path());
    EXPECT_TRUE(says(u"✗ There is no model in this folder; choose the folder that holds config.json"_s))
        << qPrintable(said());
    open.type(line(), u"/nowhere"_s);
    EXPECT_TRUE(says(u"✗ There is no such folder"_s)) << qPrintable(said());
}

TEST_F(ModelSettings, aMissingAndACutFileAreNamed)
{
    support::writeSmallModel(folder.path());
    QFile::remove(path(u"tokenizer.json"_s));
    QFile file(path(weights));
    ASSERT_TRUE(file.resize(file.size() / 2));
    open.type(line(), folder.path());
    EXPECT_TRUE(says(u"✗ The model is not whole: tokenizer.json (missing), %1 (only "_s.arg(weights)))
        << qPrintable(said());
    EXPECT_TRUE(said().endsWith(u"; download what is named here into the folder again."_s)) << qPrintable(said());
}

TEST_F(ModelSettings, aWholeOneSaysWhetherItFits)
{
    support::writeSmallModel(folder.path());
    open.type(line(), folder.path());
    EXPECT_TRUE(says(u"✓ The model is whole and fits: 1.0 MiB of weights, about 513.2 MiB of memory needed, "_s))
        << qPrintable(said());
}

TEST_F(ModelSettings, theEnginesOwnFabricatedModelIsWhole)
{
    const QString engine = QStringLiteral(PROGRAM_DIR "/recto-engine");
    if (!QFile::exists(engine))
        GTEST_SKIP() << "no recto-engine is built beside recto";
    const QString small = QStringLiteral(TEST_DATA_DIR "/engine/golden/small/");
    const QString model = path(u"made"_s);
    ASSERT_EQ(QProcess::execute(engine,
                  {u"fabricate"_s, u"--config"_s, small + u"config.json"_s, u"--seed"_s, u"1"_s, u"-o"_s, model,
                      u"--tokenizer"_s, small + u"tokenizer.json"_s}),
        0);
    open.type(line(), model);
    EXPECT_TRUE(says(u"✓ The model is whole and fits"_s)) << qPrintable(said());
    ASSERT_TRUE(QFile::remove(model + u'/' + weights)) << "it is named otherwise now";
    open.type(line(), model + u'/');
    EXPECT_TRUE(says(weights + u" (missing)"_s)) << qPrintable(said());
}

TEST_F(ModelSettings, whoComesBackFromMendingAFolderSeesIt)
{
    support::writeSmallModel(folder.path());
    QFile::rename(path(u"tokenizer.json"_s), path(u"kept"_s));
    open.type(line(), folder.path());
    ASSERT_TRUE(says(u"tokenizer.json (missing)"_s)) << qPrintable(said());
    QWidget elsewhere;
    elsewhere.show();
    elsewhere.activateWindow();
    ASSERT_TRUE(QTest::qWaitForWindowActive(&elsewhere));
    QFile::rename(path(u"kept"_s), path(u"tokenizer.json"_s));
    open.dialog->activateWindow();
    EXPECT_TRUE(says(u"✓"_s)) << qPrintable(said());
}

TEST_F(ModelSettings, theFolderIsChosenWithoutStandingStill)
{
    ASSERT_TRUE(QDir(folder.path()).mkdir(u"model"_s));
    support::writeSmallModel(path(u"model"_s));
    open.type(line(), folder.path());
    QTest::mouseClick(open.in<QPushButton, ModelPart>(u"Choose the model folder"_s), Qt::LeftButton); // returns at once
    auto *chooser = open.dialog->findChild<QFileDialog *>();
    ASSERT_TRUE(chooser && chooser->isVisible());
    EXPECT_EQ(chooser->fileMode(), QFileDialog::Directory);
    auto *name = chooser->findChild<QLineEdit *>();
    QTest::keyClicks(name, u"model"_s);
    QTest::keyClick(name, Qt::Key_Return);
    EXPECT_TRUE(says(u"✓"_s)) << qPrintable(said());
    EXPECT_EQ(line()->text(), path(u"model"_s));
}

TEST_F(ModelSettings, theWindowCanBeClosedWhileTheFolderIsLookedAt)
{
    support::writeSmallModel(folder.path());
    for (int time = 0; time < 20; ++time) {
        settings::Settings settings;
        settings.modelFolder = folder.path().toStdString();
        const OpenSettings brief(settings);
    }
    EXPECT_TRUE(QThreadPool::globalInstance()->waitForDone(patience));
}
