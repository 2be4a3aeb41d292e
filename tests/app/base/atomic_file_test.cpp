// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/atomic_file.h"

#include <QFile>
#include <QTemporaryDir>

#include <gtest/gtest.h>

#include <csignal>
#include <sys/wait.h>
#include <unistd.h>

using namespace base;

namespace {

QByteArray contentOf(const NativePath &path)
{
    QFile file(QString::fromStdString(path.native()));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("unreadable");
}

} // namespace

TEST(AtomicFile, nothingAppearsBeforeCommit)
{
    const QTemporaryDir folder;
    const NativePath target = NativePath(folder.path().toStdString()) / "a.md";
    {
        auto file = AtomicFile::create(target, AtomicFile::IfExists::Refuse);
        ASSERT_TRUE(file.has_value());
        ASSERT_TRUE(file->write("half").has_value());
        EXPECT_FALSE(std::filesystem::exists(target));
    }
    EXPECT_TRUE(std::filesystem::is_empty(target.parent_path()));
}

TEST(AtomicFile, anExistingFileIsRefusedUnlessReplacingWasAskedFor)
{
    const QTemporaryDir folder;
    const NativePath target = NativePath(folder.path().toStdString()) / "a.md";
    for (const char *text : {"one", "two"}) {
        auto file = AtomicFile::create(target, AtomicFile::IfExists::Replace);
        ASSERT_TRUE(file.has_value());
        ASSERT_TRUE(file->write(text).has_value());
        ASSERT_TRUE(file->commit().has_value());
        EXPECT_EQ(contentOf(target), text);
    }
    const auto refused = AtomicFile::create(target, AtomicFile::IfExists::Refuse);
    ASSERT_FALSE(refused.has_value());
    EXPECT_EQ(refused.error().code, ErrorCode::ExportFailed);
    EXPECT_EQ(contentOf(target), "two");
}

TEST(AtomicFile, aFileThatAppearedMeanwhileIsNotOverwritten)
{
    const QTemporaryDir folder;
    const NativePath target = NativePath(folder.path().toStdString()) / "a.md";
    auto ours = AtomicFile::create(target, AtomicFile::IfExists::Refuse);
    ASSERT_TRUE(ours.has_value());
    auto theirs = AtomicFile::create(target, AtomicFile::IfExists::Refuse);
    ASSERT_TRUE(theirs->write("theirs").has_value());
    ASSERT_TRUE(theirs->commit().has_value());
    ASSERT_TRUE(ours->write("ours").has_value());
    EXPECT_FALSE(ours->commit().has_value());
    EXPECT_EQ(contentOf(target), "theirs");
}

TEST(AtomicFile, aKilledWriterLeavesNothing)
{
    const QTemporaryDir folder;
    const NativePath target = NativePath(folder.path().toStdString()) / "a.md";
    const pid_t writer = fork();
    ASSERT_GE(writer, 0);
    if (writer == 0) {
        auto file = AtomicFile::create(target, AtomicFile::IfExists::Refuse);
        if (file && file->write("half"))
            kill(getpid(), SIGKILL);
        _exit(1);
    }
    int status = 0;
    ASSERT_EQ(waitpid(writer, &status, 0), writer);
    ASSERT_TRUE(WIFSIGNALED(status));
    EXPECT_TRUE(std::filesystem::is_empty(target.parent_path()));
}

TEST(AtomicFile, replacingLeavesNoOtherFile)
{
    const QTemporaryDir folder;
    const NativePath target = NativePath(folder.path().toStdString()) / "a.md";
    for (const char *text : {"one", "two"}) {
        auto file = AtomicFile::create(target, AtomicFile::IfExists::Replace);
        ASSERT_TRUE(file->write(text).has_value());
        ASSERT_TRUE(file->commit().has_value());
    }
    const auto files = std::filesystem::directory_iterator(target.parent_path());
    EXPECT_EQ(std::distance(begin(files), end(files)), 1);
    EXPECT_EQ(contentOf(target), "two");
}

TEST(AtomicFile, aNameInTheCurrentFolderIsEnough)
{
    const QTemporaryDir folder;
    const std::filesystem::path before = std::filesystem::current_path();
    std::filesystem::current_path(folder.path().toStdString());
    auto file = AtomicFile::create("a.md", AtomicFile::IfExists::Refuse);
    EXPECT_TRUE(file.has_value() && file->write("here").has_value() && file->commit().has_value());
    EXPECT_EQ(contentOf("a.md"), "here");
    std::filesystem::current_path(before);
}
