// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exporters/office/column_widths.h"
#include "tests/app/exporters/sample_document.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;
using exporters::Format;

namespace {

/// A document on disk and its parts.
class Docx : public testing::Test {
protected:
    void SetUp() override
    {
        const QByteArray bytes = written(Format::Docx, sampleDocument(), samplePages());
        ASSERT_TRUE(bytes.startsWith("PK")) << bytes.left(200).toStdString();
        QFile file(path);
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }

    [[nodiscard]] QString part(const QString &name) const
    {
        return QString::fromUtf8(outputOf(u"python3"_s,
            {u"-c"_s, u"import sys, zipfile; sys.stdout.buffer.write(zipfile.ZipFile(sys.argv[1]).read(sys.argv[2]))"_s,
                path, name}));
    }

    const QTemporaryDir folder;
    const QString path = folder.filePath(u"sample.docx"_s);
};

struct Variable {
    explicit Variable(const char *variable, const QByteArray &value)
        : name(variable)
        , before(qgetenv(variable))
    {
        qputenv(name, value);
    }
    ~Variable() { qputenv(name, before); }
    const char *name;
    QByteArray before;
};

} // namespace

TEST_F(Docx, hasHeadingStylesSpansEquationsAndPictures)
{
    const QString xml = part(u"word/document.xml"_s);
    EXPECT_TRUE(xml.contains("w:pStyle w:val=\"Heading1\""_L1));
    EXPECT_TRUE(xml.contains("w:pStyle w:val=\"Heading2\""_L1));
    EXPECT_TRUE(xml.contains("w:pStyle w:val=\"TableCaption\""_L1));
    EXPECT_TRUE(xml.contains("w:pStyle w:val=\"ImageCaption\""_L1));
    EXPECT_TRUE(xml.contains("<w:gridSpan w:val=\"2\""_L1));
    EXPECT_TRUE(xml.contains("<w:vMerge w:val=\"restart\""_L1));
    EXPECT_TRUE(xml.contains("<w:vMerge w:val=\"continue\""_L1));
    EXPECT_EQ(xml.count("<m:oMath>"_L1), 5);
    EXPECT_TRUE(xml.contains("<m:f>"_L1)) << "a fraction, not letters";
    EXPECT_TRUE(xml.contains("descr=\"Figure 1: A red"_L1)) << "alternative text";
    EXPECT_TRUE(xml.contains("<w:bidi"_L1)) << "Hebrew";
    EXPECT_TRUE(xml.contains("w:ilvl w:val=\"1\""_L1)) << "a list in a list";
    EXPECT_FALSE(xml.contains("Running head"_L1));
    const QByteArray names = outputOf(u"python3"_s, {u"-m"_s, u"zipfile"_s, u"-l"_s, path});
    EXPECT_TRUE(names.contains("word/media/"));
    EXPECT_TRUE(part(u"word/styles.xml"_s).contains("<w:insideV"_L1)) << "ruled tables";
}

TEST(OfficeWriter, aColumnIsAsWideAsWhatItHolds)
{
    document::Block block = textBlock({}, u"table"_s);
    block.html
        = u"<table><tr><td rowspan=\"2\">No</td><td colspan=\"2\">Over both columns, however long it is</td></tr>"
          "<tr><td>A sentence of some words</td><td>3</td></tr></table>"_s;
    const QString html = exporters::withColumnWidths(block.html, block.html);
    const QString columns = html.first(html.indexOf("<tr>"_L1)); // of a line of 64 letters
    EXPECT_EQ(columns.toStdString(),
        "<table><colgroup><col style=\"width: 7.8%\"><col style=\"width: 42.2%\">"
        "<col style=\"width: 6.3%\"></colgroup>");
}

TEST_F(Docx, readsBackWithItsWordsAndFormulas)
{
    const QString text
        = QString::fromUtf8(outputOf(u"pandoc"_s, {u"-f"_s, u"docx"_s, u"-t"_s, u"plain"_s, u"--wrap=none"_s, path}));
    EXPECT_TRUE(text.contains("Costs $5 & 3 < 4, bold, code, link, see [1995]."_L1)) << text.toStdString();
    EXPECT_TRUE(text.contains(u"שלום עולם")) << text.toStdString();
    EXPECT_TRUE(text.contains("if a < b:\n"_L1));
    EXPECT_TRUE(text.contains("Page 3 could not be read"_L1));
}

TEST_F(Docx, opensInLibreOffice)
{
    int exitCode = 0;
    const QByteArray said = outputOf(u"soffice"_s,
        {u"-env:UserInstallation=file://"_s + folder.filePath(u"profile"_s), u"--headless"_s, u"--convert-to"_s,
            u"pdf"_s, u"--outdir"_s, folder.path(), path},
        &exitCode);
    EXPECT_EQ(exitCode, 0) << said.toStdString();
    const QByteArray text = outputOf(u"pdftotext"_s, {u"-layout"_s, folder.filePath(u"sample.pdf"_s), u"-"_s});
    EXPECT_TRUE(text.contains("Spans")) << said.toStdString();
    EXPECT_TRUE(text.contains("Figure 1: A red"));
}

TEST(OfficeWriter, lettersThatLookLikeAFormulaStayLetters)
{
    const QByteArray bytes = written(
        Format::Docx, sampleDocument(), {pageOf({textBlock(u"In TeX write \\\\(x\\\\) or $y$ or \\</script>"_s)})});
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"a.docx"_s));
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write(bytes);
    file.close();
    const QByteArray text
        = outputOf(u"pandoc"_s, {u"-f"_s, u"docx"_s, u"-t"_s, u"plain"_s, u"--wrap=none"_s, file.fileName()});
    EXPECT_EQ(text, "In TeX write \\(x\\) or $y$ or </script>\n");
}

TEST(OfficeWriter, withoutPandocItSaysSoBeforeAnyPageIsRead)
{
    const Variable path("PATH", "/nowhere");
    exporters::Output output;
    const auto writer = exporters::makeWriter(Format::Docx, output);
    const auto result = writer->begin(sampleDocument());
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, base::ErrorCode::ExportFailed);
    EXPECT_EQ(result.error().what, u"DOCX needs the program pandoc, which is not installed");
}

TEST(OfficeWriter, leavesNoTemporaryFolderWhateverHappens)
{
    const QTemporaryDir folder;
    const Variable temporary("TMPDIR", folder.path().toUtf8());
    (void)written(Format::Docx, sampleDocument(), samplePages());
    {
        exporters::Output output;
        const auto writer = exporters::makeWriter(Format::Docx, output);
        ASSERT_TRUE(writer->begin(sampleDocument()));
        ASSERT_TRUE(writer->addPage(samplePages()[1]));
        ASSERT_EQ(QDir(folder.path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot).size(), 1);
    }
    EXPECT_EQ(QDir(folder.path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden), QStringList());
}

TEST(OfficeWriter, aTemporaryFolderThatCannotBeWrittenIsNamed)
{
    const Variable temporary("TMPDIR", "/nowhere/at/all");
    exporters::Output output;
    const auto result = exporters::makeWriter(Format::Docx, output)->begin(sampleDocument());
    ASSERT_FALSE(result);
    EXPECT_TRUE(result.error().what.contains("/nowhere/at/all"_L1)) << result.error().what.toStdString();
}

TEST(OfficeWriter, stopsWhenAsked)
{
    std::stop_source stop;
    exporters::Output output;
    output.stop = stop.get_token();
    output.write = [](QByteArrayView) -> base::Result<void> { return {}; };
    const auto writer = exporters::makeWriter(Format::Docx, output);
    ASSERT_TRUE(writer->begin(sampleDocument()));
    document::PageContent page = samplePages().first();
    for (int i = 0; i < 300; ++i)
        ASSERT_TRUE(writer->addPage(page));
    stop.request_stop();
    const auto result = writer->finish();
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, base::ErrorCode::Cancelled);
}
