// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/main_window/open_window.h"

#include <QProcess>
#include <QTest>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace {

void correct(OpenWindow &open, const QString &text)
{
    document::Page page = open.window.session().store()->page(1);
    page.blocks[0].markdown = page.blocks[0].text = text;
    open.window.session().store()->edit(1, page, u"me"_s, u"Type"_s);
    open.window.session().keeper()->detach(); // all is on the disk
}

struct Reopened {
    explicit Reopened(const QString &path)
        : window(settings::Settings{})
    {
        window.show();
        window.openFile(path.toStdString());
    }
    bool waitUntilOpen()
    {
        return QTest::qWaitFor([this] { return window.session().isOpen(); }, patience);
    }
    main_window::MainWindow window;
};

} // namespace

TEST(Projects, aProjectOpensWithWhatAPersonCorrected)
{
    const QTemporaryDir folder;
    {
        OpenWindow open(threePages(folder));
        ASSERT_TRUE(open.waitUntilRead());
        correct(open, u"Corrected by hand"_s);
    }
    Reopened again(folder.filePath(u"three pages.recto"_s));
    ASSERT_TRUE(again.waitUntilOpen());
    EXPECT_EQ(again.window.session().store()->page(1).blocks[0].text, u"Corrected by hand"_s);
    EXPECT_TRUE(again.window.session().store()->canUndo());
}

TEST(Projects, theCommandLineExportsWhatIsCorrectedWhileTheWindowIsOpen)
{
    const QTemporaryDir folder;
    OpenWindow open(threePages(folder));
    ASSERT_TRUE(open.waitUntilRead());
    document::Page page = open.store().page(1);
    page.blocks[0].markdown = page.blocks[0].text = u"Corrected by hand"_s;
    open.window.session().store()->edit(1, page, u"me"_s, u"Type"_s);
    QByteArray text;
    const auto isExported = [&] { // the keeper writes on a thread of its own
        QProcess recto;
        recto.start(QStringLiteral(PROGRAM_DIR "/recto"),
            {u"convert"_s, folder.filePath(u"three pages.recto"_s), u"--to"_s, u"txt"_s, u"-o"_s, u"-"_s});
        text = recto.waitForFinished(patience) ? recto.readAllStandardOutput() : QByteArray();
        return recto.exitCode() == 0 && text.contains("Corrected by hand");
    };
    EXPECT_TRUE(QTest::qWaitFor(isExported, 10'000)) << text.toStdString();
    EXPECT_TRUE(text.contains("Chapter 3"));
    open.window.session().keeper()->detach(); // it was not in the way
    auto project = library::ProjectFile::open(folder.filePath(u"three pages.recto"_s).toStdString());
    EXPECT_TRUE(project.has_value());
}

TEST(Projects, aMovedDocumentIsAskedForAndFoundBesideItsProject)
{
    const QTemporaryDir folder;
    QString path = threePages(folder);
    {
        OpenWindow open(path);
        ASSERT_TRUE(open.waitUntilRead());
        correct(open, u"Corrected by hand"_s);
    }
    QDir(folder.path()).mkdir(u"moved"_s);
    const QString project = folder.filePath(u"moved/three pages.recto"_s);
    ASSERT_TRUE(QFile::rename(folder.filePath(u"three pages.recto"_s), project));
    ASSERT_TRUE(QFile::rename(path, folder.filePath(u"elsewhere.pdf"_s)));
    {
        Reopened lost(project);
        ASSERT_TRUE(QTest::qWaitFor([&] { return noticeText(lost.window).contains(u"not at"_s); }, patience));
        EXPECT_FALSE(lost.window.session().isOpen());
    }
    ASSERT_TRUE(QFile::rename(folder.filePath(u"elsewhere.pdf"_s), folder.filePath(u"moved/three pages.pdf"_s)));
    Reopened found(project);
    ASSERT_TRUE(found.waitUntilOpen());
    EXPECT_EQ(found.window.session().store()->page(1).blocks[0].text, u"Corrected by hand"_s);
}

TEST(Projects, aDamagedProjectIsLeftAloneAndWorkIsKeptApart)
{
    const QTemporaryDir folder;
    const QString path = threePages(folder);
    QFile damaged(folder.filePath(u"three pages.recto"_s));
    ASSERT_TRUE(damaged.open(QIODevice::WriteOnly));
    damaged.write(QByteArray(5000, 'x'));
    damaged.close();
    OpenWindow open(path);
    ASSERT_TRUE(open.waitUntilRead());
    EXPECT_TRUE(noticeText(open.window).contains(u"kept apart"_s)) << noticeText(open.window).toStdString();
    EXPECT_FALSE(open.window.session().project().empty());
    open.window.session().keeper()->detach();
    ASSERT_TRUE(damaged.open(QIODevice::ReadOnly));
    EXPECT_EQ(damaged.readAll(), QByteArray(5000, 'x'));
}

TEST(Projects, aChangedDocumentIsSaid)
{
    const QTemporaryDir folder;
    const QString path = threePages(folder);
    {
        OpenWindow open(path);
        ASSERT_TRUE(open.waitUntilRead());
        ASSERT_TRUE(QTest::qWaitFor([&] { return !open.store().document().source.sha256.isEmpty(); }, patience));
        open.window.session().keeper()->detach();
    }
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::Append));
    file.write("\n% changed\n");
    file.close();
    Reopened again(path);
    ASSERT_TRUE(again.waitUntilOpen());
    EXPECT_TRUE(QTest::qWaitFor([&] { return noticeText(again.window).contains(u"changed"_s); }, patience));
}

TEST(Projects, aDocumentHasOneWindow)
{
    const QTemporaryDir folder;
    const QString path = threePages(folder);
    OpenWindow open(path);
    ASSERT_TRUE(open.waitUntilRead());
    Reopened second(path);
    EXPECT_FALSE(QTest::qWaitFor([&] { return second.window.session().isOpen(); }, 300));
    EXPECT_TRUE(second.window.messageText().contains(u"another window"_s));
}
