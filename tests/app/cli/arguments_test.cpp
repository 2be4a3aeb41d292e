// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/arguments.h"

#include <gtest/gtest.h>

using namespace cli;
using exporters::Format;

TEST(Arguments, everyFlagIsRead)
{
    const auto wanted = parseConvert({"a.pdf", "--to", "md,docx", "-o", "out", "--pages", "2", "--reader", "tesseract",
        "--language", "eng+chi_sim", "--dpi", "200", "--engine", "http://h:1#m", "--api-key-file", "k", "--concurrency",
        "32", "--password-file", "p", "--force", "--quiet", "--json-lines"});
    ASSERT_TRUE(wanted);
    EXPECT_EQ(wanted->formats, (QList{Format::Markdown, Format::Docx}));
    EXPECT_EQ(wanted->outputFolder, "out");
    EXPECT_EQ(wanted->pages.of(9).pages, QList<int>{2});
    EXPECT_EQ(wanted->read.reader, pipeline::Reader::Tesseract);
    EXPECT_EQ(wanted->read.languages, (QStringList{QStringLiteral("eng"), QStringLiteral("chi_sim")}));
    EXPECT_EQ(wanted->read.resolution, 200);
    EXPECT_EQ(wanted->engine, QStringLiteral("http://h:1#m"));
    EXPECT_EQ(wanted->apiKeyFile, "k");
    EXPECT_EQ(wanted->concurrency, 32);
    EXPECT_EQ(wanted->passwordFile, "p");
    EXPECT_TRUE(wanted->isForced && wanted->isQuiet && wanted->wantsJsonLines);
}

TEST(Arguments, markdownBesideTheSourceIsTheDefault)
{
    const auto wanted = parseConvert({"a.pdf"});
    ASSERT_TRUE(wanted);
    EXPECT_EQ(wanted->formats, QList{Format::Markdown});
    EXPECT_FALSE(wanted->outputFolder);
    EXPECT_FALSE(wanted->toStandardOutput);
    EXPECT_EQ(wanted->read.reader, pipeline::Reader::Auto);
}

TEST(Arguments, aDashIsStandardInputAndOutput)
{
    const auto wanted = parseConvert({"-", "-o", "-"});
    ASSERT_TRUE(wanted);
    EXPECT_EQ(wanted->inputs, std::vector<base::NativePath>{"-"});
    EXPECT_TRUE(wanted->toStandardOutput);
}

TEST(Arguments, namesKeepTheirBytesAndMayLeadWithADashAfterTwo)
{
    const auto wanted = parseConvert({"--force", "--", "-a.pdf", "--to", "\xFF\n.pdf"});
    ASSERT_TRUE(wanted);
    EXPECT_EQ(wanted->inputs, (std::vector<base::NativePath>{"-a.pdf", "--to", "\xFF\n.pdf"}));
}

TEST(Arguments, whatCannotBeMeantIsRefusedWithASentence)
{
    const std::vector<std::vector<std::string>> wrong{{}, {""}, {"a", "--to", ""}, {"a", "--to", "md,"},
        {"a", "-o", ""}, {"a", "b", "-o", "-"}, {"a", "--language", "eng/../x"}, {"a", "--language", ""},
        {"a", "--dpi", "0"}, {"a", "--concurrency", "257"}, {"a", "--engine", ""}, {"a", "--api-key-file", "k"},
        {"a", "--pages"}, {"a", "--nonsense"}};
    for (const auto &arguments : wrong) {
        const auto wanted = parseConvert(arguments);
        ASSERT_FALSE(wanted) << ::testing::PrintToString(arguments);
        EXPECT_FALSE(wanted.error().what.isEmpty());
        EXPECT_FALSE(wanted.error().remedy.isEmpty());
    }
}
