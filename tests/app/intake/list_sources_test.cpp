// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/intake/list_sources.h"

#include "tests/support/sample_files.h"

#include <gtest/gtest.h>

#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

using namespace intake;

namespace {

const QByteArray document = samples::pdf({samples::textPage("Hello")});

QList<QByteArray> relativePaths(const SourceList &list)
{
    QList<QByteArray> paths;
    for (const ListedSource &source : list.sources)
        paths.append(QByteArray::fromStdString(source.relative.native()));
    return paths;
}

} // namespace

TEST(ListSources, pageTwoComesBeforePageTen)
{
    const samples::Folder folder;
    for (const char *name : {"page10.pdf", "page2.pdf", "page01.pdf", "page1.pdf", "b/1.pdf", "a.pdf"})
        folder.write(name, document);
    const auto list = listSources(folder.path());
    ASSERT_TRUE(list.has_value());
    EXPECT_EQ(relativePaths(*list),
        (QList<QByteArray>{"a.pdf", "b/1.pdf", "page01.pdf", "page1.pdf", "page2.pdf", "page10.pdf"}));
}

TEST(ListSources, filesThatAreNoDocumentsArePassedOverAndCounted)
{
    const samples::Folder folder;
    folder.write("scan.dat", document); // the type is told by content
    folder.write("notes.pdf", "no PDF at all");
    folder.write("empty.pdf", {});
    const auto list = listSources(folder.path());
    ASSERT_TRUE(list.has_value());
    EXPECT_EQ(relativePaths(*list), QList<QByteArray>{"scan.dat"});
    EXPECT_EQ(list->passedOver, 2);
}

TEST(ListSources, whatMayNotBeReadIsTold)
{
    const samples::Folder folder;
    chmod(folder.path().c_str(), 0755);
    const base::NativePath locked = folder.write("b/locked.pdf", document);
    const base::NativePath closed = folder.write("c/below.pdf", document).parent_path();
    folder.write("a.pdf", document);
    chmod(locked.c_str(), 0);
    chmod(closed.c_str(), 0);
    const bool isRoot = geteuid() == 0; // who may read everything
    constexpr uid_t nobody = 65534;
    ASSERT_TRUE(!isRoot || seteuid(nobody) == 0);
    const auto list = listSources(folder.path());
    ASSERT_TRUE(!isRoot || seteuid(0) == 0);
    chmod(closed.c_str(), 0700);

    ASSERT_TRUE(list.has_value());
    EXPECT_EQ(relativePaths(*list), QList<QByteArray>{"a.pdf"});
    EXPECT_EQ(list->passedOver, 0);
    ASSERT_EQ(list->unreadable.size(), 2U);
    EXPECT_EQ(list->unreadable[0].path, locked);
    EXPECT_EQ(list->unreadable[1].path, closed);
    EXPECT_EQ(list->unreadable[0].error.code, base::ErrorCode::FileUnreadable);
}

TEST(ListSources, aFileNamedByItselfIsListedWhateverItIs)
{
    const samples::Folder folder;
    const auto list = listSources(folder.write("notes.txt", "no document"));
    ASSERT_TRUE(list.has_value());
    EXPECT_EQ(relativePaths(*list), QList<QByteArray>{"notes.txt"});
}

TEST(ListSources, aFolderNamedLikeAPdfIsAFolder)
{
    const samples::Folder folder;
    folder.write("x.pdf/inside.pdf", document);
    const auto list = listSources(folder.path() / "x.pdf");
    ASSERT_TRUE(list.has_value());
    EXPECT_EQ(relativePaths(*list), QList<QByteArray>{"inside.pdf"});
}

TEST(ListSources, aLinkBackUpwardsIsNotFollowed)
{
    const samples::Folder folder;
    folder.write("sub/a.pdf", document);
    std::filesystem::create_directory_symlink(folder.path(), folder.path() / "sub/again");
    const auto list = listSources(folder.path());
    ASSERT_TRUE(list.has_value());
    EXPECT_EQ(relativePaths(*list), QList<QByteArray>{"sub/a.pdf"});
}

TEST(ListSources, pipesAndSocketsAreNeverOpened)
{
    const samples::Folder folder;
    const std::string fifo = folder.path() / "fifo.pdf";
    ASSERT_EQ(mkfifo(fifo.c_str(), 0600), 0); // opened for reading, it would block this test for ever
    const int listener = socket(AF_UNIX, SOCK_STREAM, 0);
    sockaddr_un address{AF_UNIX, {}};
    std::snprintf(address.sun_path, sizeof address.sun_path, "%s/s.pdf", folder.path().c_str());
    ASSERT_EQ(bind(listener, reinterpret_cast<sockaddr *>(&address), sizeof address), 0);
    const auto list = listSources(folder.path());
    close(listener);
    ASSERT_TRUE(list.has_value());
    EXPECT_EQ(list->passedOver, 2);
    EXPECT_EQ(listSources(fifo).error().code, base::ErrorCode::FileUnreadable);
}

TEST(ListSources, namesMayHaveAnyBytes)
{
    const samples::Folder folder;
    folder.write("-\xff\n'\".pdf", document);
    const auto list = listSources(folder.path());
    ASSERT_TRUE(list.has_value());
    EXPECT_EQ(relativePaths(*list), QList<QByteArray>{"-\xff\n'\".pdf"});
}

TEST(ListSources, aPathThatIsNotThereSaysSo)
{
    EXPECT_EQ(listSources("/no/such/place").error().code, base::ErrorCode::FileUnreadable);
}
