// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/library/project_file.h"

#include <QFile>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>

#include <gtest/gtest.h>

#include <csignal>
#include <random>
#include <sys/wait.h>
#include <unistd.h>

using namespace document;
using namespace Qt::StringLiterals;

namespace {

Document twoPages()
{
    Document document;
    document.source.name = u"two.pdf"_s;
    document.source.path = std::string("/books/\xff two.pdf");
    document.pages = {PageGeometry{{595, 842}}, PageGeometry{{595, 842}}};
    return document;
}

Page pageSaying(const QStringList &texts, int number = 1)
{
    Page page;
    page.number = number;
    page.geometry = {{595, 842}};
    page.status = PageStatus::Ok;
    for (const QString &text : texts) {
        Block block;
        block.id = u"p%1-b%2"_s.arg(number).arg(page.blocks.size() + 1);
        block.type = u"text"_s;
        block.markdown = block.text = text;
        page.blocks.append(block);
    }
    return page;
}

base::NativePath in(const QTemporaryDir &folder, const char *name)
{
    return base::NativePath(folder.path().toStdString()) / name;
}

} // namespace

TEST(ProjectFile, whatWasDoneIsThereAfterReopening)
{
    const QTemporaryDir folder;
    const base::NativePath path = in(folder, "two.recto");
    DocumentStore store;
    store.open(twoPages());
    {
        auto file = library::ProjectFile::create(path, twoPages());
        ASSERT_TRUE(file.has_value()) << file.error().what.toStdString();
        QObject::connect(&store, &DocumentStore::commandRecorded,
            [&](const Command &command, bool) { ASSERT_TRUE(file->append(command).has_value()); });
        store.setContent(0, pageSaying({u"one"_s, u"two"_s, u"three"_s}), u"tesseract"_s);
        store.edit(0, pageSaying({u"one"_s, u"zwei"_s, u"three"_s}), u"me"_s, u"Type"_s, u"key"_s);
        store.edit(0, pageSaying({u"one"_s, u"zwei!"_s, u"three"_s}), u"me"_s, u"Type"_s, u"key"_s);
        store.edit(0, pageSaying({u"one"_s, u"three"_s}), u"me"_s, u"Delete"_s);
        store.undo();
        ASSERT_TRUE(file->setPlace(1).has_value());
        store.disconnect();
    }
    const auto file = library::ProjectFile::open(path);
    ASSERT_TRUE(file.has_value()) << file.error().what.toStdString();
    const auto saved = file->load();
    ASSERT_TRUE(saved.has_value());
    EXPECT_EQ(saved->place, 1);
    EXPECT_EQ(saved->document, twoPages());
    DocumentStore again;
    again.restore(saved->document, saved->snapshot, saved->history);
    EXPECT_EQ(again.pages(), store.pages());
    EXPECT_EQ(again.canRedo(), true);
    again.undo();
    EXPECT_EQ(again.page(0).blocks[1].text, u"two"_s);
}

TEST(ProjectFile, aSnapshotShortensTheOpeningAndKeepsAThousandStepsToUndo)
{
    const QTemporaryDir folder;
    auto file = library::ProjectFile::create(in(folder, "long.recto"), twoPages());
    ASSERT_TRUE(file.has_value());
    DocumentStore store;
    store.open(twoPages());
    QObject::connect(&store, &DocumentStore::commandRecorded, [&](const Command &command, bool) {
        ASSERT_TRUE(file->append(command).has_value());
        if (command.seq % library::snapshotEvery == 0)
            ASSERT_TRUE(file->addSnapshot(command.seq, store.pages()).has_value());
    });
    for (int i = 0; i < 1700; ++i)
        store.edit(0, pageSaying({QString::number(i)}), u"me"_s, u"Type"_s);
    const auto saved = file->load();
    ASSERT_TRUE(saved.has_value());
    EXPECT_EQ(saved->snapshot.size(), 2);
    EXPECT_GE(saved->history.size(), 1000U);
    EXPECT_LT(saved->history.size(), 1700U);
    DocumentStore again;
    again.restore(saved->document, saved->snapshot, saved->history);
    EXPECT_EQ(again.page(0).blocks[0].text, u"1699"_s);
}

TEST(ProjectFile, aSecondWindowIsToldThatTheProjectIsOpen)
{
    const QTemporaryDir folder;
    const auto first = library::ProjectFile::create(in(folder, "a.recto"), twoPages());
    ASSERT_TRUE(first.has_value());
    const auto second = library::ProjectFile::open(in(folder, "a.recto"));
    ASSERT_FALSE(second.has_value());
    EXPECT_TRUE(second.error().what.contains(u"another window"_s)) << second.error().what.toStdString();
}

TEST(ProjectFile, aProjectOfANewerVersionIsLeftAloneAndNamed)
{
    const QTemporaryDir folder;
    const base::NativePath path = in(folder, "new.recto");
    ASSERT_TRUE(library::ProjectFile::create(path, twoPages()).has_value());
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"newer"_s);
        database.setDatabaseName(QString::fromStdString(path.native()));
        ASSERT_TRUE(database.open());
        QSqlQuery(database).exec(u"PRAGMA user_version = 99"_s);
        database.close();
    }
    QSqlDatabase::removeDatabase(u"newer"_s);
    const auto opened = library::ProjectFile::open(path);
    ASSERT_FALSE(opened.has_value());
    EXPECT_TRUE(opened.error().what.contains(u"newer version"_s));
}

TEST(ProjectFile, aDamagedFileOrAnotherKindOfFileIsNamedAndNotChanged)
{
    const QTemporaryDir folder;
    const QByteArray rubbish("SQLite format 3\0 but nothing behind it, and long enough to be looked at as a header of "
                             "one hundred bytes or more ....",
        118);
    for (const QByteArray &bytes : {rubbish, QByteArray("%PDF-1.7")}) {
        QFile file(folder.filePath(u"x.recto"_s));
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(bytes);
        file.close();
        const auto opened = library::ProjectFile::open(in(folder, "x.recto"));
        ASSERT_FALSE(opened.has_value());
        EXPECT_FALSE(opened.error().remedy.isEmpty());
        ASSERT_TRUE(file.open(QIODevice::ReadOnly));
        EXPECT_EQ(file.readAll(), bytes);
    }
}

/// I13: a writer is killed at 200 random moments; what it had said was saved must be there, whole and in order.
TEST(ProjectFile, nothingSavedIsLostWhenTheWriterIsKilledAtAnyMoment)
{
    std::mt19937 random(20261125);
    for (int round = 0; round < 200; ++round) {
        const QTemporaryDir folder;
        const base::NativePath path = in(folder, "killed.recto");
        int told[2];
        ASSERT_EQ(pipe(told), 0);
        const pid_t writer = fork();
        if (writer == 0) {
            auto file = library::ProjectFile::create(path, twoPages());
            DocumentStore store;
            store.open(twoPages());
            QObject::connect(&store, &DocumentStore::commandRecorded, [&](const Command &command, bool) {
                if (file->append(command))
                    (void)!write(told[1], &command.seq, sizeof command.seq);
            });
            for (int i = 1;; ++i)
                store.edit(0, pageSaying({QString::number(i)}), u"me"_s, u"Type"_s);
        }
        close(told[1]);
        const int enough
            = std::uniform_int_distribution(1, 40)(random); // killed while the one after it is being written
        qint64 seq = 0;
        for (int i = 0; i < enough; ++i)
            ASSERT_EQ(read(told[0], &seq, sizeof seq), ssize_t(sizeof seq));
        kill(writer, SIGKILL);
        qint64 later = 0;
        while (read(told[0], &later, sizeof later) == ssize_t(sizeof later))
            seq = later;
        close(told[0]);
        waitpid(writer, nullptr, 0);

        const auto file = library::ProjectFile::open(path);
        ASSERT_TRUE(file.has_value()) << file.error().what.toStdString() << file.error().detail.toStdString();
        const auto saved = file->load();
        ASSERT_TRUE(saved.has_value());
        ASSERT_GE(saved->history.size(), size_t(seq));
        DocumentStore again;
        again.restore(saved->document, saved->snapshot, saved->history);
        EXPECT_GE(again.page(0).blocks[0].text.toLongLong(), seq);
    }
}
