// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exporters/language.h"
#include "tests/app/exporters/sample_document.h"

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;
using exporters::Format;

TEST(MarkdownWriter, writesTheSampleAsReviewed)
{
    expectReference(written(Format::Markdown, sampleDocument(), samplePages()), u"sample.md"_s);
}

TEST(MarkdownWriter, onePageHasNoPageMarks)
{
    document::Document document = sampleDocument();
    document.pages.resize(1);
    EXPECT_EQ(written(Format::Markdown, document, {pageOf({textBlock(u"Hello"_s)})}), "Hello\n");
}

TEST(MarkdownWriter, aPictureNameIsEncodedInItsLink)
{
    document::Block block = textBlock({}, u"image"_s);
    block.image = u"p0001-01.png"_s;
    document::Document document = sampleDocument();
    document.pages.resize(1);
    EXPECT_EQ(written(Format::Markdown, document, {pageOf({block})}), "![](Bericht%201_images/p0001-01.png)\n");
}

TEST(MarkdownWriter, aRunningHeadCannotEndItsComment)
{
    document::Document document = sampleDocument();
    document.pages.resize(1);
    const QByteArray markdown = written(Format::Markdown, document, {pageOf({textBlock(u"a \\--> b"_s, u"header"_s)})});
    EXPECT_EQ(markdown, "<!-- header: a - -&gt; b -->\n");
}

TEST(TextWriter, holdsEveryBlockAndAFormFeedForEachPage)
{
    expectReference(written(Format::PlainText, sampleDocument(), samplePages()), u"sample.txt"_s);
}

TEST(Writers, passOnTheErrorOfTheirOutput)
{
    for (const Format format : {Format::Markdown, Format::PlainText, Format::Html, Format::Json}) {
        exporters::Output output;
        output.write = [](QByteArrayView) -> base::Result<void> {
            return base::failure(base::ErrorCode::ExportFailed, u"full"_s);
        };
        const auto writer = exporters::makeWriter(format, output);
        auto result = writer->begin(sampleDocument());
        if (result)
            result = writer->addPage(samplePages().first());
        ASSERT_FALSE(result);
        EXPECT_EQ(result.error().what, u"full");
    }
}

TEST(Writers, areFoundByName)
{
    EXPECT_EQ(exporters::formatNamed(u"docx"), Format::Docx);
    EXPECT_EQ(exporters::formatNamed(u"MD"), Format::Markdown);
    EXPECT_EQ(exporters::formatNamed(u"doc"), std::nullopt);
    EXPECT_EQ(exporters::extensionOf(Format::PlainText), u"txt");
}

TEST(Language, isTheOneAskedForThatTheTextIsWrittenIn)
{
    EXPECT_EQ(exporters::languageOf(u"Guten Tag", {u"chi_sim"_s, u"deu"_s}), u"de");
    EXPECT_EQ(exporters::languageOf(u"增值税 VAT", {u"eng"_s, u"chi_tra"_s}), u"zh-Hant");
    EXPECT_EQ(exporters::languageOf(u"これは日本語の文章です", {}), u"ja");
    EXPECT_EQ(exporters::languageOf(u"수지구", {}), u"ko");
    EXPECT_EQ(exporters::languageOf(u"Guten Tag", {}), u"");
    EXPECT_EQ(exporters::languageOf(u"123", {u"eng"_s}), u"");
}
