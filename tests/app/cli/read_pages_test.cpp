// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/read_pages.h"

#include "app/document/document_store.h"
#include "app/library/project_file.h"

#include <QFile>
#include <QTemporaryDir>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace {

/// A document of two pages beside its project, in which a person corrected the first; the second is unread.
class ReadPages : public testing::Test {
protected:
    void SetUp() override
    {
        m_source = m_folder.filePath(u"book.pdf"_s).toStdString();
        QFile file(m_folder.filePath(u"book.pdf"_s));
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
        document::Document document;
        document.source.path = m_source;
        document.pages = {{{595, 842}}, {{595, 842}}};
        auto project = library::ProjectFile::create(m_folder.filePath(u"book.recto"_s).toStdString(), document);
        ASSERT_TRUE(project);
        document::DocumentStore store;
        QObject::connect(&store, &document::DocumentStore::commandRecorded, &store,
            [&](const document::Command &command, bool) { EXPECT_TRUE(project->append(command)); });
        store.open(document);
        document::Page page = store.page(0);
        page.status = document::PageStatus::Ok;
        page.blocks.append(document::Block());
        page.blocks[0].id = u"p1-b1"_s;
        page.blocks[0].text = u"as it was read"_s;
        store.setContent(0, page, u"tesseract"_s);
        page.blocks[0].text = u"as a person has it"_s;
        store.edit(0, page, u"me"_s, u"Type"_s);
    }

    QTemporaryDir m_folder;
    base::NativePath m_source;
};

} // namespace

TEST_F(ReadPages, aProjectBesideTheFileGivesItsPagesAsAPersonHasThem)
{
    const auto kept = cli::keptPages(m_source);
    ASSERT_TRUE(kept);
    EXPECT_EQ(kept->pages[0].blocks[0].text, u"as a person has it"_s);
    EXPECT_TRUE(cli::isRead(kept->pages[0]));
    EXPECT_FALSE(cli::isRead(kept->pages[1]));
}

TEST_F(ReadPages, theProjectItselfMayBeNamed)
{
    EXPECT_TRUE(cli::keptPages(m_folder.filePath(u"book.recto"_s).toStdString()));
}

TEST_F(ReadPages, aProjectOfAnotherFileOfThatNameSaysNothing)
{
    QFile::rename(m_folder.filePath(u"book.pdf"_s), m_folder.filePath(u"old.pdf"_s));
    QFile other(m_folder.filePath(u"book.png"_s));
    ASSERT_TRUE(other.open(QIODevice::WriteOnly));
    EXPECT_FALSE(cli::keptPages(m_folder.filePath(u"book.png"_s).toStdString()));
}

TEST_F(ReadPages, aProjectThatIsOpenInAWindowGivesWhatIsInIt)
{
    const auto window = library::ProjectFile::open(m_folder.filePath(u"book.recto"_s).toStdString());
    ASSERT_TRUE(window);
    EXPECT_TRUE(cli::keptPages(m_source));
}
