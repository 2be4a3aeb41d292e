// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/convert.h"
#include "app/document/document_store.h"
#include "app/library/project_file.h"

#include <QFile>
#include <QTemporaryDir>

#include <gtest/gtest.h>

#include <fcntl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace {

document::Page pageSaying(const QString &text, int number)
{
    document::Page page;
    page.number = number;
    page.geometry = {{595, 842}};
    page.status = document::PageStatus::Ok;
    page.reader = u"tesseract"_s;
    document::Block block;
    block.id = u"p%1-b1"_s.arg(number);
    block.type = u"text"_s;
    block.markdown = block.text = text;
    block.boxes = {{0.1, 0.1, 0.9, 0.2}};
    page.blocks = {block};
    return page;
}

/// A project of two pages, one of them read and corrected by hand.
void makeProject(const base::NativePath &path)
{
    document::Document document;
    document.source.name = u"report.pdf"_s;
    document.source.path = "/nowhere/report.pdf";
    document.pages = {document::PageGeometry{{595, 842}}, document::PageGeometry{{595, 842}}};
    auto project = library::ProjectFile::create(path, document);
    ASSERT_TRUE(project.has_value());
    document::DocumentStore store;
    QObject::connect(&store, &document::DocumentStore::commandRecorded,
        [&](const document::Command &command, bool) { ASSERT_TRUE(project->append(command).has_value()); });
    store.open(document);
    store.setContent(0, pageSaying(u"as the machine read it"_s, 1), u"tesseract"_s);
    store.edit(0, pageSaying(u"as a person has it"_s, 1), u"me"_s, u"Type"_s);
}

int run(const std::vector<std::string> &arguments)
{
    const int nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC);
    const int code = cli::convert(arguments, nowhere);
    close(nowhere);
    return code;
}

QString content(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

} // namespace

TEST(ConvertProject, whatAPersonCorrectedIsWhatIsExported)
{
    const QTemporaryDir folder;
    const QString project = folder.filePath(u"report.recto"_s);
    makeProject(project.toStdString());
    EXPECT_EQ(run({project.toStdString(), "--pages", "1", "--to", "txt,md", "--quiet"}), cli::AllGood);
    EXPECT_TRUE(content(folder.filePath(u"report.md"_s)).contains(u"as a person has it"_s));
    EXPECT_FALSE(content(folder.filePath(u"report.txt"_s)).contains(u"machine"_s));
}

TEST(ConvertProject, anUnreadPageFailsAloneAndTheOthersAreWritten)
{
    const QTemporaryDir folder;
    const QString project = folder.filePath(u"report.recto"_s);
    makeProject(project.toStdString());
    EXPECT_EQ(run({project.toStdString(), "--quiet"}), cli::SomeFailed);
    EXPECT_TRUE(content(folder.filePath(u"report.md"_s)).contains(u"as a person has it"_s));
}
