// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/atomic_file.h"

#include <QFile>
#include <QTemporaryDir>

#include <gtest/gtest.h>

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
